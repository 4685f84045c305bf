// Package openapi describes the API in OpenAPI 3.1: every address, its parameters, bodies and answers, with examples from the current
// dataset. The compiler writes it as /v1/openapi.json and makes the page for developers from it.
//
// The description is written by hand. Tests of package worker/api compare it with the handler: the handler knows exactly these
// parameters, every example is sent to it, and every answer it gives is one that is described. Shapes come from the Go types of package
// dataset.
package openapi

import (
	"slices"
	"strings"

	"readout/data/dataset"
)

// Operation is one method at one path.
type Operation struct {
	Method  string // "get", "post"
	Path    string // with {id} as a placeholder
	ID      string
	Tag     string
	Summary string
	More    string // markdown: further explanation
	Params  []Parameter
	Body    string   // name of the schema of the body that is posted
	Answers []Answer // those with status 200
	Fails   []int    // other statuses, besides those that every address may have
	Example string   // a request that works: path and query
	Posted  string   // the body of the example
}

// Parameter is a parameter of an operation.
type Parameter struct {
	Name, In, Text string
	Required       bool
	Schema         map[string]any
	Example        string
}

// Answer is a media type and the name of its schema, "" for formats that JSON Schema cannot describe.
type Answer struct{ Media, Schema string }

// Tags are the chapters of the description, in order.
var Tags = [][2]string{
	{"Documents", "Everything that the compiler wrote, as files. Each has an ETag, and a twin below `/h/` that never changes: `Content-Location` names it."},
	{"Lists", "Collections, filtered, sorted and in pages."},
	{"Compare", "Accounts side by side: of the dataset, or your own."},
	{"Search", "Passages by words, values by path."},
	{"Embedding", "What a publishing system asks for."},
	{"About", "The API itself."},
}

type object = map[string]any

func str(more ...any) object { return with(object{"type": "string"}, more) }

// filled is a string that is not empty: no parameter takes an empty value.
func filled(more ...any) object { return with(str("minLength", 1), more) }

func with(o object, more []any) object {
	for i := 0; i+1 < len(more); i += 2 {
		o[more[i].(string)] = more[i+1]
	}
	return o
}

// Document is openapi.json. version is the engine's version. site is the origin that the API is served from; "" means the origin of the
// document itself.
func Document(ds *dataset.Dataset, version, site string) map[string]any {
	if site == "" {
		site = "/"
	}
	paths := object{}
	for _, op := range Operations(ds) {
		at, ok := paths[op.Path].(object)
		if !ok {
			at = object{}
			paths[op.Path] = at
		}
		at[op.Method] = op.document()
	}
	var tags []any
	for _, t := range Tags {
		tags = append(tags, object{"name": t[0], "description": t[1]})
	}
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title": "Readout", "version": version, "summary": "Accounts of the same meetings, side by side.",
			"description": "Read-only, no key, no cookie, open to scripts of any origin. A format is part of the address. Unknown parameters are errors that name the known ones. " +
				"Offsets count Unicode code points of an article's file, half open. Dates are EDTF (ISO 8601-2). Every error is `application/problem+json` (RFC 9457); " +
				"`/v1/problems` lists the kinds. `HEAD` is answered as `GET` is, without the body, and `OPTIONS` everywhere.",
			"license": object{"name": "MIT", "identifier": "MIT"},
		},
		"servers":    []any{object{"url": site}},
		"tags":       tags,
		"paths":      paths,
		"components": object{"schemas": schemas(), "responses": responses(), "headers": headers()},
	}
}

func (op *Operation) document() object {
	content := object{}
	for _, a := range op.Answers {
		schema := object{}
		if a.Schema != "" {
			schema["$ref"] = "#/components/schemas/" + a.Schema
		} else if !strings.Contains(a.Media, "json") {
			schema["type"] = "string"
		}
		content[a.Media] = object{"schema": schema}
	}
	ok := object{"description": "OK", "content": content, "headers": object{
		"Cache-Control": object{"$ref": "#/components/headers/Cache-Control"}, "Content-Digest": object{"$ref": "#/components/headers/Content-Digest"},
	}}
	rs := object{"200": ok}
	if op.Method == "get" {
		ok["headers"].(object)["ETag"] = object{"$ref": "#/components/headers/ETag"}
		rs["304"] = object{"$ref": "#/components/responses/NotModified"}
	}
	for _, status := range append(slices.Clone(always), op.Fails...) {
		rs[itoa(status)] = object{"$ref": "#/components/responses/" + failures[status].name}
	}
	out := object{"operationId": op.ID, "tags": []any{op.Tag}, "summary": op.Summary, "responses": rs, "x-example": op.Example}
	if op.More != "" {
		out["description"] = op.More
	}
	var params []any
	for _, p := range op.Params {
		x := object{"name": p.Name, "in": p.In, "description": p.Text, "schema": p.Schema}
		if p.Required || p.In == "path" {
			x["required"] = true
		}
		if p.Example != "" {
			x["example"] = p.Example
		}
		params = append(params, x)
	}
	if op.Method == "get" {
		params = append(params, object{"name": "If-None-Match", "in": "header", "description": "The ETag of the copy you have; 304 says that it is current.", "schema": str()})
	}
	if params != nil {
		out["parameters"] = params
	}
	if op.Body != "" {
		out["requestBody"] = object{"required": true, "content": object{"application/json": object{
			"schema": object{"$ref": "#/components/schemas/" + op.Body}, "example": rawJSON(op.Posted)}}}
	}
	return out
}

// always are the statuses that every address may have.
var always = []int{400, 404, 405, 414, 429, 431, 500, 503}

// failures are the statuses of problems, with the name and text of their response.
var failures = map[int]struct{ name, text string }{
	400: {"BadRequest", "A parameter or the body is wrong. The problem names it, the value received, and what would be right."},
	404: {"NotFound", "There is nothing at this address; the nearest is suggested."},
	405: {"MethodNotAllowed", "Allow names the methods there are."},
	413: {"TooLarge", "The body is too large."},
	414: {"AddressTooLong", "Path and query have more than 4096 bytes."},
	415: {"MediaType", "The body is not application/json; Accept-Post names what is accepted."},
	422: {"Unprocessable", "The request is understood, but cannot be carried out or would cost too much."},
	429: {"TooManyRequests", "Too many requests for computed answers; Retry-After says when to ask again. Documents are not limited."},
	431: {"HeadTooLarge", "Address and headers have more than 32 KiB."},
	500: {"Failure", "The program failed on this request; the next one is served as usual."},
	501: {"NotServed", "This format is not served."},
	503: {"Unavailable", "Something that the answer needs is not available now; Retry-After says when to ask again."},
}

func responses() object {
	out := object{"NotModified": object{"description": "The copy you have is current."}}
	for _, f := range failures {
		out[f.name] = object{"description": f.text, "content": object{"application/problem+json": object{"schema": object{"$ref": "#/components/schemas/Problem"}}}}
	}
	return out
}

func headers() object {
	return object{
		"ETag":           object{"description": "Names this representation (RFC 9110).", "schema": str()},
		"Cache-Control":  object{"description": "A minute, then a day of serving the old while the new is fetched; a year, immutable, below /h/.", "schema": str()},
		"Content-Digest": object{"description": "SHA-256 of the content (RFC 9530).", "schema": str()},
	}
}

// Allows reports whether the operation may answer with a status.
func (op *Operation) Allows(status int) bool {
	return status == 200 || status == 304 && op.Method == "get" || slices.Contains(always, status) || slices.Contains(op.Fails, status)
}
