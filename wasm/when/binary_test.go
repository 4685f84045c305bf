package when

import "testing"

func TestBinary(t *testing.T) {
	for _, s := range []string{"", "2014", "2014-02", "2014-02-18", "2014-02-18?", "201X~", "-0044-03-15", "2014-XX", "2014-02-18/..", "/2014", "[2014-02-18..2014-03-01]", "2014-02-18~/2015-01%"} {
		d, err := Parse(s)
		if s != "" && err != nil {
			t.Logf("%s: %v", s, err)
			continue
		}
		b, _ := d.MarshalBinary()
		var e Date
		if err := e.UnmarshalBinary(b); err != nil || e != d {
			t.Errorf("%q: %v, %v; want %v", s, e, err, d)
		}
	}
	if new(Date).UnmarshalBinary([]byte{1}) == nil {
		t.Error("one byte is taken for a date")
	}
}
