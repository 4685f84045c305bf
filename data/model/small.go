package model

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"math"
	"strings"
)

// The shape of the compact encoder; data/model/learn/distil.py writes a file of this shape.
const (
	smallWidth  = 256
	smallHeads  = 4
	smallInner  = 2 * smallWidth
	smallLayers = 2
	smallReach  = 8 // places apart beyond which all distances are one
	smallHead   = smallWidth / smallHeads
)

// smallVocabulary has one piece a line, as the large encoder's has.
//
//go:embed small.txt
var smallVocabulary string

// smallWeights is the tensors of the compact encoder in the order in which NewSmall reads them. A matrix is its rows: a scale (float32) and
// one byte for each number; a vector is float32. All are little-endian.
//
//go:embed small.bin
var smallWeights string

// Small is the compact encoder that comes with the program: two layers of attention (Vaswani et al. 2017) over vectors of word pieces. It was
// taught to give a word in its sentence the vector that the large one gives it (distillation: Hinton et al. 2015), as far as 256 numbers can
// hold it.
type Small struct {
	tokens tokenizer
	pieces []float32 // piece × smallWidth
	layers [smallLayers]smallLayer
	out    []float32 // smallWidth × smallWidth
}

// smallLayer is one layer. Matrices have a row for each output.
type smallLayer struct {
	near, far     []float32 // scales before attention, and before the inner layer
	q, k, v, o    []float32 // smallWidth × smallWidth
	distance      []float32 // head × distance
	up, bias, off []float32 // smallInner × smallWidth, smallInner, smallWidth × smallInner
}

// NewSmall unpacks the compact encoder.
func NewSmall() (*Small, error) {
	s := &Small{tokens: newTokenizer(smallVocabulary)}
	r := tensors{rest: smallWeights}
	s.pieces = r.matrix(len(s.tokens.ids), smallWidth)
	for i := range s.layers {
		l := &s.layers[i]
		l.near, l.far = r.vector(smallWidth), r.vector(smallWidth)
		for _, m := range []*[]float32{&l.q, &l.k, &l.v, &l.o} {
			*m = r.matrix(smallWidth, smallWidth)
		}
		l.distance = r.vector(smallHeads * (2*smallReach + 1))
		l.up, l.bias, l.off = r.matrix(smallInner, smallWidth), r.vector(smallInner), r.matrix(smallWidth, smallInner)
	}
	s.out = r.matrix(smallWidth, smallWidth)
	if r.short || r.rest != "" {
		return nil, errors.New("data/model/small.bin does not fit small.txt and the shape in small.go; make all three with data/model/learn")
	}
	return s, nil
}

// tensors reads numbers off the front of a string.
type tensors struct {
	rest  string
	short bool
}

func (t *tensors) take(n int) string {
	if n > len(t.rest) {
		t.short = true
		return strings.Repeat("\x00", n)
	}
	s := t.rest[:n]
	t.rest = t.rest[n:]
	return s
}

func (t *tensors) vector(n int) []float32 {
	v := make([]float32, n)
	raw := []byte(t.take(4 * n))
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	return v
}

func (t *tensors) matrix(rows, columns int) []float32 {
	m := make([]float32, 0, rows*columns)
	for range rows {
		scale := t.vector(1)[0]
		for _, b := range []byte(t.take(columns)) {
			m = append(m, float32(int8(b))*scale)
		}
	}
	return m
}

// Alike says how much of sentence i stands in sentence j, in thousandths, for the sentences of one meeting.
func (s *Small) Alike(sentences []string) [][]int { return alike(s.words, sentences) }

// words are the words of a sentence and their vectors: the mean over a word's pieces.
func (s *Small) words(sentence string) ([]string, [][]float32) {
	pieces, words := s.tokens.pieces(sentence)
	pieces = pieces[1 : len(pieces)-1] // it knows no marks of the beginning and the end
	x := s.run(pieces)
	vectors, count := make([][]float32, len(words)), make([]float32, len(words))
	for i := range vectors {
		vectors[i] = make([]float32, smallWidth)
	}
	for i, p := range pieces {
		if p.word < 0 {
			continue
		}
		count[p.word]++
		for j, v := range x[i*smallWidth : (i+1)*smallWidth] {
			vectors[p.word][j] += v
		}
	}
	for i, v := range vectors {
		for j := range v {
			v[j] /= max(count[i], 1)
		}
	}
	return words, vectors
}

// run computes the vectors of pieces in their sentence.
func (s *Small) run(pieces []piece) []float32 {
	n := len(pieces)
	x := make([]float32, 0, n*smallWidth)
	for _, p := range pieces {
		x = append(x, s.pieces[p.id*smallWidth:(p.id+1)*smallWidth]...)
	}
	for i := range s.layers {
		l := &s.layers[i]
		add(x, times(l.attend(scaled(x, l.near), n), l.o, smallWidth))
		h := times(scaled(x, l.far), l.up, smallWidth)
		for i := range h {
			h[i] = max(h[i]+l.bias[i%smallInner], 0)
		}
		add(x, times(h, l.off, smallInner))
	}
	return times(x, s.out, smallWidth)
}

// attend mixes the n rows of x by how much each attends to the others, a head at a time.
func (l *smallLayer) attend(x []float32, n int) []float32 {
	q, k, v := times(x, l.q, smallWidth), times(x, l.k, smallWidth), times(x, l.v, smallWidth)
	out := make([]float32, n*smallWidth)
	a := make([]float64, n)
	for h := range smallHeads {
		for i := range n {
			top := math.Inf(-1)
			for j := range n {
				from := h * smallHead
				s := dot(q[i*smallWidth+from:][:smallHead], k[j*smallWidth+from:][:smallHead])
				far := min(max(j-i, -smallReach), smallReach) + smallReach
				a[j] = float64(s)/math.Sqrt(smallHead) + float64(l.distance[h*(2*smallReach+1)+far])
				top = max(top, a[j])
			}
			sum := 0.0
			for j := range a {
				a[j] = math.Exp(a[j] - top)
				sum += a[j]
			}
			to := out[i*smallWidth+h*smallHead:][:smallHead]
			for j := range a {
				share := float32(a[j] / sum)
				for d, y := range v[j*smallWidth+h*smallHead:][:smallHead] {
					to[d] += float32(share * y)
				}
			}
		}
	}
	return out
}

// scaled gives every row of x the mean square 1, then scales it as learned (Zhang and Sennrich 2019).
func scaled(x, scale []float32) []float32 {
	y := make([]float32, len(x))
	for i := 0; i < len(x); i += smallWidth {
		row := x[i : i+smallWidth]
		r := float32(1 / math.Sqrt(float64(dot(row, row))/smallWidth+1e-6))
		for j, v := range row {
			y[i+j] = float32(v*r) * scale[j]
		}
	}
	return y
}

// times multiplies the rows of x, each of length in, with the rows of w, whose number is a multiple of 4: four at a time, so that each number
// of x is fetched once for all. Each product is rounded by itself (the conversions say so), so that all machines get the same sums.
func times(x, w []float32, in int) []float32 {
	out := len(w) / in
	y := make([]float32, len(x)/in*out)
	for i := 0; i < len(y); i += 4 {
		row, at := x[i/out*in:][:in], w[i%out*in:]
		a, b, c, d := at[:in], at[in:][:in], at[2*in:][:in], at[3*in:][:in]
		var s, t, u, v float32
		for j, f := range row {
			s += float32(f * a[j])
			t += float32(f * b[j])
			u += float32(f * c[j])
			v += float32(f * d[j])
		}
		y[i], y[i+1], y[i+2], y[i+3] = s, t, u, v
	}
	return y
}

// dot is the product of two vectors, rounded as times does.
func dot(a, b []float32) float32 {
	var s float32
	for i, x := range a {
		s += float32(x * b[i])
	}
	return s
}
