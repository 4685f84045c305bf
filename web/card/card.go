// Package card draws the picture that is shown with a shared link: 1200 × 630 pixels (og:image) with the meeting, the outlets
// that tell of it, and the overview of their points in the marks of the page. Drawing is pure Go, with fonts from a module
// (Liberation, SIL Open Font License), so every machine makes the same bytes.
//
// It never draws a box for a letter that its fonts lack. A title in Korean or Japanese is replaced by a plainer one, and such a
// name by the outlet's number. That says less than the page, but nothing wrong.
package card

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"sync"
)

// Input is what a card shows.
type Input struct {
	Status string // set in bold before Kicker: "Held"
	Kicker string
	Title  string
	Plain  string // replaces a title with letters that the fonts lack
	Sum    string // the summary sentence
	Rows   []Row  // one for each outlet; beyond eight they are counted, not drawn
}

// Row is one outlet's line of the overview.
type Row struct {
	Siglum, Name string
	Cells        []Cell // one for each point; if empty, there is no overview
}

// Cell says how an outlet treats a point.
type Cell struct {
	Mark   byte // 't' tells it, 'e' nearly in the base's words, 'x' expects it, 'd' differs, 'o' does not tell it, 'p' could not
	Begins bool // the first of its band
}

// Width and Height are the picture's size in pixels, as Open Graph recommends.
const (
	Width  = 1200
	Height = 630
)

//go:embed card.go
var source1 []byte

//go:embed draw.go
var source2 []byte

//go:embed pen.go
var source3 []byte

//go:embed png.go
var source4 []byte

// PNG is the card for in. old is the result of an earlier run, or nil. If it was made from the same input by the same program, it is
// returned, because drawing takes some 10 ms. (The best compression would make it 9% smaller and take ten times as long.) The bytes are
// the same either way.
func PNG(in Input, old []byte) ([]byte, error) {
	key := keyOf(in)
	if keyIn(old) == key {
		return old, nil
	}
	p := newPen()
	defer pens.Put(p)
	p.card(in)
	return p.png(key), nil
}

// program stands for this program and its fonts.
var program = sync.OnceValue(func() (all []byte) {
	for _, part := range [][]byte{source1, source2, source3, source4, serif, sans, bold} {
		sum := sha256.Sum256(part)
		all = append(all, sum[:]...)
	}
	return all
})

// keyOf stands for everything that a card rests on: the input, this program and its fonts.
func keyOf(in Input) string {
	s := sha256.New()
	s.Write(program())
	data, _ := json.Marshal(in) // strings, bytes and booleans: it cannot fail
	s.Write(data)
	return hex.EncodeToString(s.Sum(nil)[:16])
}

// The key is a text chunk of the PNG (PNG specification, 11.3.3.2), right after the header: no second file to keep in step.
const (
	headerEnd = 8 + 25 // signature and IHDR
	keyword   = "readout-key\x00"
)

func keyIn(data []byte) string {
	const at = headerEnd + 8 + len(keyword)
	if len(data) < at+32 || string(data[headerEnd+4:at]) != "tEXt"+keyword {
		return ""
	}
	return string(data[at : at+32])
}
