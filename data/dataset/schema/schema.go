// Package schema describes the dataset as a JSON Schema (2020-12), made from the Go types and their comments.
package schema

import (
	"reflect"
	"strings"

	"readout/data/dataset"
)

// Whole describes dataset.json as a JSON Schema (2020-12). It is made from the Go types, so the two cannot differ. Its
// #/$defs/MeetingDocument and so on describe the documents of meetings, series and issues.
func Whole() map[string]any {
	return map[string]any{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id":     "/v1/schema.json",
		"title":   "Readout dataset",
		"$ref":    "#/$defs/Dataset",
		"$defs":   Definitions(),
	}
}

// Definitions describes everything in the documents, by the names of the types. References are "#/$defs/NAME".
func Definitions() map[string]any {
	defs, about := map[string]any{}, said()
	for _, t := range []reflect.Type{reflect.TypeFor[dataset.Dataset](), reflect.TypeFor[dataset.MeetingDocument](), reflect.TypeFor[dataset.SeriesDocument](), reflect.TypeFor[dataset.IssueDocument]()} {
		schemaOf(t, defs, about)
	}
	return defs
}

// enums are the closed sets of words, by type and JSON name. "" stands where texts that were handed in tell of no meeting
// (MeetingDocument.basis "side-by-side"); Validate refuses it in a dataset.
var enums = map[string][]any{
	"Article.format": {"full", "excerpt", "translation", "agency"}, "Article.rights": {"full", "passages", "quotes", "headline"},
	"Passage.kind":   {"headline", "deck", "subhead", "caption", "body"},
	"Meeting.status": {"held", "scheduled", "proposed", "denied", "not-yet", ""}, "Coverage.status": {"held", "scheduled", "proposed", "denied", "not-yet", ""},
	"Coverage.written": {"before", "during", "after"}, "Omission.evidence": {"not-mentioned", "excerpt", "before"},
	"Diff.mode": {"edits", "shared", "none", "languages"}, "Edit.op": {"equal", "delete", "insert"}, "Meeting.type": {"talks", "visit", "call", ""},
	"Absent.reason": {"not-mentioned", "excerpt"}, "MeetingDocument.basis": {"meeting", "side-by-side"}, "Comparison.granularity": {"word", "char"},
}

func schemaOf(t reflect.Type, defs map[string]any, about map[string]string) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return map[string]any{"anyOf": []any{schemaOf(t.Elem(), defs, about), map[string]any{"type": "null"}}}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), defs, about)}
	case reflect.Array:
		return map[string]any{"type": "array", "items": schemaOf(t.Elem(), defs, about), "minItems": t.Len(), "maxItems": t.Len()}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": schemaOf(t.Elem(), defs, about)}
	case reflect.Struct:
		ref := map[string]any{"$ref": "#/$defs/" + t.Name()}
		if _, ok := defs[t.Name()]; ok {
			return ref
		}
		props, required := map[string]any{}, []any{}
		defs[t.Name()] = map[string]any{}
		for i := range t.NumField() {
			name, opts, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			s := schemaOf(t.Field(i).Type, defs, about)
			if e := enums[t.Name()+"."+name]; e != nil {
				s["enum"] = e
			}
			if d := about[t.Name()+"."+t.Field(i).Name]; d != "" {
				s["description"] = d
			} else if d := common[name]; d != "" {
				s["description"] = d
			}
			props[name] = s
			if opts == "" {
				required = append(required, name)
			}
		}
		defs[t.Name()] = map[string]any{"type": "object", "properties": props, "required": required, "additionalProperties": false, "description": about[t.Name()]}
		return ref
	}
	panic("dataset: no schema for " + t.String())
}
