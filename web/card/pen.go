package card

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The colours of the light page (src/tokens.css).
var (
	paper = color.RGBA{0xfd, 0xfc, 0xf9, 0xff}
	ink   = color.RGBA{0x1b, 0x1a, 0x17, 0xff}
	soft  = color.RGBA{0x57, 0x54, 0x4c, 0xff}
	line  = color.RGBA{0x85, 0x81, 0x6f, 0xff}
	clash = color.RGBA{0x7a, 0x4a, 0x00, 0xff}
)

var serif, sans, bold = liberationserifregular.TTF, liberationsansregular.TTF, liberationsansbold.TTF

// steps of grey from paper to ink. Six greys and two of amber: half the bytes of twelve greys, a third of 256, and no eye
// that was tried saw the difference at this size.
const steps = 6

// pen draws on a picture.
type pen struct {
	to    *image.RGBA
	faces map[faceKey]font.Face
	fonts map[*byte]*sfnt.Font
}

type faceKey struct {
	font *byte
	size float64
}

// pens are those that are free: a picture has 3 MB, and its fonts take as long to read as the words to draw.
var pens = sync.Pool{New: func() any {
	return &pen{image.NewRGBA(image.Rect(0, 0, Width, Height)), map[faceKey]font.Face{}, map[*byte]*sfnt.Font{}}
}}

// newPen is a pen on empty paper; it goes back to pens.
func newPen() *pen {
	p := pens.Get().(*pen)
	p.fill(0, 0, Width, Height, paper)
	return p
}

func (p *pen) font(ttf []byte) *sfnt.Font {
	f := p.fonts[&ttf[0]]
	if f == nil {
		f, _ = sfnt.Parse(ttf) // a font of a pinned module; every test draws with it
		p.fonts[&ttf[0]] = f
	}
	return f
}

func (p *pen) face(ttf []byte, size float64) font.Face {
	k := faceKey{&ttf[0], size}
	f := p.faces[k]
	if f == nil {
		f, _ = opentype.NewFace(p.font(ttf), &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		f = &drawn{Face: f, glyphs: map[glyphKey]glyph{}}
		p.faces[k] = f
	}
	return f
}

// drawn is a face that keeps the letters it has drawn: those of the next card are mostly the same.
type drawn struct {
	font.Face
	glyphs map[glyphKey]glyph
}

// glyphKey is a letter and how far its origin lies from that of a pixel, in 64ths: what its picture rests on.
type glyphKey struct {
	letter rune
	x, y   fixed.Int26_6
}

type glyph struct {
	bounds  image.Rectangle // from the pixel of the origin
	mask    *image.Alpha
	at      image.Point // in the mask
	advance fixed.Int26_6
	ok      bool
}

// mostGlyphs is how many letters of a face are kept, of some 500 bytes each.
const mostGlyphs = 4096

func (f *drawn) Glyph(dot fixed.Point26_6, r rune) (image.Rectangle, image.Image, image.Point, fixed.Int26_6, bool) {
	origin := image.Pt(dot.X.Floor(), dot.Y.Floor())
	k := glyphKey{r, dot.X & 63, dot.Y & 63}
	g, seen := f.glyphs[k]
	if !seen {
		bounds, mask, at, advance, ok := f.Face.Glyph(dot, r)
		alpha, isAlpha := mask.(*image.Alpha)
		if !isAlpha {
			return bounds, mask, at, advance, ok
		}
		own := *alpha // the face draws the next letter over it
		own.Pix = bytes.Clone(alpha.Pix)
		g = glyph{bounds.Sub(origin), &own, at, advance, ok}
		if len(f.glyphs) == mostGlyphs {
			clear(f.glyphs)
		}
		f.glyphs[k] = g
	}
	return g.bounds.Add(origin), g.mask, g.at, g.advance, g.ok
}

// has says whether the font draws every letter of s.
func (p *pen) has(ttf []byte, s string) bool {
	var b sfnt.Buffer
	for _, r := range s {
		if i, err := p.font(ttf).GlyphIndex(&b, r); err != nil || i == 0 {
			return false
		}
	}
	return true
}

// width of s in pixels.
func (p *pen) width(ttf []byte, size float64, s string) int {
	return font.MeasureString(p.face(ttf, size), s).Ceil()
}

// text writes s with its baseline at y and returns where it ends.
func (p *pen) text(x, y int, ttf []byte, size float64, c color.Color, s string) int {
	d := font.Drawer{Dst: p.to, Src: image.NewUniform(c), Face: p.face(ttf, size), Dot: fixed.P(x, y)}
	d.DrawString(s)
	return d.Dot.X.Ceil()
}

func (p *pen) fill(x, y, w, h int, c color.Color) {
	draw.Draw(p.to, image.Rect(x, y, x+w, y+h), image.NewUniform(c), image.Point{}, draw.Src)
}

// frame is an outline of t pixels; dash leaves gaps.
func (p *pen) frame(x, y, w, h, t int, c color.Color, dash bool) {
	for _, r := range [][4]int{{x, y, w, t}, {x, y + h - t, w, t}, {x, y, t, h}, {x + w - t, y, t, h}} {
		p.fill(r[0], r[1], r[2], r[3], c)
	}
	for at := 3 * t; dash && at < max(w, h)-2*t; at += 4 * t {
		p.fill(x+min(at, w), y, min(2*t, max(w-at, 0)), h, paper)
		p.fill(x, y+min(at, h), w, min(2*t, max(h-at, 0)), paper)
	}
}

// diamond is a square on its corner, edged with paper.
func (p *pen) diamond(x, y, r int) {
	for _, edge := range []struct {
		r int
		c color.Color
	}{{r + 2, paper}, {r, clash}} {
		for dy := -edge.r; dy <= edge.r; dy++ {
			half := edge.r - max(dy, -dy)
			p.fill(x-half, y+dy, 2*half+1, 1, edge.c)
		}
	}
}

// colours is the palette: greys from paper to ink, then amber.
func colours() (out color.Palette) {
	mix := func(c color.RGBA, i, n int) color.RGBA {
		of := func(a, b uint8) uint8 { return uint8((int(a)*(n-i) + int(b)*i) / n) }
		return color.RGBA{of(paper.R, c.R), of(paper.G, c.G), of(paper.B, c.B), 0xff}
	}
	for i := range steps {
		out = append(out, mix(ink, i, steps-1))
	}
	return append(out, mix(clash, 1, 2), clash)
}

// rows are the picture in a palette as PNG stores it: each row with its filter, which is none, and then two pixels in a byte.
func (p *pen) rows(colours color.Palette) []byte {
	out := make([]byte, 0, Height*(1+Width/2))
	type entry struct {
		colour  uint32 // none is nought, which is transparent
		nearest uint8
	}
	var known [512]entry // the last of each remainder: of a map, asking is half the work
	index := func(c uint32) uint8 {
		e := &known[c%511]
		if e.colour != c {
			*e = entry{c, uint8(colours.Index(color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), 0xff}))}
		}
		return e.nearest
	}
	var above []byte
	last, both := uint64(0), uint8(0) // most pixels are as those before
	for y := range Height {
		row := p.to.Pix[y*p.to.Stride:][:p.to.Stride]
		if bytes.Equal(row, above) { // and most rows as those above
			out = append(out, out[len(out)-1-Width/2:]...)
			continue
		}
		above = row
		out = append(out, 0)
		for at := 0; at < len(row); at += 8 {
			if two := binary.LittleEndian.Uint64(row[at:]); two != last {
				last, both = two, index(uint32(two))<<4|index(uint32(two>>32))
			}
			out = append(out, both)
		}
	}
	return out
}
