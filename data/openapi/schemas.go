package openapi

import (
	"encoding/json"
	"strconv"
	"strings"

	"readout/data/dataset/schema"
	"readout/data/witness"
)

func itoa(n int) string { return strconv.Itoa(n) }

// rawJSON is the value of an example that is JSON.
func rawJSON(s string) any {
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		panic("openapi: an example is not JSON: " + err.Error()) // a constant of this package; a test makes the document
	}
	return v
}

// schemas are the shapes of answers: those of package dataset, and those that the handler alone makes.
func schemas() object {
	out := object{}
	for name, s := range schema.Definitions() {
		out[name] = reach(s)
	}
	// Texts handed in need not tell of a meeting: then it has neither type nor status.
	for _, at := range [][2]string{{"Meeting", "type"}, {"Meeting", "status"}, {"Coverage", "status"}} {
		p := out[at[0]].(object)["properties"].(object)[at[1]].(object)
		p["enum"] = append([]any{""}, p["enum"].([]any)...)
		p["description"] = `"" in answers to POST /v1/compare where the texts tell of no meeting`
	}
	for name, member := range lists {
		items := object{"type": "array", "items": object{"$ref": "#/components/schemas/" + member}}
		out[listName(name)+"Page"] = object{"type": "object", "additionalProperties": false, "required": []any{name, "total"}, "properties": object{
			name: items, "total": object{"type": "integer", "description": "of all pages"}, "next": object{"type": "string", "description": "address of the next page"}}}
		out[listName(name)+"List"] = object{"type": "object", "additionalProperties": false, "required": []any{name}, "properties": object{name: items}}
	}
	out["Problem"] = object{"type": "object", "required": []any{"type", "title", "status"}, "additionalProperties": true, "properties": object{
		"type": str("format", "uri-reference"), "title": str(), "status": object{"type": "integer", "minimum": 400, "maximum": 599}, "detail": str(), "instance": str(),
		"parameter": str("description", "the parameter that is wrong"), "value": str("description", "the value received"), "expected": str("description", "what would be right"),
		"known":      object{"type": "array", "items": str(), "description": "the parameters there are"},
		"suggestion": str("description", "the nearest value or address that exists"),
		"pointer":    str("description", "JSON pointer into the body (RFC 6901)"), "witness": str("description", "id of the text that is wrong"),
		"byte": object{"type": "integer", "description": "where in the body"}, "cost": object{"type": "integer"}, "limit": object{"type": "integer"},
		"path": str(), "document": str()}}
	out["Problems"] = object{"type": "object", "required": []any{"problems"}, "properties": object{"problems": object{"type": "array", "items": object{
		"type": "object", "required": []any{"type", "title", "status"}, "additionalProperties": false, "properties": object{"type": str(), "title": str(), "status": object{"type": "integer"}}}}}}
	out["Version"] = object{"type": "object", "additionalProperties": false, "required": []any{"schema", "dataset", "engine", "build"}, "properties": object{
		"schema": object{"type": "integer", "description": "major version of the JSON contract"}, "dataset": str("description", "SHA-256 of dataset.json"),
		"engine": str(), "build": str("description", "names program and data together"), "modified": str("format", "date-time"),
		"scripts": object{"type": "array", "description": "the widget's scripts, with what pins them", "items": object{"type": "object", "additionalProperties": false,
			"required": []any{"path", "pinned", "integrity"}, "properties": object{"path": str(), "pinned": str("description", "address that never changes"),
				"integrity": str("description", "for the integrity attribute (SRI)")}}}}}
	out["Health"] = object{"type": "object", "additionalProperties": false, "required": []any{"status", "documents"}, "properties": object{
		"status": object{"const": "ok"}, "documents": object{"type": "integer"}}}
	out["SearchAnswer"] = object{"type": "object", "required": []any{"query", "parts", "total", "results"}, "properties": object{
		"query": str(), "total": object{"type": "integer"}, "next": str("description", "address of the next page"),
		"parts": object{"type": "array", "description": "how the query was understood", "items": object{"type": "object", "required": []any{"forms"}, "properties": object{
			"forms": object{"type": []any{"array", "null"}, "items": str(), "description": "all ways of writing it that are looked for"}}}},
		"results": object{"type": "array", "items": object{"type": "object", "required": []any{"article", "outlet", "passage", "start", "text", "marks"}, "properties": object{
			"article": str(), "outlet": str(), "passage": str(), "start": object{"type": "integer", "description": "code points of the article before the passage"}, "text": str(),
			"marks": object{"type": "array", "description": "what was found, as [start, end): code points of the article, as start is", "items": object{"type": "array", "items": object{"type": "integer"}, "minItems": 2, "maxItems": 2}}}}}}}
	out["OEmbed"] = object{"type": "object", "required": []any{"type", "version", "html", "width", "height"}, "properties": object{
		"type": object{"const": "rich"}, "version": object{"const": "1.0"}, "html": str(), "width": object{"type": "integer"}, "height": object{"type": "integer"}, "title": str()}}
	out["Linkset"] = object{"type": "object", "required": []any{"linkset"}, "properties": object{"linkset": object{"type": "array", "items": object{"type": "object", "required": []any{"anchor"}}}}}
	token := object{"type": "object", "required": []any{"t"}, "properties": object{"t": str("description", "the token as written"), "n": str("description", "accepted and not used")}}
	id := str("pattern", `^[A-Za-z0-9._-]{1,64}$`, "description", "names the text in the answer")
	out["Witness"] = object{"type": "object", "additionalProperties": false, "required": []any{"id"},
		"oneOf": []any{object{"required": []any{"text"}}, object{"required": []any{"tokens"}}},
		"properties": object{"id": id, "outlet": str("description", "name or id of who published it", "maxLength", witness.MostName),
			"published": str("description", "EDTF date; without it the engine looks in the text", "maxLength", witness.MostDate),
			"headline":  str("description", "where it is not in the text", "maxLength", witness.MostName), "text": filled("description", "as you have it", "maxLength", witness.MostPosted), "tokens": object{"type": "array", "items": token, "minItems": 1, "description": "instead of text, as CollateX has them"}}}
	out["Witnesses"] = object{"type": "object", "additionalProperties": false, "required": []any{"witnesses"}, "properties": object{
		"witnesses": object{"type": "array", "minItems": witness.Least, "maxItems": witness.Most, "items": object{"$ref": "#/components/schemas/Witness"}}}}
	return out
}

// lists are the collections, with the schema of their items.
var lists = map[string]string{"meetings": "Meeting", "series": "Series", "issues": "Issue", "articles": "Article", "people": "Person", "outlets": "Outlet", "terms": "Term"}

func listName(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// reach makes references to definitions into references to components.
func reach(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := object{}
		for k, x := range v {
			if s, ok := x.(string); ok && k == "$ref" {
				out[k] = strings.Replace(s, "#/$defs/", "#/components/schemas/", 1)
				continue
			}
			out[k] = reach(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = reach(v[i])
		}
		return out
	}
	return v
}
