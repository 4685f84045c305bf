package model

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"sync"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// The shape of all-mpnet-base-v2 (config.json beside its weights).
const (
	width  = 768
	heads  = 12
	layers = 12
	inner  = 3072
	middle = 6 // the layer that is read besides the last
	// Distances between words are told apart exactly below 8, then by their logarithm up to 128 (Raffel et al. 2020, T5).
	buckets     = 32
	farthest    = 128
	epsilon     = 1e-5
	firstPlace  = 2 // position embeddings begin behind two reserved ones
	headWidth   = width / heads
	vectorWidth = 2 * width // of a word: the middle and the last layer
)

// Encoder turns sentences into vectors of their words in context. The vectors are the middle and the last hidden
// layer of MPNet (Song et al. 2020), as trained for sentences (sentence-transformers, all-mpnet-base-v2).
type Encoder struct {
	tokens tokenizer
	w      map[string][]float32
	bias   [][]float32 // head → distance bucket
	tuned  *tuned
}

// Open reads the weights and the vocabulary that `make model` put into dir.
func Open(dir string) (*Encoder, error) {
	vocabulary, err := os.ReadFile(filepath.Join(dir, "vocab.txt"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: no encoder there; fetch it with `make model`", dir)
	}
	if err != nil {
		return nil, err
	}
	e := &Encoder{tokens: newTokenizer(string(vocabulary))}
	if e.w, err = readTensors(filepath.Join(dir, "model.safetensors")); err != nil {
		return nil, err
	}
	table := e.w["encoder.relative_attention_bias.weight"]
	if len(table) != buckets*heads || len(e.w["embeddings.word_embeddings.weight"])/width != len(e.tokens.ids) {
		return nil, fmt.Errorf("%s: not the weights of all-mpnet-base-v2; remove the folder and run `make model`", dir)
	}
	for h := range heads {
		e.bias = append(e.bias, make([]float32, buckets))
		for b := range buckets {
			e.bias[h][b] = table[b*heads+h]
		}
	}
	e.tuned, err = newTuned()
	return e, err
}

// readTensors reads a file of named tensors (safetensors: a length, a JSON header, little-endian values).
func readTensors(name string) (map[string][]float32, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var size uint64
	if err := binary.Read(f, binary.LittleEndian, &size); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if size > 1<<24 {
		return nil, fmt.Errorf("%s: a header of %d bytes: not a file of tensors", name, size)
	}
	head := make([]byte, size)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var header map[string]struct {
		Type   string `json:"dtype"`
		Ends   [2]int `json:"data_offsets"`
		Format string `json:"format"`
	}
	if err := json.Unmarshal(head, &header); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	out := map[string][]float32{}
	for key, h := range header {
		if h.Type != "F32" {
			continue
		}
		raw := make([]byte, h.Ends[1]-h.Ends[0])
		if _, err := f.ReadAt(raw, int64(8+int(size)+h.Ends[0])); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, key, err)
		}
		v := make([]float32, len(raw)/4)
		for i := range v {
			v[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		}
		out[key] = v
	}
	return out, nil
}

// Alike says how much of sentence i stands in sentence j, in thousandths, for the sentences of one meeting.
func (e *Encoder) Alike(sentences []string) [][]int { return alike(e.words, sentences) }

// AlikeAndWhole says the same, and gives the vectors of the sentences as the encoder was trained to compare them: the mean of their pieces
// in the last layer, of length 1.
func (e *Encoder) AlikeAndWhole(sentences []string) (scores [][]int, whole map[string][]float32) {
	whole = map[string][]float32{}
	var mutex sync.Mutex
	scores = alike(func(sentence string) ([]string, [][]float32) {
		words, vectors, all := e.read(sentence)
		mutex.Lock()
		defer mutex.Unlock()
		whole[sentence] = all
		return words, vectors
	}, sentences)
	return scores, whole
}

// words are the words of a sentence and their vectors.
func (e *Encoder) words(sentence string) ([]string, [][]float32) {
	words, vectors, _ := e.read(sentence)
	return words, vectors
}

// read gives the words of a sentence, their vectors (for each layer the sum over a word's pieces, each of length 1, as learned), and the
// vector of the sentence.
func (e *Encoder) read(sentence string) (words []string, vectors [][]float32, whole []float32) {
	pieces, words := e.tokens.pieces(sentence)
	vectors = make([][]float32, len(words))
	for i := range vectors {
		vectors[i] = make([]float32, vectorWidth)
	}
	at := 0
	e.run(pieces, func(x []float32) {
		whole = make([]float32, width) // of the last layer in the end
		for i, p := range pieces {
			row := x[i*width : (i+1)*width]
			add(whole, row)
			if p.word < 0 {
				continue
			}
			l := length(row)
			for j, v := range row {
				vectors[p.word][at+j] += v / l
			}
		}
		at += width
	})
	e.tuned.apply(vectors)
	l := length(whole)
	for i := range whole {
		whole[i] /= l
	}
	return words, vectors, whole
}

// length is the Euclidean length of v.
func length(v []float32) float32 {
	s := 0.0
	for _, x := range v {
		s += float64(x) * float64(x)
	}
	return float32(math.Sqrt(s))
}

// run computes the hidden layers of a text and calls see with the middle and the last.
func (e *Encoder) run(pieces []piece, see func(x []float32)) {
	n := len(pieces)
	x := make([]float32, n*width)
	word, place := e.w["embeddings.word_embeddings.weight"], e.w["embeddings.position_embeddings.weight"]
	for i, p := range pieces {
		for j := range width {
			x[i*width+j] = word[p.id*width+j] + place[(firstPlace+i)*width+j]
		}
	}
	e.normalise(x, "embeddings.LayerNorm")
	for l := range layers {
		p := fmt.Sprintf("encoder.layer.%d.", l)
		add(x, e.linear(e.attend(x, n, p+"attention.attn."), n, p+"attention.attn.o", width))
		e.normalise(x, p+"attention.LayerNorm")
		h := e.linear(x, n, p+"intermediate.dense", inner)
		for i, v := range h {
			h[i] = float32(0.5 * float64(v) * (1 + math.Erf(float64(v)/math.Sqrt2)))
		}
		add(x, e.linear(h, n, p+"output.dense", width))
		e.normalise(x, p+"output.LayerNorm")
		if l+1 == middle || l+1 == layers {
			see(x)
		}
	}
}

// attend mixes the n rows of x by how much each attends to the others, a head at a time.
func (e *Encoder) attend(x []float32, n int, name string) []float32 {
	q, k, v := e.linear(x, n, name+"q", width), e.linear(x, n, name+"k", width), e.linear(x, n, name+"v", width)
	out := make([]float32, n*width)
	a := make([]float64, n)
	for h := range heads {
		for i := range n {
			top := math.Inf(-1)
			for j := range n {
				s := blas32.Dot(part(q, i, h), part(k, j, h))
				a[j] = float64(s)/math.Sqrt(headWidth) + float64(e.bias[h][bucket(j-i)])
				top = max(top, a[j])
			}
			sum := 0.0
			for j := range a {
				a[j] = math.Exp(a[j] - top)
				sum += a[j]
			}
			for j := range a {
				blas32.Axpy(float32(a[j]/sum), part(v, j, h), part(out, i, h))
			}
		}
	}
	return out
}

// part is what head h sees of row i.
func part(x []float32, i, h int) blas32.Vector {
	from := i*width + h*headWidth
	return blas32.Vector{N: headWidth, Inc: 1, Data: x[from : from+headWidth]}
}

// bucket numbers a distance between two places.
func bucket(distance int) int {
	half := buckets / 2
	b, d := 0, -distance
	if d < 0 {
		b, d = half, -d
	}
	if d < half/2 {
		return b + d
	}
	far := half/2 + int(math.Log(float64(d)/float64(half/2))/math.Log(farthest/float64(half/2))*float64(half-half/2))
	return b + min(far, half-1)
}

// linear multiplies the n rows of x with a matrix and adds its bias.
func (e *Encoder) linear(x []float32, n int, name string, out int) []float32 {
	w, b := e.w[name+".weight"], e.w[name+".bias"]
	in := len(w) / out
	y := make([]float32, n*out)
	for i := range n {
		copy(y[i*out:], b)
	}
	blas32.Gemm(blas.NoTrans, blas.Trans, 1, blas32.General{Rows: n, Cols: in, Stride: in, Data: x}, blas32.General{Rows: out, Cols: in, Stride: in, Data: w},
		1, blas32.General{Rows: n, Cols: out, Stride: out, Data: y})
	return y
}

// add adds y to x.
func add(x, y []float32) {
	for i := range x {
		x[i] += y[i]
	}
}

// normalise gives every row mean 0 and deviation 1, then scales and shifts it as learned.
func (e *Encoder) normalise(x []float32, name string) {
	w, b := e.w[name+".weight"], e.w[name+".bias"]
	for ; len(x) > 0; x = x[width:] {
		row := x[:width]
		mean, sum := 0.0, 0.0
		for _, v := range row {
			mean += float64(v)
		}
		mean /= width
		for _, v := range row {
			sum += (float64(v) - mean) * (float64(v) - mean)
		}
		scale := 1 / math.Sqrt(sum/width+epsilon)
		for i, v := range row {
			row[i] = float32((float64(v)-mean)*scale)*w[i] + b[i]
		}
	}
}
