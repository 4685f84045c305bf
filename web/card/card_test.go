package card

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

func sample() Input {
	in := Input{Status: "Held", Kicker: "Director-general talks", Title: "Seoul, 29 August 2019: eight accounts", Plain: "29 August 2019: eight accounts",
		Sum: "1 of 23 points is told by all eight, 14 by some, 8 by only one, and on 2 the accounts differ."}
	for i := range 8 {
		r := Row{Siglum: string(rune('A' + i)), Name: "Outlet " + string(rune('A'+i))}
		for j := range 40 {
			r.Cells = append(r.Cells, Cell{Mark: "teodxp"[(i*j)%6], Begins: j%9 == 0})
		}
		in.Rows = append(in.Rows, r)
	}
	return in
}

func TestCardHasTheSizeThatReadersOfOpenGraphAskFor(t *testing.T) {
	data, err := PNG(sample(), nil)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != Width || b.Dy() != Height {
		t.Errorf("%v, want %d × %d", b, Width, Height)
	}
	if len(data) > 20_000 {
		t.Errorf("%d bytes, want at most 20,000: the Worker carries every card", len(data))
	}
}

func TestSameInputSameBytesAndDrawnOnce(t *testing.T) {
	first, err := PNG(sample(), nil)
	if err != nil {
		t.Fatal(err)
	}
	second, _ := PNG(sample(), nil)
	if !bytes.Equal(first, second) {
		t.Error("drawn twice, not the same bytes")
	}
	if kept, _ := PNG(sample(), first); &kept[0] != &first[0] {
		t.Error("drawn again although nothing has changed")
	}
	in := sample()
	in.Rows[3].Cells[7].Mark = 'o'
	if other, _ := PNG(in, first); bytes.Equal(other, first) {
		t.Error("not drawn again although a cell has changed")
	}
	for _, broken := range [][]byte{nil, {}, first[:40], bytes.Repeat([]byte("x"), 500)} {
		if got, _ := PNG(sample(), broken); !bytes.Equal(got, first) {
			t.Error("a broken earlier card was not drawn anew")
		}
	}
}

// A letter that the fonts lack would be drawn as a box.
func TestNoLetterIsDrawnThatTheFontsLack(t *testing.T) {
	in := sample()
	in.Title, in.Kicker, in.Sum = "서울 회담", "局長協議", "두 기사 모두"
	for i := range in.Rows {
		in.Rows[i].Name, in.Rows[i].Siglum = "조선일보", "조"
	}
	korean, _ := PNG(in, nil)
	in.Title, in.Kicker, in.Sum = in.Plain, "", ""
	for i := range in.Rows {
		in.Rows[i].Name, in.Rows[i].Siglum = "", string(rune('1'+i))
	}
	plain, _ := PNG(in, nil)
	a, _ := png.Decode(bytes.NewReader(korean))
	b, _ := png.Decode(bytes.NewReader(plain))
	for y := range Height {
		for x := range Width {
			if a.At(x, y) != b.At(x, y) {
				t.Fatalf("at %d, %d the card of Korean texts is not the one without them", x, y)
			}
		}
	}
}

func TestNothingIsDrawnOutsideTheMargins(t *testing.T) {
	in := sample()
	in.Title = strings.Repeat("Donaudampfschifffahrtsgesellschaftskapitän ", 9)
	in.Sum = strings.Repeat("a very long sentence about many things ", 20)
	for i := range in.Rows {
		in.Rows[i].Name = strings.Repeat("The Long-Named Gazette ", 5)
		in.Rows[i].Cells = append(in.Rows[i].Cells, make([]Cell, 400)...)
	}
	data, _ := PNG(in, nil)
	img, _ := png.Decode(bytes.NewReader(data))
	ground := img.At(0, 0)
	for y := range Height {
		for x := range Width {
			if (x < margin || x >= Width-margin) && img.At(x, y) != ground {
				t.Fatalf("something at %d, %d, in the margin", x, y)
			}
		}
	}
}

func BenchmarkCard(b *testing.B) {
	for b.Loop() {
		PNG(sample(), nil)
	}
}
