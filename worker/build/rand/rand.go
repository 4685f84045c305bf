// Package rand is what the Worker is built with in the place of crypto/rand: net/http brings mime/multipart, which would draw from it the
// boundary of a form that is sent. Nothing here sends forms; but a generator stays in the module, with its ciphers and their self-tests.
//
// Nothing here pretends to be random; whoever reads gets an error.
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
