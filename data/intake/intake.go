// Package intake reads articles in the forms that people have (saved pages, Markdown with front matter, ninjs, WARC and ZIP
// archives, plain text) and puts them into the folder of seeds. Each becomes NAME.txt, the article's text in UTF-8, with
// NAME.yaml beside it for what is known about it.
//
// # What is stored
//
// A .txt in UTF-8 is copied byte for byte. From everything else the text is taken out, headline first, with a blank line between
// paragraphs. That text is the article from then on: every offset of the dataset counts its code points, so anybody can open the
// file and find the words. The page itself is not stored. NAME.yaml names it (taken_from) with the SHA-256 of its bytes
// (taken_sha256), so that it can be compared with an archive kept elsewhere, and no file is added twice.
//
// # What is known and what is guessed
//
// A value that the source states (schema.org NewsArticle, Open Graph, front matter, a field of ninjs) is written as it is. A value
// that had to be worked out (a date in the page's address, an outlet after the bar in a title) is written too, and its key is listed
// under guessed, for an editor to confirm. A guessed date has EDTF's question mark.
//
// # What is refused
//
// Files come from anywhere, so every reader has a limit, and its message names it: see the constants. Names inside an
// archive never become paths. If one leads out of its folder, or is a link, the whole archive is refused. Nothing is
// fetched.
//
// Main text of pages: go-trafilatura; their dates: go-htmldate; encodings: the WHATWG's table in x/net/html/charset; Markdown:
// goldmark; ninjs: IPTC's 3.x, and 2.x, which differs in capitals; WARC: ISO 28500:2017.
package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"readout/data/seed"
	"readout/data/yaml"
)

// Limits of what is read, in bytes except for MaxMembers. They are guesses: the largest saved page of a news site that we saw
// had 9 MB, with its pictures inlined, and a day of a newsroom's archive is some thousand pages.
const (
	MaxPage     = 16 << 20  // one page, document or member of an archive, unpacked
	MaxUnpacked = 512 << 20 // everything that one archive unpacks to
	MaxMembers  = 20_000    // files or records of one archive
	maxHead     = 64 << 10  // front matter, the headers of a WARC record or of an HTTP answer
)

// Item is one article that was found.
type Item struct {
	From    string // the file, and inside an archive the member: "pages.zip: a/page.html", "crawl.warc.gz: https://…"
	Name    string // the file name for NAME.txt, without ending
	SHA256  string // of the source's bytes, in hex
	Text    string // the article, UTF-8
	Meta    seed.Meta
	Guessed []string // keys of Meta whose values were guessed, sorted
	Verbal  bool     // Text is the source itself, unchanged
	Dropped int      // letters of the page that are not in Text
}

// state sets a key that the source states; a later, weaker source does not change it.
func (it *Item) state(key *string, value string) {
	if value = oneLine(value); *key == "" && value != "" {
		*key = value
	}
}

// guess sets a key that had to be worked out, and marks it.
func (it *Item) guess(name string, key *string, value string) {
	if value = oneLine(value); *key == "" && value != "" {
		*key = value
		it.Guessed = append(it.Guessed, name)
		slices.Sort(it.Guessed)
	}
}

// oneLine is s in one line without control characters, and no longer than NAME.yaml takes.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufeff' || r == '\ufffd' || 0x80 <= r && r < 0xa0 || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069 {
			return ' '
		}
		return r
	}, s)), " ")
	if r := []rune(s); len(r) > 300 {
		s = string(r[:299]) + "…"
	}
	return s
}

// Reader reads files. The zero value is ready.
type Reader struct {
	Charset string // encoding of plain text and Markdown that is not UTF-8, by its WHATWG name; "" refuses such files

	items    []Item
	problems []seed.Problem
	file     string // what is read, as a message calls it
	unpacked int64  // bytes that came out of the present archive
	members  int
}

// Read finds the articles in one file. A problem that is not a warning refuses the whole file: then there are no items.
func (r *Reader) Read(name string) ([]Item, []seed.Problem) {
	*r = Reader{Charset: r.Charset, file: filepath.ToSlash(name)}
	if err := r.open(name); err != nil {
		r.report(r.file, err)
	}
	if seed.Errors(r.problems) > 0 {
		return nil, r.problems
	}
	if len(r.items) == 0 {
		r.report(r.file, fault{"no article in it", "add a file that holds one: .txt, .html, .md, .json (ninjs), .warc or a .zip of such"})
	}
	return r.items, r.problems
}

// fault is an error with its remedy.
type fault struct{ what, fix string }

func (f fault) Error() string { return f.what + "; " + f.fix }

func (r *Reader) report(where string, err error) {
	var f fault
	var in *yaml.Fault
	switch {
	case errors.As(err, &in):
		r.problems = append(r.problems, seed.Problem{File: where, Line: in.Line, What: in.What, Fix: in.Fix})
		return
	case !errors.As(err, &f):
		f = fault{"cannot be read: " + seed.Reason(err), "see that the file is whole, save it again, or leave it out"}
	}
	r.problems = append(r.problems, seed.Problem{File: where, What: f.what, Fix: f.fix})
}

func (r *Reader) warn(where, what, fix string) {
	r.problems = append(r.problems, seed.Problem{File: where, What: what, Fix: fix, Warning: true})
}

func (r *Reader) open(name string) error {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fault{"is not there", "give the path of a file"}
	case err != nil:
		return err
	case info.IsDir():
		return fault{"is a folder", "give the files in it, as " + path.Join(r.file, "*.html")}
	case !info.Mode().IsRegular():
		return fault{"is no ordinary file", "give a file that holds an article"}
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	switch kindOf(name) {
	case "zip":
		return r.zip(f, info.Size())
	case "warc":
		return r.warc(r.file, f)
	}
	data, err := r.limited(f, MaxPage)
	if err != nil {
		return err
	}
	return r.document(source{where: r.file, name: name, data: data})
}

// limited reads all of in, or says that it is larger than limit bytes.
func (r *Reader) limited(in io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}

func tooLarge(limit int64) error {
	return fault{fmt.Sprintf("is larger than %d MiB, the most that is read of one page", limit>>20), "save the page without its pictures, or copy the article into a .txt"}
}

// source is the bytes of one document and what is known of them.
type source struct {
	where       string // for messages
	name        string // of the file or member: its ending tells the kind
	data        []byte
	url         string // where it was fetched, "" where unknown
	contentType string // of the HTTP answer, "" where unknown
	fetched     string // when it was fetched, RFC 3339; "" where unknown
}

// kindOf tells a file by its ending, "" for one that is not read.
func kindOf(name string) string {
	name = strings.ToLower(name)
	switch path.Ext(name) {
	case ".txt", ".text":
		return "text"
	case ".html", ".htm", ".xhtml":
		return "html"
	case ".md", ".markdown":
		return "markdown"
	case ".json", ".ninjs":
		return "ninjs"
	case ".zip":
		return "zip"
	case ".warc":
		return "warc"
	case ".gz":
		if strings.HasSuffix(name, ".warc.gz") {
			return "warc"
		}
	}
	return ""
}

var unread = fault{"has an ending that is not read", "add .txt, .html, .md, .json (ninjs), .warc, .warc.gz or a .zip of such"}

// document reads one that is no archive.
func (r *Reader) document(s source) error {
	sum := sha256.Sum256(s.data)
	it := Item{From: s.where, Name: baseName(s.name), SHA256: hex.EncodeToString(sum[:])}
	var err error
	switch kindOf(s.name) {
	case "text":
		err = r.plain(&it, s)
	case "html":
		err = r.page(&it, s)
	case "markdown":
		err = r.markdown(&it, s)
	case "ninjs":
		err = r.ninjs(&it, s)
	default:
		err = unread
	}
	if err != nil {
		return err
	}
	if len(it.Text) > seed.MaxBytes {
		return fault{fmt.Sprintf("holds a text of %d bytes, more than the %d that an article may have", len(it.Text), seed.MaxBytes), "keep the one article only"}
	}
	if _, what, fix := seed.Fault([]byte(it.Text)); what != "" {
		return fault{what, fix}
	}
	fromText(&it)
	r.items = append(r.items, it)
	return nil
}

// baseName is the name of a file as that of an article: without folder and ending, nothing in it but letters, digits, dots, hyphens
// and low lines, at most 80 of them.
func baseName(name string) string {
	name = path.Base(strings.ReplaceAll(filepath.ToSlash(name), "\\", "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	var out []rune
	for _, c := range name {
		if !wordRune(c) && c != '.' && c != '_' {
			c = '-'
		}
		if (c == '-' || c == '.') && (len(out) == 0 || out[len(out)-1] == c) {
			continue
		}
		if out = append(out, c); len(out) == 80 {
			break
		}
	}
	if name = strings.Trim(string(out), "-."); name == "" {
		return "article"
	}
	return name
}
