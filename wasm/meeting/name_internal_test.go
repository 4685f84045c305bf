package meeting

import (
	"strings"
	"testing"

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
