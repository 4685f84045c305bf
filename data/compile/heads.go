package main

import (
	"encoding/binary"
	"errors"

	"readout/data/dataset/rights"
)

// What the cache says of pieces is written by hand: an archive reads ten thousand heads before anything else, and JSON takes ten times
// as long. Numbers are varints, strings begin with their length.

func appendNum(b []byte, n int) []byte    { return binary.AppendUvarint(b, uint64(n)) }
func appendStr(b []byte, s string) []byte { return append(appendNum(b, len(s)), s...) }

func (m stored) append(b []byte) []byte {
	b = appendNum(appendNum(appendNum(b, m.at), m.size), m.n)
	return binary.LittleEndian.AppendUint32(b, m.crc)
}

// append writes what is said of a document of a piece.
func (d *doc) append(b []byte) []byte {
	b = appendNum(appendStr(appendStr(b, d.path), d.typ), d.size)
	b = append(b, d.sum[:]...)
	b = appendNum(b, len(d.spans))
	for _, s := range d.spans {
		b = appendNum(appendNum(b, s.at), s.n)
	}
	return b
}

// head is what every run reads of a piece.
func (p *piece) head() []byte {
	b := p.whole.append(p.store.append(p.docs.append(nil)))
	b = appendNum(appendNum(b, p.count), p.bytes)
	b = appendNum(appendStr(b, string(p.list)), p.marks)
	b = appendNum(b, len(p.cited))
	for article, citations := range p.cited {
		b = appendNum(appendStr(b, article), len(citations))
		for _, x := range citations {
			b = appendNum(appendNum(appendNum(appendStr(b, x.Passage), int(x.Why)), x.Start), x.Length)
		}
	}
	return b
}

var errHead = errors.New("a head of the cache ends early")

// readHead is the reverse of head.
func (p *piece) readHead(head []byte) error {
	r := reader{in: head, text: string(head)}
	p.docs, p.store, p.whole = r.stored(), r.stored(), r.stored()
	p.count, p.bytes = r.num(), r.num()
	p.list, p.marks = []byte(r.str()), r.num()
	if n := r.count(); n > 0 {
		p.cited = make(map[string][]rights.Citation, n)
		for range n {
			article := r.str()
			list := make([]rights.Citation, r.count())
			for i := range list {
				list[i] = rights.Citation{Passage: r.str(), Why: rights.Reason(r.num()), Start: r.num(), Length: r.num()}
			}
			p.cited[article] = list
		}
	}
	if r.broken {
		return errHead
	}
	return nil
}

// reader reads what was written so. What does not fit makes it broken, and then it reads noughts.
type reader struct {
	in     []byte
	text   string // the same: strings are parts of it
	at     int
	broken bool
}

func (r *reader) num() int {
	n, k := binary.Uvarint(r.in[r.at:])
	if k <= 0 || n > 1<<40 {
		r.broken, r.at = true, len(r.in)
		return 0
	}
	r.at += k
	return int(n)
}

// count is the number of things that follow, each of a byte at least.
func (r *reader) count() int {
	n := r.num()
	if n > len(r.in)-r.at {
		r.broken, n = true, 0
	}
	return n
}

// skip passes n bytes and says where they began.
func (r *reader) skip(n int) (at int) {
	if n > len(r.in)-r.at {
		r.broken, r.at = true, len(r.in)
		return r.at
	}
	r.at += n
	return r.at - n
}

func (r *reader) str() string {
	at := r.skip(r.num())
	return r.text[at:r.at]
}

func (r *reader) stored() (m stored) {
	m.at, m.size, m.n = r.num(), r.num(), r.num()
	if at := r.skip(4); !r.broken {
		m.crc = binary.LittleEndian.Uint32(r.in[at:])
	}
	return m
}

func (r *reader) doc() (d doc) {
	d.path, d.typ, d.size = r.str(), r.str(), r.num()
	copy(d.sum[:], r.in[r.skip(len(d.sum)):])
	d.spans = make([]span, r.count())
	for i := range d.spans {
		d.spans[i] = span{r.num(), r.num()}
	}
	return d
}
