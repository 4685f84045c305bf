package card

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/color"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// png is the picture with its key, as PNG (third edition): 16 colours at most.
func (p *pen) png(key string) []byte {
	colours := colours()
	header := binary.BigEndian.AppendUint32(nil, Width)
	header = binary.BigEndian.AppendUint32(header, Height)
	header = append(header, 4, 3, 0, 0, 0) // bits of a pixel, palette, deflate, filters by row, not interlaced
	var palette []byte
	for _, c := range colours {
		c := c.(color.RGBA)
		palette = append(palette, c.R, c.G, c.B)
	}
	w := compressors.Get().(*zlib.Writer)
	defer compressors.Put(w)
	var packed bytes.Buffer
	w.Reset(&packed)
	_, _ = w.Write(p.rows(colours)) // a buffer takes everything
	_ = w.Close()
	out := []byte("\x89PNG\r\n\x1a\n")
	out = chunk(out, "IHDR", header)
	out = chunk(out, "tEXt", append([]byte(keyword), key...))
	out = chunk(out, "PLTE", palette)
	out = chunk(out, "IDAT", packed.Bytes())
	return chunk(out, "IEND", nil)
}

// compressors have tables of a megabyte that are worth keeping. The library's own take three times as long for 3 per cent less.
var compressors = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 6)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// chunk appends one chunk.
func chunk(to []byte, kind string, data []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, uint32(len(data)))
	from := len(to)
	to = append(append(to, kind...), data...)
	return binary.BigEndian.AppendUint32(to, crc32.ChecksumIEEE(to[from:]))
}
