package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Encode writes a document as compact JSON: one line, keys in the order of the Go fields, maps sorted by key, "<"
// unescaped. The same value gives the same bytes.
func Encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return buf.Bytes(), nil
}

// Decode reads dataset.json. An unknown field is an error, because the file is from another version.
func Decode(b []byte) (*Dataset, error) {
	var d Dataset
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("dataset.json: %w", err)
	}
	if d.Schema != SchemaVersion {
		return nil, fmt.Errorf("dataset.json: schema %d; this program reads schema %d", d.Schema, SchemaVersion)
	}
	return &d, nil
}
