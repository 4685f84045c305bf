package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// linked is ./worker as Go's linker leaves it.
func linked(t *testing.T) []byte {
	t.Helper()
	t.Chdir(filepath.Join("..", ".."))
	if _, err := os.Stat("go.mod"); err != nil {
		t.Fatal(err)
	}
	module, err := link("")
	if err != nil {
		t.Fatal(err)
	}
	return module
}

// values reads a table of values by instruction as runtime.step does.
func values(t *testing.T, b []byte) (all [][2]uint64) {
	t.Helper()
	var value, pc uint64
	for first := true; ; first = false {
		delta, n := binary.Uvarint(b)
		if delta == 0 && !first {
			return all
		}
		value += -(delta & 1) ^ (delta >> 1)
		step, m := binary.Uvarint(b[n:])
		if n <= 0 || m <= 0 {
			t.Fatal("a table of values has no end")
		}
		pc += step
		all = append(all, [2]uint64{value, pc})
		b = b[n+m:]
	}
}

// lengthOfFuncdata is the length of what the collector, the unwinding of stacks and deferred calls read of a function, by its number.
func lengthOfFuncdata(number int, b []byte) int {
	count := int(binary.LittleEndian.Uint32(b))
	switch number {
	case 0, 1: // maps of live pointers: how many, how many bits each
		return 8 + count*((int(binary.LittleEndian.Uint32(b[4:]))+7)/8)
	case 2: // objects on the stack
		return 8 + 16*count
	case 4: // where deferred calls stand: two numbers
		_, n := binary.Uvarint(b)
		_, m := binary.Uvarint(b[n:])
		return n + m
	}
	return 4
}

// TestOnlyTracesAreDropped holds the whole Worker against what the linker wrote: the collector and the unwinding of stacks find the same
// values at every instruction of every function, and nothing is changed but what stack traces alone read.
func TestOnlyTracesAreDropped(t *testing.T) {
	module := linked(t)
	whole, err := joinSegments(module, nil)
	if err != nil {
		t.Fatal(err)
	}
	var original, changed []byte // the segment with the table
	var before []segment
	var address int64
	trimmed, err := joinSegments(module, func(segments []segment) error {
		for _, s := range segments {
			if at := bytes.Index(s.content, pcHeader); at >= 0 && original == nil {
				original, address = bytes.Clone(s.content[at:]), s.address+int64(at)
				defer func() { changed = s.content[at:] }()
			}
		}
		for _, s := range segments {
			before = append(before, segment{s.address, bytes.Clone(s.content)})
		}
		return dropTraces(segments)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(trimmed) != len(whole) {
		t.Fatalf("%d bytes, %d before", len(trimmed), len(whole))
	}
	begin := bytes.Index(whole, original)
	if begin < 0 || !bytes.Equal(whole[:begin], trimmed[:begin]) || !bytes.Equal(whole[begin+len(original):], trimmed[begin+len(original):]) {
		t.Fatal("something beside the table of functions has changed")
	}
	a, err := readFunctions(original)
	if err != nil {
		t.Fatal(err)
	}
	b, err := readFunctions(changed)
	if err != nil {
		t.Fatal(err)
	}
	may := make([]bool, len(original)) // change
	for i := a.units; i < a.functab; i++ {
		may[i] = true // values are compared one by one below
	}
	tables, kept, wrappers := 0, 0, 0
	data, err := funcdataOf(before, a, address)
	if err != nil {
		t.Fatal(err)
	}
	gofunc := len(original) - len(data) // both go to the end of their segment
	for i := range a.count {
		f, g := a.function(i), b.function(i)
		if f.at != g.at || f.index != g.index || f.name() != g.name() {
			t.Fatalf("function %d is %s, was %s", i, g.name(), f.name())
		}
		for _, from := range []int{funcPCFile, funcPCLn, funcUnit, funcStartLine} {
			mayChange(may, f.at+from)
		}
		offsets := []int{funcPCSP}
		for j := range int(f.word(funcNPCData)) {
			if j == pcdataTree && !f.isWrapper() || j == pcdataLiveArgs {
				mayChange(may, f.at+funcSize+4*j)
				continue
			}
			offsets = append(offsets, funcSize+4*j)
		}
		for j := range f.funcdataCount() {
			x, y := f.funcdata(j), g.funcdata(j)
			tree := j == funcdataTree && f.isWrapper()
			switch {
			case j == funcdataArgs || j == funcdataLiveArgs || j == funcdataTree && !tree:
				mayChange(may, f.at+f.funcdataAt(j))
				if y != noFuncdata {
					t.Fatalf("%s: funcdata %d is still there", f.name(), j)
				}
				continue
			case x != y:
				t.Fatalf("%s: other funcdata %d", f.name(), j)
			case x == noFuncdata:
				continue
			}
			kept++
			from := gofunc + int(x)
			length := lengthOfFuncdata(j, original[from:])
			if tree {
				wrappers++
				length = f.treeLength()
			}
			if !bytes.Equal(original[from:from+length], changed[from:from+length]) {
				t.Fatalf("%s: funcdata %d have changed", f.name(), j)
			}
		}
		for _, o := range offsets {
			x, y := f.word(o), g.word(o)
			if x != y {
				t.Fatalf("%s: another table of values", f.name())
			}
			if x == 0 {
				continue
			}
			tables++
			if !slices.Equal(values(t, original[a.pctab+int(x):]), values(t, changed[b.pctab+int(x):])) {
				t.Fatalf("%s: other values by instruction", f.name())
			}
		}
	}
	if a.count < 3000 || tables < 2*a.count || kept < 2*a.count || wrappers < 20 {
		t.Fatalf("%d functions with %d tables, %d funcdata, %d trees of wrappers: too few to have been read right", a.count, tables, kept, wrappers)
	}
	for i := range original {
		emptied := changed[i] == 0 && (i >= a.names && i < a.units || i >= gofunc) // names and funcdata: those that stay are compared above
		if original[i] != changed[i] && !may[i] && !emptied {
			t.Fatalf("byte %d of the table of functions has changed", i)
		}
	}
	for _, s := range []string{"runtime.gopanic", "readout/wasm/engine.Understand"} {
		if !bytes.Contains(changed[b.names:b.units], []byte("\x00"+s+"\x00")) {
			t.Errorf("%s has lost its name", s)
		}
	}
	if bytes.Contains(changed, []byte("worker/api/api.go")) || !bytes.Contains(original, []byte("worker/api/api.go")) {
		t.Error("names of files are still there, or never were")
	}
}

func mayChange(may []bool, word int) {
	for i := range 4 {
		may[word+i] = true
	}
}

// TestShares: every byte of the module has one owner, and the parts make up its size after gzip.
func TestShares(t *testing.T) {
	module, err := joinSegments(linked(t), dropTraces)
	if err != nil {
		t.Fatal(err)
	}
	list, err := shares(module)
	if err != nil {
		t.Fatal(err)
	}
	plain, packed := 0, 0.0
	of := map[string]share{}
	for _, s := range list {
		plain += s.plain
		packed += s.packed
		of[s.name] = s
	}
	if plain != len(module) || packed < float64(len(module))/8 || packed > float64(len(module))/3 {
		t.Errorf("%d of %d bytes, %.0f after gzip", plain, len(module), packed)
	}
	for _, name := range []string{"runtime", "readout/worker/api", "readout/wasm/meeting", "github.com/tidwall/gjson"} {
		if s := of[name]; s.packed < 10_000 || s.packed > float64(s.plain) {
			t.Errorf("%s has %d bytes, %.0f after gzip", name, s.plain, s.packed)
		}
	}
	var table strings.Builder
	if err := writeShares(&table, module); err != nil || !strings.Contains(table.String(), "| github.com/syumai/workers |") {
		t.Errorf("%v\n%s", err, &table)
	}
}

// TestCosts: what is decoded is what was encoded, and the bits of all bytes are those of the stream.
func TestCosts(t *testing.T) {
	text := []byte(strings.Repeat("the talks, the meeting and the talks about the meeting; ", 40))
	for i := range 3000 {
		text = append(text, byte(i*i>>3)) // and what hardly repeats
	}
	for _, level := range []int{0, 1, 9} {
		stream := deflate(t, text, level)
		out, bits, err := costs(stream)
		if err != nil || !bytes.Equal(out, text) {
			t.Fatalf("level %d: %v, %d bytes of %d", level, err, len(out), len(text))
		}
		sum := 0.0
		for _, b := range bits {
			sum += float64(b)
		}
		if whole := float64(8 * len(stream)); sum > whole+1 || sum < whole*.98 {
			t.Errorf("level %d: %.0f of %.0f bits", level, sum, whole)
		}
		if _, _, err := costs(stream[:len(stream)/2]); err == nil {
			t.Error("half a stream is no error")
		}
	}
}

func deflate(t *testing.T, b []byte, level int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, level)
	if err == nil {
		_, err = w.Write(b)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
