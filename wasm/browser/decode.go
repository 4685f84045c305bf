package main

import (
	"errors"
	"strconv"

	"readout/data/dataset"
	"readout/data/witness"
)

// decode reads the witnesses that a page sends: for each of them six texts (id, outlet, url, published, headline, text), each after
// its length in bytes as four bytes, the lowest first. What does not fit ends the list: witness.Begin then says what is missing.
func decode(b []byte) (ws []witness.Witness) {
	for len(b) > 0 {
		var field [6]string
		for i := range field {
			if len(b) < 4 {
				return ws
			}
			n := int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
			if b = b[4:]; n < 0 || n > len(b) {
				return ws
			}
			field[i], b = string(b[:n]), b[n:]
		}
		ws = append(ws, witness.Witness{ID: field[0], Outlet: field[1], URL: field[2], Published: field[3], Headline: field[4], Text: field[5]})
	}
	return ws
}

// encode is an error as JSON: {"witness": index or -1, "field": "text", "problem": "…"}.
func encode(err error) []byte {
	e := &witness.Error{Witness: -1, Problem: err.Error()}
	errors.As(err, &e)
	b := strconv.AppendInt([]byte(`{"witness":`), int64(e.Witness), 10)
	b = dataset.AppendString(append(b, `,"field":`...), e.Field)
	return append(dataset.AppendString(append(b, `,"problem":`...), e.Problem), '}')
}
