package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"slices"
	"strings"
)

// share is what one part of a module takes.
type share struct {
	name   string
	plain  int     // bytes
	packed float64 // bytes after gzip -9
}

// shares shares the bytes of a module after gzip -9 out among those who brought them: each byte counts with the bits that it took of
// the compressed stream, so the sum is the size of the whole. Code and tables by instruction belong to the package of their
// function, which the module's own table of functions names; data has no names in a module and is shared out by kind.
func shares(module []byte) ([]share, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w.Write(module) // a bytes.Buffer takes all
	w.Close()
	const header, trailer = 10, 8 // of a gzip file without a name (RFC 1952)
	stream := packed.Bytes()
	out, bits, err := costs(stream[header : len(stream)-trailer])
	if err == nil && !bytes.Equal(out, module) {
		err = errDeflate
	}
	if err != nil {
		return nil, err
	}
	owned, err := stretches(module)
	if err != nil {
		return nil, err
	}
	var list []share
	at := map[string]int{}
	add := func(owner string, plain int, packed float64) {
		i, known := at[owner]
		if !known {
			i = len(list)
			at[owner] = i
			list = append(list, share{name: owner})
		}
		list[i].plain += plain
		list[i].packed += packed
	}
	taken := make([]bool, len(module)) // the first owner has a byte: tables of values are shared among functions
	for _, s := range append(owned, stretch{0, len(module), "sections: types, imports, exports, elements"}) {
		sum, n := 0.0, 0
		for i := s.begin; i < s.end; i++ {
			if !taken[i] {
				taken[i] = true
				sum += float64(bits[i]) / 8
				n++
			}
		}
		add(s.owner, n, sum)
	}
	slices.SortStableFunc(list, func(a, b share) int { return cmp.Compare(b.packed, a.packed) })
	return list, nil
}

// stretch is a part of a module and whose it is.
type stretch struct {
	begin, end int
	owner      string
}

// stretches finds the functions, their tables, and the rest of the data.
func stretches(module []byte) ([]stretch, error) {
	var bodies, owned []stretch
	var data stretch
	err := sections(module, func(id byte, start, end int) error {
		switch id {
		case codeSection:
			count, n := binary.Uvarint(module[start:end])
			for at := start + n; count > 0 && at < end; count-- {
				size, n := binary.Uvarint(module[at:end])
				bodies = append(bodies, stretch{begin: at, end: min(at+n+int(size), end)})
				at += n + int(size)
			}
		case dataSection:
			data = stretch{start, end, "data of all: types, strings, constants, variables"}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	base := bytes.Index(module[data.begin:data.end], pcHeader) + data.begin
	if base < data.begin {
		return nil, errNoFunctions
	}
	t, err := readFunctions(module[base:data.end])
	if err != nil {
		return nil, err
	}
	own := func(begin, end int, owner string) { owned = append(owned, stretch{base + begin, base + end, owner}) }
	for f := range t.each {
		owner := packageOf(f.name())
		if body := f.index - firstFunction; body >= 0 && body < len(bodies) {
			owned = append(owned, stretch{bodies[body].begin, bodies[body].end, owner})
		}
		own(f.at, f.at+f.size(), owner)
		own(f.nameAt(), f.nameAt()+len(f.name())+1, owner)
		for _, o := range f.values() {
			begin := t.pctab + int(o)
			own(begin, begin+lengthOfValues(t.table[begin:t.functab]), owner)
		}
	}
	own(t.names, t.units, "names of inlined functions")
	return append(owned, data), nil
}

// firstFunction is the number that Go's linker gives to the first function of a module (cmd/link/internal/wasm).
const firstFunction = 0x1000

// packageOf cuts the import path out of a function's name, such as "readout/wasm/who.(*finder).next" or "slices.SortFunc[...]".
func packageOf(name string) string {
	name = strings.TrimPrefix(name, "type:.eq.") // made by the compiler
	name, _, _ = strings.Cut(name, "[")
	if strings.Contains(name, "{") {
		return "types without a name"
	}
	slash := strings.LastIndexByte(name, '/') + 1
	path, _, ok := strings.Cut(name[slash:], ".")
	if !ok {
		return "runtime" // assembly
	}
	return name[:slash] + path
}

// gathered says under which name of the table a package counts; modules are named as go.mod names them.
func gathered(pkg string) string {
	for _, module := range []string{"github.com/syumai/workers", "github.com/tidwall/gjson", "github.com/sergi/go-diff"} {
		if strings.HasPrefix(pkg, module) {
			return module
		}
	}
	first, _, _ := strings.Cut(pkg, "/")
	switch {
	case pkg == "github.com/tidwall/match":
		return "github.com/tidwall/gjson"
	case pkg == "main":
		return "readout/worker"
	case first == "readout", strings.Contains(pkg, " "):
		return pkg
	case slices.Contains([]string{"runtime", "internal", "sync", "syscall", "unique", "weak"}, first):
		return "Go's runtime"
	case slices.Contains([]string{"net", "mime", "crypto", "vendor", "compress", "bufio", "log", "os", "hash", "io"}, first):
		return "Go's library: net/http and what it brings"
	case slices.Contains([]string{"slices", "sort", "cmp", "maps"}, first):
		return "Go's library: sorting, once for each type that is sorted"
	}
	return "Go's library: fmt, time, strings and all others"
}

// writeShares writes the shares of a module as a table in Markdown.
func writeShares(w io.Writer, module []byte) error {
	list, err := shares(module)
	if err != nil {
		return err
	}
	var rows []share
	whole := share{name: "the whole module"}
	for _, s := range list {
		name := gathered(s.name)
		i := slices.IndexFunc(rows, func(r share) bool { return r.name == name })
		if i < 0 {
			i = len(rows)
			rows = append(rows, share{name: name})
		}
		for _, r := range []*share{&rows[i], &whole} {
			r.plain += s.plain
			r.packed += s.packed
		}
	}
	slices.SortStableFunc(rows, func(a, b share) int { return cmp.Compare(b.packed, a.packed) })
	fmt.Fprintf(w, "| part of worker.wasm | bytes | after gzip -9 | share |\n| --- | ---: | ---: | ---: |\n")
	for _, r := range append(rows, whole) {
		fmt.Fprintf(w, "| %s | %d | %.0f | %.1f %% |\n", r.name, r.plain, r.packed, 100*r.packed/whole.packed)
	}
	return nil
}
