// Package card draws the picture that a link to a meeting is shared with: 1200 × 630 pixels (og:image), the meeting, who tells
// of it, and the overview of their points in the marks of the page. Drawing is pure Go with fonts from a module (Liberation,
// SIL Open Font License), so that every machine makes the same bytes.
//
// It never draws a box for a letter that its fonts lack: for a title in Korean or Japanese stands a plainer one, for such a name
// the outlet's number, which is less than the page says but nothing wrong.
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
	Plain  string // in place of a title that the fonts lack letters for
	Sum    string // the sentence that is true on its own
	Rows   []Row  // one per outlet; more than eight are counted, not drawn
}

// Row is one outlet's line of the overview.
type Row struct {
	Siglum, Name string
	Cells        []Cell // one per point; none: no overview
}

// Cell is what the outlet does with a point.
type Cell struct {
	Mark   byte // 't' tells, 'e' nearly in the base's words, 'x' expects, 'd' differs, 'o' does not, 'p' could not
	Begins bool // the first of its band
}

// Width and Height are the picture's size in pixels, the one that readers of Open Graph ask for.
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

// PNG is the card of in. old is what an earlier run made, or nil: where it was made of the same input by the same program it is
// given back, since drawing takes some 10 ms (the smallest form would be 9% smaller and take ten times as long). Both give the same bytes.
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
