package know

import "errors"

// A base travels to hosts without a YAML reader (the browser, the edge) as one string of bytes: lengths as unsigned varints,
// texts as UTF-8, the lists in the order of the fields. One description of the shape (packer.base) serves both directions.
// There is no version in it: both sides are built from the same source, and what does not fit is refused.

var errPacked = errors.New("know: not a packed registry, or packed by another version of Readout: compile the dataset anew")

// Pack gives the base as bytes for [Unpack]. The same base gives the same bytes.
func (b *Base) Pack() []byte {
	p := packer{}
	p.base(b)
	return p.data
}

// Unpack reads what [Base.Pack] wrote; an empty slice is an empty base.
func Unpack(data []byte) (*Base, error) {
	b := &Base{}
	if len(data) == 0 {
		return b, nil
	}
	p := packer{data: data, reading: true}
	p.base(b)
	if p.bad || len(p.data) > 0 {
		return nil, errPacked
	}
	return b, nil
}

// packer appends to data, or takes from its front when reading.
type packer struct {
	data         []byte
	reading, bad bool
}

func (p *packer) base(b *Base) {
	list(p, &b.People, func(x *Person) {
		p.texts(&x.ID, &x.Name, &x.Native, &x.Country)
		p.forms(&x.Forms)
		list(p, &x.Roles, func(r *Role) { p.texts(&r.Title, &r.Level, &r.Country, &r.From, &r.To) })
	})
	list(p, &b.Bodies, func(x *Body) {
		p.texts(&x.ID, &x.Name, &x.Country)
		p.forms(&x.Forms)
	})
	list(p, &b.Places, func(x *Place) {
		p.texts(&x.ID, &x.Name, &x.Country)
		p.forms(&x.Forms)
	})
	list(p, &b.Outlets, func(x *Outlet) {
		p.texts(&x.ID, &x.Name, &x.Siglum, &x.Country, &x.URL)
		p.strings(&x.Forms)
	})
	list(p, &b.Series, func(x *Series) {
		p.texts(&x.ID, &x.Title, &x.Type, &x.Level, &x.From, &x.To)
		p.names(&x.Names)
		p.strings(&x.Countries)
		p.strings(&x.Words)
		p.strings(&x.Posts)
	})
	list(p, &b.Issues, func(x *Issue) {
		p.texts(&x.ID, &x.Title)
		p.names(&x.Names)
		p.strings(&x.Phrases)
		p.strings(&x.Cues)
	})
	list(p, &b.Terms, func(x *Term) {
		p.texts(&x.ID, &x.Concept, &x.Issue)
		p.names(&x.Names)
		p.strings(&x.Forms)
		p.strings(&x.Not)
		p.flag(&x.Disputed)
	})
	list(p, &b.Decisions, func(x *Decision) {
		p.texts((*string)(&x.Kind), &x.Person, &x.At)
		list(p, &x.Quotes, func(q *Quote) { p.texts(&q.Article, &q.Text) })
	})
}

func (p *packer) forms(l *[]Form) {
	list(p, l, func(f *Form) {
		p.texts(&f.Text, &f.From, &f.To)
		p.strings(&f.Cues)
	})
}

func (p *packer) names(l *[]Name) { list(p, l, func(n *Name) { p.texts(&n.Lang, &n.Text) }) }

func (p *packer) strings(l *[]string) { list(p, l, func(s *string) { p.texts(s) }) }

// list handles a list and its elements, most to the left first. A nil list stays nil.
func list[T any](p *packer, l *[]T, each func(*T)) {
	n := p.number(len(*l))
	if n > len(p.data) { // an element takes a byte at least
		n = p.fail()
	}
	if n > 0 {
		*l = make([]T, n)
	}
	for i := range *l {
		each(&(*l)[i])
	}
}

func (p *packer) texts(all ...*string) {
	for _, s := range all {
		n := p.number(len(*s))
		if !p.reading {
			p.data = append(p.data, *s...)
			continue
		}
		if n > len(p.data) {
			n = p.fail()
		}
		*s, p.data = string(p.data[:n]), p.data[n:]
	}
}

func (p *packer) flag(f *bool) {
	n := 0
	if *f {
		n = 1
	}
	if n = p.number(n); p.reading {
		*f = n == 1
	}
}

// number writes n, or reads a number that fits an int. (encoding/binary would bring reflection into the engine.)
func (p *packer) number(n int) int {
	if !p.reading {
		for ; n > 0x7f; n >>= 7 {
			p.data = append(p.data, byte(n)|0x80)
		}
		p.data = append(p.data, byte(n))
		return 0
	}
	for i, shift := 0, 0; i < len(p.data) && shift < 28; i, shift = i+1, shift+7 {
		n |= int(p.data[i]&0x7f) << shift
		if p.data[i] < 0x80 {
			p.data = p.data[i+1:]
			return n
		}
	}
	return p.fail()
}

// fail leaves nothing to read, so that whatever is still asked for is empty.
func (p *packer) fail() int {
	p.bad, p.data = true, nil
	return 0
}
