package web

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// icoSize is the width and height of /favicon.ico in pixels.
const icoSize = 32

// ico is favicon.svg for those who ask for /favicon.ico whatever a page says: a PNG in an ICO file of one picture.
func ico() ([]byte, error) {
	ink, paper := color.RGBA{0x1b, 0x1a, 0x17, 0xff}, color.RGBA{0xfd, 0xfc, 0xf9, 0xff}
	picture := image.NewPaletted(image.Rect(0, 0, icoSize, icoSize), color.Palette{ink, paper})
	for _, r := range []image.Rectangle{ // two columns of lines, parted by a rule
		image.Rect(15, 5, 17, 27),
		image.Rect(5, 10, 12, 12), image.Rect(5, 15, 12, 17), image.Rect(5, 20, 9, 22),
		image.Rect(20, 10, 27, 12), image.Rect(20, 15, 24, 17), image.Rect(20, 20, 27, 22),
	} {
		draw.Draw(picture, r, image.NewUniform(paper), image.Point{}, draw.Src)
	}
	var data, out bytes.Buffer
	if err := png.Encode(&data, picture); err != nil {
		return nil, err
	}
	head := struct {
		Zero, Icon, Pictures        uint16
		Width, Height, Colours, Nil uint8
		Planes, Bits                uint16
		Bytes, Offset               uint32
	}{Icon: 1, Pictures: 1, Width: icoSize, Height: icoSize, Planes: 1, Bits: 32, Bytes: uint32(data.Len()), Offset: 22}
	if err := binary.Write(&out, binary.LittleEndian, head); err != nil {
		return nil, err
	}
	out.Write(data.Bytes())
	return out.Bytes(), nil
}
