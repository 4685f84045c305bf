package schema_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/data/dataset"
	"readout/data/dataset/sample"
	"readout/data/dataset/schema"
)

// validator is the published schema, as another program would read it.
func validator(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(sample.Encode(t, schema.Whole())))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", text); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// judge validates a value against the schema.
func judge(t testing.TB, s *jsonschema.Schema, v any) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(sample.Encode(t, v)))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

// fill sets every field below v to something that is not empty.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Map:
		elem := reflect.New(v.Type().Elem()).Elem()
		fill(elem)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), elem)
	case reflect.String:
		v.SetString("x")
	case reflect.Int:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("fill " + v.Type().String())
	}
}

// full is a dataset of which every field is set, and every word of a closed set is one of that set.
func full() *dataset.Dataset {
	d := &dataset.Dataset{}
	fill(reflect.ValueOf(d).Elem())
	d.Articles[0].Format, d.Articles[0].Rights = "agency", "headline"
	d.Articles[0].Passages[0].Kind = "subhead"
	m := &d.Meetings[0]
	m.Type, m.Status = "call", "not-yet"
	m.Coverage[0].Status, m.Coverage[0].Written = "denied", "during"
	m.Points[0].Omissions[0].Evidence = "before"
	m.Points[0].Diffs[0].Mode, m.Points[0].Diffs[0].Edits[0].Op = "shared", "equal"
	d.Issues[0].Not[0].Reason = "excerpt"
	return d
}

// types are the struct types that a type is made of, itself included.
func types(t reflect.Type, into map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		types(t.Elem(), into)
	case reflect.Struct:
		if into[t.Name()] == nil {
			into[t.Name()] = t
			for i := range t.NumField() {
				types(t.Field(i).Type, into)
			}
		}
	}
}

// Every type and JSON name of the contract is in the schema, and nothing else.
func TestSchemaDescribesTheTypes(t *testing.T) {
	defs := schema.Whole()["$defs"].(map[string]any)
	all := map[string]reflect.Type{}
	for _, t := range []reflect.Type{reflect.TypeFor[dataset.Dataset](), reflect.TypeFor[dataset.MeetingDocument](), reflect.TypeFor[dataset.SeriesDocument](), reflect.TypeFor[dataset.IssueDocument]()} {
		types(t, all)
	}
	if len(all) < 20 {
		t.Fatalf("found %d types only", len(all))
	}
	for name, typ := range all {
		def, ok := defs[name].(map[string]any)
		if !ok {
			t.Errorf("the schema has no %s", name)
			continue
		}
		props := def["properties"].(map[string]any)
		if len(props) != typ.NumField() {
			t.Errorf("%s has %d fields, the schema %d", name, typ.NumField(), len(props))
		}
		for i := range typ.NumField() {
			tag, opts, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if tag == "" || props[tag] == nil {
				t.Errorf("%s.%s: %q is not in the schema", name, typ.Field(i).Name, tag)
			}
			if must := slices.Contains(def["required"].([]any), any(tag)); must != (opts == "") {
				t.Errorf("%s.%s: required is %v with option %q", name, tag, must, opts)
			}
		}
	}
	if len(defs) != len(all) {
		t.Errorf("the schema has %d types, the contract %d", len(defs), len(all))
	}
}

func TestSchemaTakesWhatIsRight(t *testing.T) {
	s := validator(t)
	for name, d := range map[string]*dataset.Dataset{
		"built": sample.Build(t, sample.Field(), sample.Pair("full")), "withheld": sample.Build(t, sample.Field(), sample.Pair("headline")), "full": full(), "without articles": sample.Build(t, sample.Field(), nil),
	} {
		if err := judge(t, s, d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRefusesWhatIsWrong(t *testing.T) {
	s := validator(t)
	for name, damage := range map[string]func(*dataset.Dataset){
		"article.format":    func(d *dataset.Dataset) { d.Articles[0].Format = "poem" },
		"article.rights":    func(d *dataset.Dataset) { d.Articles[0].Rights = "none" },
		"passage.kind":      func(d *dataset.Dataset) { d.Articles[0].Passages[0].Kind = "footer" },
		"meeting.type":      func(d *dataset.Dataset) { d.Meetings[0].Type = "party" },
		"meeting.status":    func(d *dataset.Dataset) { d.Meetings[0].Status = "done" },
		"coverage.status":   func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Status = "maybe" },
		"coverage.written":  func(d *dataset.Dataset) { d.Meetings[0].Coverage[0].Written = "later" },
		"omission.evidence": func(d *dataset.Dataset) { d.Meetings[0].Points[0].Omissions[0].Evidence = "" },
		"diff.mode":         func(d *dataset.Dataset) { d.Meetings[0].Points[0].Diffs[0].Mode = "Edits" },
		"edit.op":           func(d *dataset.Dataset) { d.Meetings[0].Points[0].Diffs[0].Edits[0].Op = "replace" },
		"absent.reason":     func(d *dataset.Dataset) { d.Issues[0].Not[0].Reason = "before" },
		"null for a list":   func(d *dataset.Dataset) { d.Meetings[0].Coverage = nil },
	} {
		d := full()
		damage(d)
		if err := judge(t, s, d); err == nil {
			t.Errorf("%s: a wrong value is taken", name)
		}
	}
	for name, v := range map[string]any{
		"unknown field": struct {
			*dataset.Dataset
			Colour string `json:"colour"`
		}{full(), "red"},
		"no lists": struct {
			Schema int `json:"schema"`
		}{1},
	} {
		if err := judge(t, s, v); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// TestSchemaSaysWhatMembersAre: a developer reads the schema, not the Go code, so each type and member has its description there.
func TestSchemaSaysWhatMembersAre(t *testing.T) {
	for name, def := range schema.Definitions() {
		d := def.(map[string]any)
		if d["description"] == "" {
			t.Errorf("%s has no description", name)
		}
		for member, p := range d["properties"].(map[string]any) {
			if about, _ := p.(map[string]any)["description"].(string); about == "" {
				t.Errorf("%s.%s has no description", name, member)
			}
		}
	}
}
