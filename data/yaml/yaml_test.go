package yaml

import (
	"slices"
	"strings"
	"testing"
)

// What is read without the parser is what the parser reads.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"outlet: Northern Daily\npublished: 2001-02-03\nlanguage: en\n", "a: no", "a: Null", "a: Yes", "a: 2001-02-3x", "a: A  b", "a: A ", "a: B\n\nb: C",
		"a: On\nb: ja", "a: 2001-02-30", "a: 1e", "a: Infinity", "_: -5", "a: A: b", "a: A #b", "no: No", "a: A\n  b", "a: B\na: C", "a: y", "a: Oo", "a:  "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quick, ok := plain(text)
		if !ok || text == "" {
			return
		}
		docs, fault := Parse(text)
		if fault != nil {
			for i := range quick { // the parser does not take a key twice; whoever reads Keys says so
				if slices.ContainsFunc(quick[:i], func(e Entry) bool { return e.Key == quick[i].Key }) {
					return
				}
			}
			t.Fatalf("%q: %v", text, fault)
		}
		slow, ok := Mapping(docs[0])
		if !ok || len(slow) != len(quick) {
			t.Fatalf("%q: %d entries, parsed %d", text, len(quick), len(slow))
		}
		for i := range slow {
			slow[i].value = nil
			if slow[i] != quick[i] {
				t.Errorf("%q: %+v, parsed %+v", text, quick[i], slow[i])
			}
		}
	})
}

// What is written is read as it was, as a value and as an entry of a list.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"Northern Daily", "null", "Null", "~", "true", "no", "2014-02-19?", "1e5", "0x1F", "a: b", "a #b", "- a", "[a]", "{a: b}", "& x", "*x", "!x", "|", ">", "'a'", `"`, `a\`, "한국어",
		"https://example.org/?a=b&c", "Ann, (Ben) / Cy's", "a,", "%a", "@a", "`", "?", "? a", "---", "...", "a\u2028b", "a\u0085b", "<b>", "1_000", "12:30:45", "=", "<<", "\x7f", "\ufeffa"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
		text := "a: " + Write(s) + "\nb:\n  - " + Write(s) + "\n  - " + Quote(s) + "\n"
		got, fault := Keys(text)
		if fault != nil || len(got) != 2 || got[0].Text != s || s != "" && !slices.Equal(got[1].List(), []string{s, s}) {
			t.Fatalf("%q is written as %s and read as %+v (%v)", s, Write(s), got, fault)
		}
	})
}

func TestKeys(t *testing.T) {
	got, fault := Keys("# of an article\nDate: 2014\ntags: [a, 2014-02-19, {x: y}, {name: Per Lund}]\nnote: |\n  two\n  lines\nof: ~\nsure: true\nfrom: &x b\nto: *x\n")
	if fault != nil {
		t.Fatal(fault)
	}
	want := []Entry{{Key: "Date", Line: 2, Text: "2014", Plain: true}, {Key: "tags", Line: 3}, {Key: "note", Line: 4, Text: "two\nlines", Plain: true},
		{Key: "of", Line: 7, Plain: true}, {Key: "sure", Line: 8, Text: "true", Plain: true}, {Key: "from", Line: 9}, {Key: "to", Line: 10}}
	for i := range got {
		if got[i].Key == "tags" && !slices.Equal(got[i].List(), []string{"a", "2014-02-19", "Per Lund"}) {
			t.Errorf("a list: %q", got[i].List())
		}
		got[i].value = nil
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"a: b\nc: d: e\n":                         `2: not YAML: mapping value is not allowed in this context; write one "key: value" a line; put values with a colon or a # in quotes`,
		"just words\n":                            `1: is no list of keys; write one "key: value" a line`,
		"a: B\n---\nc: d\n":                       `3: a second document; remove the line --- and put all keys together`,
		"a: b\nc: " + strings.Repeat("[", 60_000): `2: more than 200 brackets that are not closed; write plain values, in quotes if they have brackets`,
	} {
		_, fault := Keys(text)
		if fault == nil {
			t.Errorf("%.40q: no fault", text)
		} else if got := string(rune('0'+fault.Line)) + ": " + fault.Error(); got != want {
			t.Errorf("%.40q: %s\nwant %s", text, got, want)
		}
	}
	if _, fault := Parse(strings.Repeat("- {forms: [a, b]}\n", 500)); fault != nil {
		t.Errorf("a long list of short ones: %v", fault)
	}
}
