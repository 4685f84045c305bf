package pieces

import (
	"encoding/binary"
	"errors"

	"readout/data/dataset/rights"
)

// What the cache says of pieces is written by hand: an archive reads ten thousand heads before anything else, and JSON takes ten times
// as long. Numbers are varints, strings begin with their length.

func appendNum(b []byte, n int) []byte    { return binary.AppendUvarint(b, uint64(n)) }
func appendStr(b []byte, s string) []byte { return append(appendNum(b, len(s)), s...) }

func (m Stored) append(b []byte) []byte {
	b = appendNum(appendNum(appendNum(b, m.at), m.Size), m.n)
	return binary.LittleEndian.AppendUint32(b, m.crc)
}

// append writes what is said of a document of a piece.
func (d *Doc) append(b []byte) []byte {
	b = appendNum(appendStr(appendStr(b, d.Path), d.Type), d.Size)
	b = append(b, d.Sum[:]...)
	return appendNum(appendNum(b, d.At), d.Spans)
}

// head is what every run reads of a piece.
func (p *Piece) head() []byte {
	b := p.Whole.append(p.Store.append(p.docs.append(nil)))
	b = appendNum(appendNum(b, p.count), p.bytes)
	b = appendNum(appendStr(b, string(p.List)), len(p.Cited))
	for article, citations := range p.Cited {
		b = appendNum(appendStr(b, article), len(citations))
		for _, x := range citations {
			b = appendNum(appendNum(appendNum(appendStr(b, x.Passage), int(x.Why)), x.Start), x.Length)
		}
	}
	return b
}

var errHead = errors.New("a head of the cache ends early")

// readHead is the reverse of head.
func (p *Piece) readHead(head []byte) error {
	r := reader{in: head, text: string(head)}
	p.docs, p.Store, p.Whole = r.stored(), r.stored(), r.stored()
	p.count, p.bytes = r.num(), r.num()
	p.List = []byte(r.str())
	if n := r.count(); n > 0 {
		p.Cited = make(map[string][]rights.Citation, n)
		for range n {
			article := r.str()
			list := make([]rights.Citation, r.count())
			for i := range list {
				list[i] = rights.Citation{Passage: r.str(), Why: rights.Reason(r.num()), Start: r.num(), Length: r.num()}
			}
			p.Cited[article] = list
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

func (r *reader) stored() (m Stored) {
	m.at, m.Size, m.n = r.num(), r.num(), r.num()
	if at := r.skip(4); !r.broken {
		m.crc = binary.LittleEndian.Uint32(r.in[at:])
	}
	return m
}

func (r *reader) doc() (d Doc) {
	d.Path, d.Type, d.Size = r.str(), r.str(), r.num()
	copy(d.Sum[:], r.in[r.skip(len(d.Sum)):])
	d.At, d.Spans = r.num(), r.num()
	return d
}
