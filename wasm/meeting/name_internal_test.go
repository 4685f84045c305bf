package meeting

import (
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/when"
)

func TestUniqueIDs(t *testing.T) {
	ids := uniqueIDs{}
	var got []string
	for _, id := range []string{"talks", "day", "day-2", "day", "day", "day-2", "talks"} {
		got = append(got, ids.of(id))
	}
	if s := strings.Join(got, " "); s != "talks day day-2 day-3 day-4 day-2-2 talks-2" {
		t.Error(s)
	}
}

func TestDateSlug(t *testing.T) {
	for edtf, want := range map[string]string{
		"2014-02-18": "2014-02-18", "2014-02?": "2014-02", "2014-02-18/..": "2014-02-18", "../2014-05": "2014-05", "[2014-02-18..2014-02-19]": "2014-02-18", "201X": "201X",
	} {
		d, err := when.Parse(edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := dateSlug(d); got != want {
			t.Errorf("%s: %q, want %q", edtf, got, want)
		}
	}
}

// A bare surname stands for one of those whose names hold it, whichever of two threads names it.
func TestShared(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"aizaz-chaudhri", "aizaz-ahmed-chaudhry", 1}, {"mohamed-abdi", "mohammed-abdi-farmajo", 1}, {"kim-jong-un", "kim-jong-il", 0}, {"anna-berg", "anna-borg", 0},
		{"kim-jong-un kim-yo-jong", "kim moon", 1}, {"anna-berg eero-salo", "berg salo", 2}, {"anna-berg", "anna-berg eero-salo", 1}, {"anna-berg", "eero-salo", 0}, {"", "berg", 0},
	} {
		a, b := &node{ids: strings.Fields(c.a)}, &node{ids: strings.Fields(c.b)}
		a.names, b.names = soundsOf(a.ids), soundsOf(b.ids)
		if x, y := shared(a, b), shared(b, a); x != c.want || y != c.want {
			t.Errorf("%q and %q share %d, the other way round %d; want %d", c.a, c.b, x, y, c.want)
		}
	}
}

// A body is the same by its acronym, and where one name leaves out the end or the beginning of another.
func TestSameSide(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"PGA", "Printers Guild of America", true}, {"the Printers Guild", "Printers Guild of America", true}, {"Dockers Union", "Printers Union", false},
		{"Kessler", "Kessler Group", true}, {"North Union", "PGA", false}, {"P.G.A.", "PGA", true}, {"", "PGA", false},
	} {
		if x, y := sideOf(c.a).same(sideOf(c.b)), sideOf(c.b).same(sideOf(c.a)); x != c.want || y != c.want {
			t.Errorf("%q and %q: %v, the other way round %v; want %v", c.a, c.b, x, y, c.want)
		}
	}
}

// An id is made of the family names and the place, whatever letters they have.
func TestSlug(t *testing.T) {
	k := &know.Base{People: []know.Person{{ID: "viktor-orban", Name: "Viktor Orbán", Country: "HU"}, {ID: "park-jin", Name: "Park Jin", Country: "KR"}, {ID: "joseph-wu", Name: "Joseph Wu", Country: "TW"},
		{ID: "carrie-lam", Name: "Carrie Lam", Country: "HK"}}}
	on, err := when.Parse("2022-07-18")
	if err != nil {
		t.Fatal(err)
	}
	for want, m := range map[string]Meeting{
		"2022-07-18-orban-park-zurich":   {People: []string{"viktor-orban", "park-jin"}, Place: "Zürich"},
		"2022-07-18-wu-東京":               {People: []string{"joseph-wu"}, Place: "東京"},
		"2022-07-18-lam":                 {People: []string{"carrie-lam"}},
		"2022-07-18-sao-paulo-talks-end": {Headline: "São Paulo talks end"},
	} {
		m.Type, m.Date = Talks, on
		if got := slug(&m, k); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What began four weeks before the tenth began in the month before.
func TestGapStart(t *testing.T) {
	for _, c := range [][3]string{{"2020-10-29", "P8M", "2020-02~"}, {"2020-10-10", "P4W", "2020-09~"}, {"2020-01-10", "P2Y", "2018-01~"}, {"2020-01-20", "P30D", "2019-12~"}} {
		d, err := when.Parse(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := gapStart(d, c[1]).String(); got != c[2] {
			t.Errorf("%s before %s: %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

// Countries stand beside people only where it is known that they are not theirs.
func TestTitleOfPeopleAndCountries(t *testing.T) {
	for want, other := range map[string]string{
		"Summit between Ann Kabila and Paul Odinga":           "",
		"Summit between Ann Kabila, Paul Odinga and Tanzania": "RW",
	} {
		m := &Meeting{Type: Talks, Level: "head", Equal: true, Countries: []string{"RW", "TZ", "UG"}, People: []string{"ann-kabila", "paul-odinga"}}
		people := names{"ann-kabila": {Name: "Ann Kabila", Country: "UG"}, "paul-odinga": {Name: "Paul Odinga", Country: other}}
		if got := title(m, people); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Articles that are chiefly about one day's meeting of two countries may each leave out one of those who were there; of other days or of one
// country alone they are of two meetings.
func TestPresentInOneAccount(t *testing.T) {
	day, _ := when.Parse("2019-05-09")
	next, _ := when.Parse("2019-05-10")
	for _, c := range []struct {
		date      when.Date
		countries []string
		want      bool
	}{
		{day, []string{"CL", "EC", "PE"}, false}, {next, []string{"CL", "EC", "PE"}, true}, {day, []string{"EC", "PE"}, true},
	} {
		ar := &Archive{Articles: []*Article{{}, {}}}
		a := &node{article: 0, t: &Thread{Type: Talks, Main: true, Date: day, Countries: []string{"CL", "PE"}}, ids: []string{"juan-vega", "rosa-quiroga"}}
		b := &node{article: 1, t: &Thread{Type: Talks, Main: true, Date: c.date, Countries: c.countries}, ids: []string{"luis-paz", "rosa-quiroga"}}
		a.names, b.names = soundsOf(a.ids), soundsOf(b.ids)
		if got := ar.conflict(a, b); got != c.want {
			t.Errorf("%s, %v: conflict %v, want %v (%s)", c.date, c.countries, got, c.want, ar.against(a, b))
		}
	}
}
