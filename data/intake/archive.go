package intake

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// zip reads the documents in a ZIP archive. Its members are streamed one by one and counted as they come out, whatever the archive
// says of their sizes.
func (r *Reader) zip(f *os.File, size int64) error {
	z, err := zip.NewReader(f, size)
	if err != nil {
		return fault{"is no ZIP archive that can be read: " + err.Error(), "make it again, or add the files themselves"}
	}
	if len(z.File) > MaxMembers {
		return tooMany()
	}
	for _, m := range z.File {
		if !filepath.IsLocal(m.Name) || strings.ContainsAny(m.Name, "\\\x00") {
			return fault{fmt.Sprintf("its member %q leaves the archive's folder", m.Name), "do not trust this archive; add files that you know"}
		}
		if mode := m.Mode(); !mode.IsDir() && !mode.IsRegular() {
			return fault{fmt.Sprintf("its member %q is no ordinary file (a link?)", m.Name), "put the file itself into the archive"}
		}
	}
	for _, m := range z.File {
		kind := kindOf(m.Name)
		if kind == "" && writings[strings.ToLower(path.Ext(m.Name))] && !hidden(m.Name) { // pictures and styles go without saying
			r.report(r.file+": "+m.Name, unread)
		}
		if m.Mode().IsDir() || hidden(m.Name) || kind == "" {
			continue
		}
		if err := r.member(m, kind); err != nil {
			return err
		}
	}
	return nil
}

// writings are endings of files that may hold an article and are not read.
var writings = map[string]bool{".pdf": true, ".doc": true, ".docx": true, ".odt": true, ".rtf": true, ".epub": true, ".eml": true, ".mht": true, ".mhtml": true, ".xml": true}

// hidden are the members that systems add: "__MACOSX/._page.html".
func hidden(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

func (r *Reader) member(m *zip.File, kind string) error {
	where := r.file + ": " + m.Name
	if kind == "zip" {
		r.report(where, fault{"is an archive in an archive", "unpack it and add what is in it"})
		return nil
	}
	in, err := m.Open()
	if err != nil {
		r.report(where, err)
		return nil
	}
	defer in.Close()
	if kind == "warc" {
		return r.warc(where, in) // which counts what comes out of it
	}
	data, err := r.limited(r.counted(in), MaxPage)
	if r.unpacked > MaxUnpacked {
		return tooMuch()
	}
	if err == nil {
		err = r.document(source{where: where, name: m.Name, data: data})
	}
	if err != nil {
		r.report(where, err)
	}
	return nil
}

// counted counts what comes out of the present archive and stops at MaxUnpacked.
func (r *Reader) counted(in io.Reader) io.Reader { return &counter{r, in} }

type counter struct {
	r  *Reader
	in io.Reader
}

func (c *counter) Read(p []byte) (int, error) {
	if c.r.unpacked > MaxUnpacked {
		return 0, tooMuch()
	}
	n, err := c.in.Read(p)
	c.r.unpacked += int64(n)
	return n, err
}

func tooMuch() error {
	return fault{fmt.Sprintf("unpacks to more than %d MiB, the most that is read of one archive", MaxUnpacked>>20), "split it, or add its pages themselves"}
}

func tooMany() error {
	return fault{fmt.Sprintf("holds more than %d files or records, the most that is read of one archive", MaxMembers), "split it"}
}
