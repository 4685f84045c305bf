// Package rand replaces crypto/rand when the Worker is built. net/http brings in mime/multipart, which takes the boundary of a form that
// is sent from crypto/rand. Nothing here sends forms, but without this package the generator would stay in the module, with its ciphers
// and their self-tests.
//
// Nothing here pretends to be random: reading gives an error.
package rand

import (
	"errors"
	"io"
)

// Reader fails.
var Reader io.Reader = refusing{}

type refusing struct{}

func (refusing) Read([]byte) (int, error) {
	return 0, errors.New("rand: this program was built without random numbers")
}
