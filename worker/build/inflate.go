package main

import "errors"

// costs decodes a DEFLATE stream (RFC 1951) and says of each byte that comes out how many bits of the stream it took: a literal its
// code, a copy its codes shared out among its bytes, and each block's table of codes among the bytes of the block. So a gzip file can
// be shared out among the parts of what was compressed, exactly.
func costs(stream []byte) (out []byte, cost []float32, err error) {
	r := &bitReader{in: stream}
	for last := false; !last && !r.failed; {
		start, begin := r.position(), len(out)
		last = r.bits(1) == 1
		var literals, distances *huffman
		switch r.bits(2) {
		case 0:
			r.align()
			n := int(r.bits(16))
			r.bits(16)
			for range n {
				out, cost = append(out, byte(r.bits(8))), append(cost, 8)
			}
			continue
		case 1:
			literals, distances = fixedCodes()
		case 2:
			literals, distances = r.codes()
		default:
			return nil, nil, errDeflate
		}
		head := r.position() - start
		for !r.failed {
			at := r.position()
			symbol := r.symbol(literals)
			if symbol < 256 {
				out, cost = append(out, byte(symbol)), append(cost, float32(r.position()-at))
				continue
			}
			if symbol == 256 {
				break
			}
			length := int(r.value(symbol-257, lengthBase[:], lengthExtra[:]))
			distance := int(r.value(r.symbol(distances), distanceBase[:], distanceExtra[:]))
			if distance > len(out) || length == 0 || distance == 0 {
				return nil, nil, errDeflate
			}
			each := float32(r.position()-at) / float32(length)
			for range length {
				out, cost = append(out, out[len(out)-distance]), append(cost, each)
			}
		}
		for i := begin; i < len(out); i++ {
			cost[i] += float32(head) / float32(len(out)-begin)
		}
	}
	if r.failed {
		return nil, nil, errDeflate
	}
	return out, cost, nil
}

var errDeflate = errors.New("the compressed stream is broken")

var (
	lengthBase    = [29]uint16{3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258}
	lengthExtra   = [29]uint8{0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0}
	distanceBase  = [30]uint16{1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577}
	distanceExtra = [30]uint8{0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13}
	codeOrder     = [19]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
)

// bitReader reads bits, the lowest of each byte first.
type bitReader struct {
	in     []byte
	at     int // the next byte
	held   uint64
	n      int // bits held
	failed bool
}

func (r *bitReader) position() int { return 8*r.at - r.n }

func (r *bitReader) fill(n int) {
	for r.n < n {
		var b byte
		if r.at < len(r.in) {
			b = r.in[r.at]
		} else if r.at > len(r.in)+8 {
			r.failed = true
		}
		r.held |= uint64(b) << r.n
		r.at++
		r.n += 8
	}
}

func (r *bitReader) bits(n int) uint32 {
	r.fill(n)
	v := uint32(r.held & (1<<n - 1))
	r.held >>= n
	r.n -= n
	return v
}

func (r *bitReader) align() { r.bits(r.n % 8) }

// value is that of a length's or distance's symbol with its extra bits.
func (r *bitReader) value(symbol int, base []uint16, extra []uint8) uint32 {
	if symbol < 0 || symbol >= len(base) {
		r.failed = true
		return 0
	}
	return uint32(base[symbol]) + r.bits(int(extra[symbol]))
}

// huffman is a canonical code: how many codes have each length, and the symbols in order of their codes.
type huffman struct {
	counts  [16]int
	symbols []int
}

func newHuffman(lengths []uint8) *huffman {
	h := &huffman{}
	for length := 1; length < len(h.counts); length++ {
		for symbol, l := range lengths {
			if int(l) == length {
				h.counts[length]++
				h.symbols = append(h.symbols, symbol)
			}
		}
	}
	return h
}

func (r *bitReader) symbol(h *huffman) int {
	code, first, index := 0, 0, 0
	for length := 1; length < len(h.counts); length++ {
		code |= int(r.bits(1))
		if count := h.counts[length]; code-first < count {
			return h.symbols[index+code-first]
		} else {
			index += count
			first = (first + count) << 1
			code <<= 1
		}
	}
	r.failed = true
	return 256
}

func fixedCodes() (literals, distances *huffman) {
	var lengths [288]uint8
	for i := range lengths {
		switch {
		case i < 144:
			lengths[i] = 8
		case i < 256:
			lengths[i] = 9
		case i < 280:
			lengths[i] = 7
		default:
			lengths[i] = 8
		}
	}
	var d [30]uint8
	for i := range d {
		d[i] = 5
	}
	return newHuffman(lengths[:]), newHuffman(d[:])
}

// codes reads the two codes of a block (RFC 1951, 3.2.7).
func (r *bitReader) codes() (literals, distances *huffman) {
	nl, nd, nc := int(r.bits(5))+257, int(r.bits(5))+1, int(r.bits(4))+4
	var lengths [19]uint8
	for _, i := range codeOrder[:nc] {
		lengths[i] = uint8(r.bits(3))
	}
	code := newHuffman(lengths[:])
	all := make([]uint8, 0, nl+nd)
	for len(all) < nl+nd && !r.failed {
		symbol, again, repeated := r.symbol(code), 0, uint8(0)
		switch symbol {
		case 16:
			if len(all) > 0 {
				repeated = all[len(all)-1]
			}
			again = 3 + int(r.bits(2))
		case 17:
			again = 3 + int(r.bits(3))
		case 18:
			again = 11 + int(r.bits(7))
		default:
			repeated, again = uint8(symbol), 1
		}
		for range again {
			all = append(all, repeated)
		}
	}
	if len(all) < nl+nd {
		all = append(all, make([]uint8, nl+nd-len(all))...)
	}
	return newHuffman(all[:nl]), newHuffman(all[nl : nl+nd])
}
