package witness_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/data/dataset/schema"
	"readout/data/witness"
)

// TestDocumentsFitTheSchema: what a reader downloads is what /v1/schema.json describes, whether or not the texts tell of one meeting.
func TestDocumentsFitTheSchema(t *testing.T) {
	text, err := json.Marshal(schema.Whole())
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json#/$defs/MeetingDocument")
	if err != nil {
		t.Fatal(err)
	}
	for name, ws := range map[string][]witness.Witness{"one meeting": {ahead, held}, "side by side": {held, wages}, "most of one": {held, wages, ahead}} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(compare(t, ws...).AppendJSON(nil)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.Validate(map[string]any{"schema": 1}); err == nil {
		t.Error("half a document fits")
	}
}
