package registry

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"readout/wasm/know"
)

// What the review page proposes for people.yaml is read as it was meant, whatever a name looks like.
func TestEntryIsReadBack(t *testing.T) {
	var want []know.Person
	text := ""
	for i, name := range []string{"Anna Berg", "Null", "No", "Ben O'Neil (Jr.)", "x: y", "- dash", "한국어 이름", `"quoted"`, "Ben, Cy", "#1", "2014"} {
		p := know.Person{ID: "p" + string(rune('a'+i)), Name: name, Country: "NO", Forms: []know.Form{{Text: name + " II"}, {Text: "Mr. " + name}},
			Roles: []know.Role{{Title: "minister, " + name, Level: "minister"}}}
		if i == 0 {
			p.Country, p.Forms, p.Roles = "", nil, nil
		}
		want = append(want, p)
		text += Entry(p)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "people.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	got, problems := Load(dir)
	if len(problems) > 0 || !reflect.DeepEqual(got.People, want) {
		t.Errorf("%v\n%s\nread as %+v", problems, text, got.People)
	}
}
