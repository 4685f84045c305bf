package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"readout/data/seed"
	"readout/data/yaml"
)

// Folder is a folder of seeds that articles are put into. It never overwrites a file. An article is there completely or not at
// all: its NAME.yaml is written first, then its text, each by one atomic step of the file system.
type Folder struct {
	dir    string
	source map[string]string // SHA-256 of a source → the article taken out of it
	text   map[string]string // hash of a text and its outlet → article
}

// Open reads what is in the folder, and makes the folder if it is missing.
func Open(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f := &Folder{dir: dir, source: map[string]string{}, text: map[string]string{}}
	seeds, _ := seed.Load(dir) // what is wrong with others is no matter here; check says it
	for i := range seeds {
		s := &seeds[i]
		f.know(s.File, s.Text, s.Meta.Outlet, s.Meta.TakenSHA256)
	}
	return f, nil
}

func (f *Folder) know(file, text, outlet, sum string) {
	f.text[textKey(text, outlet)] = file
	if sum == "" {
		raw := sha256.Sum256([]byte(text)) // a .txt that was put there by hand is its own source
		sum = hex.EncodeToString(raw[:])
	}
	f.source[sum] = file
}

// textKey tells two articles apart; white space is no difference.
func textKey(text, outlet string) string {
	sum := seed.Digest(text)
	return string(sum[:]) + strings.ToLower(outlet)
}

// Known is the article in the folder that was made from the same source, or has the same text from the same outlet; "" if there is none.
func (f *Folder) Known(it *Item) string {
	if file := f.source[it.SHA256]; file != "" {
		return file
	}
	return f.text[textKey(it.Text, it.Meta.Outlet)]
}

// Put writes an article and returns the name of its text file in the folder. If the name is taken, it counts on: NAME-2, NAME-3.
func (f *Folder) Put(it *Item) (string, error) {
	text, err := f.draft(it.Text)
	if err != nil {
		return "", err
	}
	defer os.Remove(text)
	side, err := f.draft(Sidecar(it))
	if err != nil {
		return "", err
	}
	defer os.Remove(side)
	for n := 1; ; n++ {
		name := it.Name
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		if n > 10_000 {
			return "", fmt.Errorf("%s: ten thousand articles are called %s; rename the file", f.dir, it.Name)
		}
		txt, sidecar := filepath.Join(f.dir, name+".txt"), filepath.Join(f.dir, name+".yaml")
		if exists(txt) {
			continue
		}
		made := true
		if err := os.Link(side, sidecar); errors.Is(err, fs.ErrExist) {
			if same, _ := os.ReadFile(sidecar); string(same) != Sidecar(it) {
				continue // somebody else's; the very same is what a killed run has left
			}
			made = false
		} else if err != nil {
			return "", fmt.Errorf("cannot write %s: %w", sidecar, err)
		}
		if err := os.Link(text, txt); err != nil {
			if made {
				os.Remove(sidecar)
			}
			if errors.Is(err, fs.ErrExist) {
				continue
			}
			return "", fmt.Errorf("cannot write %s: %w", txt, err)
		}
		f.know(name+".txt", it.Text, it.Meta.Outlet, it.SHA256)
		return name + ".txt", nil
	}
}

// draft writes a file under a hidden name, which nobody takes for an article, and sees it safely on the disk.
func (f *Folder) draft(content string) (string, error) {
	tmp, err := os.CreateTemp(f.dir, ".add-*")
	if err != nil {
		return "", err
	}
	_, err = tmp.WriteString(content)
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Sync(), tmp.Close())
	if err != nil {
		os.Remove(tmp.Name())
		return "", err
	}
	return tmp.Name(), nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// Sidecar is the content of an article's NAME.yaml.
func Sidecar(it *Item) string {
	var b strings.Builder
	b.WriteString("# Written by add. What is listed under guessed was worked out: correct it, then take it out of the list.\n")
	m := &it.Meta
	taken, sum := it.From, it.SHA256
	if it.Verbal {
		taken, sum = "", "" // the text is the source
	} else if file, in, ok := strings.Cut(taken, ": "); ok {
		taken = filepath.Base(file) + ": " + in
	} else {
		taken = filepath.Base(taken)
	}
	for _, kv := range [][2]string{
		{"outlet", m.Outlet}, {"url", m.URL}, {"published", m.Published}, {"headline", m.Headline}, {"author", m.Author}, {"language", m.Language},
		{"translated_from", m.TranslatedFrom}, {"format", m.Format}, {"rights", m.Rights}, {"note", m.Note},
		{"guessed", strings.Join(it.Guessed, ", ")}, {"taken_from", oneLine(taken)}, {"taken_sha256", sum},
	} {
		if kv[1] != "" {
			b.WriteString(kv[0] + ": " + yaml.Write(kv[1]) + "\n")
		}
	}
	return b.String()
}
