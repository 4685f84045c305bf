package when

import (
	"strings"
	"testing"
	"time"
)

// TestDayAgainstTime holds the calendar against the standard library, over four centuries and at the edges.
func TestDayAgainstTime(t *testing.T) {
	check := func(d Day) {
		want := time.Unix(int64(d)*86400, 0).UTC()
		y, m, dd := d.Date()
		if y != want.Year() || m != int(want.Month()) || dd != want.Day() {
			t.Fatalf("%d: %d-%d-%d, want %v", d, y, m, dd, want)
		}
		if MakeDay(y, m, dd) != d {
			t.Fatalf("%d: MakeDay(%d, %d, %d) = %d", d, y, m, dd, MakeDay(y, m, dd))
		}
		if wd := int(want.Weekday()+6)%7 + 1; d.Weekday() != wd {
			t.Fatalf("%v: weekday %d, want %d", want, d.Weekday(), wd)
		}
		wy, ww := want.ISOWeek()
		if y, w := d.week(); y != wy || w != ww {
			t.Fatalf("%v: week %d-%d, want %d-%d", want, y, w, wy, ww)
		}
	}
	for d := MakeDay(1800, 1, 1); d < MakeDay(2200, 1, 1); d++ {
		check(d)
	}
	for _, d := range []Day{MakeDay(0, 1, 1), MakeDay(0, 2, 29), MakeDay(9999, 12, 31), MakeDay(-5, 3, 1)} {
		check(d)
	}
	if MakeDay(1970, 1, 1) != 0 || MakeDay(2014, 3, 0) != MakeDay(2014, 2, 28) || MakeDay(2014, 13, 1) != MakeDay(2015, 1, 1) {
		t.Error("days and months out of range must count on")
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in, first, last string // YYYY-MM-DD, "" for open
		precision       Precision
		uncertain       bool
	}{
		{"2014-02-18", "2014-02-18", "2014-02-18", ToDay, false},
		{"2014-02-18?", "2014-02-18", "2014-02-18", ToDay, true},
		{"2014-02-18~", "2014-02-18", "2014-02-18", ToDay, true},
		{"2014-02", "2014-02-01", "2014-02-28", ToMonth, false},
		{"2016-02%", "2016-02-01", "2016-02-29", ToMonth, true},
		{"2014-02-XX", "2014-02-01", "2014-02-28", ToMonth, false},
		{"2014", "2014-01-01", "2014-12-31", ToYear, false},
		{"2014-XX", "2014-01-01", "2014-12-31", ToYear, false},
		{"2014-XX-XX", "2014-01-01", "2014-12-31", ToYear, false},
		{"201X", "2010-01-01", "2019-12-31", ToYear, false},
		{"19XX", "1900-01-01", "1999-12-31", ToYear, false},
		{"2014-02-15/2014-02-16", "2014-02-15", "2014-02-16", WithinInterval, false},
		{"2013/2014-02?", "2013-01-01", "2014-02-28", WithinInterval, true},
		{"2014-02-18/..", "2014-02-18", "", OpenEnded, false},
		{"../2014-02-18", "", "2014-02-18", OpenEnded, false},
		{"2014/", "2014-01-01", "", OpenEnded, false},
		{"/2014", "", "2014-12-31", OpenEnded, false},
		{"[2014-02-18..2014-02-21]", "2014-02-18", "2014-02-21", WithinInterval, true},
		{"[2014-02..]", "2014-02-01", "", OpenEnded, true},
		{"[..2014-02-21]", "", "2014-02-21", OpenEnded, true},
		{"0000-01-01", "0000-01-01", "0000-01-01", ToDay, false},
	} {
		d, err := Parse(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if d.String() != c.in {
			t.Errorf("%s comes back as %s", c.in, d)
		}
		edge := func(d Day) string {
			if d == farPast || d == farFuture {
				return ""
			}
			return OnDay(d).String()
		}
		if edge(d.First()) != c.first || edge(d.Last()) != c.last {
			t.Errorf("%s: from %s to %s, want %s to %s", c.in, edge(d.First()), edge(d.Last()), c.first, c.last)
		}
		if d.Precision() != c.precision || d.Uncertain() != c.uncertain || d.IsZero() {
			t.Errorf("%s: precision %d, uncertain %v", c.in, d.Precision(), d.Uncertain())
		}
	}
}

// TestParseErrors holds the messages: they name the input, the fault, and what to write.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"29 Oct", `"29 Oct": not an EDTF date; write YYYY-10-29 with the year`},
		{"29 Oct 2020", `"29 Oct 2020": not an EDTF date; write 2020-10-29`},
		{"October 29, 2020", `"October 29, 2020": not an EDTF date; write 2020-10-29`},
		{"Oct. 2020", `"Oct. 2020": not an EDTF date; write 2020-10`},
		{"2020.10.29", `"2020.10.29": not an EDTF date; write 2020-10-29`},
		{"2020/10/29", `"2020/10/29": not an EDTF date; write 2020-10-29`},
		{"2020-10-29T15:02", `"2020-10-29T15:02": not an EDTF date; write 2020-10-29`},
		{"20201029", `"20201029": not an EDTF date; write 2020-10-29`},
		{"2014-02-30", `"2014-02-30": 2014-02 has no day 30`},
		{"2014-13", `"2014-13": there is no month 13`},
		{"2014-00", `"2014-00": there is no month 00`},
		{"2014-21", `"2014-21": seasons and quarters are not supported; write an interval of months such as 2014-03/2014-05`},
		{"2014-02-21/2014-02-18", `"2014-02-21/2014-02-18": ends before it begins`},
		{"../..", `"../..": at least one end must be a date`},
		{"[2014-02-18,2014-02-21]", `"[2014-02-18,2014-02-21]": not a range of dates, which is written [2014-02-18..2014-02-21]`},
		{"[2014-02-18?..2014-02-21]", `"[2014-02-18?..2014-02-21]": a range of dates takes no ?`},
		{"2014-XX-05", `"2014-XX-05": a day of an unspecified month`},
		{"", `"": not an EDTF date`},
		{"2014-2-8", `"2014-2-8": not an EDTF date; write 2014-02-08`},
		{"yesterday", `"yesterday": not an EDTF date; write 2020-10-29, 2020-10 or 2020`},
		{"2XXX", `"2XXX": not an EDTF date`},
		{"201X-05", `"201X-05": not an EDTF date`},
	} {
		d, err := Parse(c.in)
		if err == nil {
			t.Errorf("%s is taken for %s", c.in, d)
			continue
		}
		if !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %s, want %s", c.in, err, c.want)
		}
	}
}

func TestOverlapsContains(t *testing.T) {
	for _, c := range []struct {
		a, b               string
		overlaps, contains bool
	}{
		{"2014-02", "2014-02-18", true, true},
		{"2014-02-18", "2014-02", true, false},
		{"2014-02-17/2014-02-23", "2014-02-23/2014-03", true, false},
		{"2014-02-17", "2014-02-18", false, false},
		{"2014/..", "2020-05", true, true},
		{"../2014", "2014-12-31", true, true},
		{"[2014-02-18..2014-02-21]", "2014-02-19?", true, true},
	} {
		a, b := mustParse(t, c.a), mustParse(t, c.b)
		if a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps || a.Contains(b) != c.contains {
			t.Errorf("%s, %s: overlaps %v, contains %v", a, b, a.Overlaps(b), a.Contains(b))
		}
	}
	if d := OnDay(0); d.Overlaps(Date{}) || (Date{}).Overlaps(d) || d.Contains(Date{}) || (Date{}).Contains(d) {
		t.Error("the unknown date overlaps nothing")
	}
}

func TestMake(t *testing.T) {
	a, b := MakeDay(2014, 2, 15), MakeDay(2014, 2, 16)
	for _, c := range []struct {
		got  Date
		want string
	}{
		{OnDay(a), "2014-02-15"}, {Month(2014, 2), "2014-02"}, {Year(2014), "2014"}, {Interval(a, b), "2014-02-15/2014-02-16"},
		{Interval(a, a), "2014-02-15"}, {OneOf(a, b), "[2014-02-15..2014-02-16]"}, {Interval(a, farFuture), "2014-02-15/.."},
		{OnDay(a).AsUncertain(), "2014-02-15?"}, {OnDay(a).AsApproximate().AsUncertain(), "2014-02-15%"}, {Date{}, ""},
		{From(a), "2014-02-15/.."}, {Years(2012, 2014), "2012/2014"},
	} {
		if c.got.String() != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
		if c.want != "" && mustParse(t, c.want) != c.got {
			t.Errorf("%s does not come back", c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2014-02-18", "[2014..]", "201X", "2014-02-18?/..", "29 Oct", "2014-XX-XX", "12345678", "é", "/", "[..]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			if d != (Date{}) {
				t.Fatalf("%q: an error and %v", s, d)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q comes back as %q", s, d)
		}
		if d.First() > d.Last() || !d.Contains(d) || !d.Overlaps(d) {
			t.Fatalf("%q: from %d to %d", s, d.First(), d.Last())
		}
	})
}
