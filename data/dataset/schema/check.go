package schema

import (
	"bytes"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/data/dataset"
)

// Checker checks documents against the published schema.
type Checker struct{ schema *jsonschema.Schema }

// NewChecker prepares a Checker.
func NewChecker() (*Checker, error) {
	text, err := dataset.Encode(Whole())
	if err != nil {
		return nil, err
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsed); err != nil {
		return nil, err
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		return nil, err
	}
	return &Checker{s}, nil
}

// Check validates an encoded dataset. It is safe for concurrent use.
func (c *Checker) Check(whole []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(whole))
	if err != nil {
		return err
	}
	if err := c.schema.Validate(doc); err != nil {
		return fmt.Errorf("the dataset does not fit its schema; this is a fault of Readout, not of the articles: %w", err)
	}
	return nil
}
