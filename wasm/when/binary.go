package when

import "errors"

// MarshalBinary is the date as exactly 19 bytes, for a cache that only this version of the program reads. Everybody else gets
// EDTF, see String.
func (d Date) MarshalBinary() ([]byte, error) {
	b := append(make([]byte, 0, 19), byte(d.form))
	for _, p := range [2]point{d.from, d.to} {
		for _, v := range [3]int16{p.year, p.month, p.day} {
			b = append(b, byte(uint16(v)>>8), byte(v))
		}
		b = append(b, byte(p.unit), p.wildYear, p.mark)
	}
	return b, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (d *Date) UnmarshalBinary(b []byte) error {
	if len(b) != 19 {
		return errors.New("when: a date in binary form has 19 bytes")
	}
	d.form = form(b[0])
	for i, p := range [2]*point{&d.from, &d.to} {
		q := b[1+9*i:]
		for k, v := range [3]*int16{&p.year, &p.month, &p.day} {
			*v = int16(uint16(q[2*k])<<8 | uint16(q[2*k+1]))
		}
		p.unit, p.wildYear, p.mark = unitOf(q[6]), q[7], q[8]
	}
	return nil
}
