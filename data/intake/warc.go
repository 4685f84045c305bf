package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// warc reads the pages of a WARC file, plain or with a gzip member for each record (ISO 28500). Only answers with status 200
// that hold a page are looked at; pictures, redirects, requests and revisits are passed over.
func (r *Reader) warc(where string, in io.Reader) error {
	buf := bufio.NewReaderSize(in, 1<<16)
	if magic, _ := buf.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(buf) // its members follow each other as one stream
		if err != nil {
			return err
		}
		buf = bufio.NewReaderSize(z, 1<<16)
	}
	buf = bufio.NewReaderSize(r.counted(buf), 1<<16)
	seen := map[string]bool{}
	for {
		head, err := recordHead(buf)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if r.members++; r.members > MaxMembers {
			return tooMany()
		}
		length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || length < 0 {
			return fault{fmt.Sprintf("record %d has no Content-Length", r.members), "make the WARC again"}
		}
		address := strings.Trim(head.Get("Warc-Target-Uri"), "<>")
		block := io.LimitReader(buf, length)
		if kind := head.Get("Warc-Type"); (kind == "response" || kind == "resource") && isWebAddress(address) && !seen[address] {
			made, err := r.record(where, address, head, kind, block, length)
			if err != nil {
				return err
			}
			seen[address] = made // a redirect or a failure may be followed by the page itself
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return err
		}
		if l := block.(*io.LimitedReader); l.N > 0 {
			return fault{fmt.Sprintf("ends in the middle of record %d", r.members), "fetch the WARC again"}
		}
	}
}

// recordHead reads the version line and the named fields of a record.
func recordHead(buf *bufio.Reader) (textproto.MIMEHeader, error) {
	var head bytes.Buffer
	for head.Len() < maxHead {
		line, err := buf.ReadSlice('\n')
		if err == io.EOF && len(line) == 0 && head.Len() == 0 {
			return nil, io.EOF
		}
		if err != nil {
			return nil, fault{"is no WARC, or ends in the middle of a record", "give a file in WARC 1.0 or 1.1"}
		}
		blank := len(bytes.TrimRight(line, "\r\n")) == 0
		if blank && head.Len() == 0 {
			continue // two blank lines stand between records
		}
		if head.Len() == 0 && !bytes.HasPrefix(line, []byte("WARC/1.")) {
			return nil, fault{"is no WARC, or a record of it is damaged", "give a file in WARC 1.0 or 1.1"}
		}
		head.Write(line)
		if blank {
			_, fields, _ := bytes.Cut(head.Bytes(), []byte("\n"))
			h, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
			if err != nil {
				return nil, fault{"has a record whose fields cannot be read", "make the WARC again"}
			}
			return h, nil
		}
	}
	return nil, fault{"has a record with more than 64 kB of fields", "make the WARC again"}
}

// record reads one page. A page without main text is no fault of an archive: it is passed over. It says whether the page was read.
func (r *Reader) record(where, address string, head textproto.MIMEHeader, kind string, block io.Reader, length int64) (made bool, err error) {
	at := where + ": " + address
	if length > MaxPage+maxHead {
		r.warn(at, fmt.Sprintf("is larger than %d MiB and was passed over", MaxPage>>20), "copy the article into a .txt if it is one")
		return false, nil
	}
	s := source{where: at, url: address, fetched: head.Get("Warc-Date"), contentType: head.Get("Content-Type")}
	body := block
	if kind == "response" {
		if !strings.HasPrefix(s.contentType, "application/http") {
			return false, nil
		}
		answer, err := http.ReadResponse(bufio.NewReader(body), nil)
		if err != nil {
			r.warn(at, "holds no HTTP answer that can be read, and was passed over: "+err.Error(), "save the page itself")
			return false, nil
		}
		if answer.StatusCode != http.StatusOK {
			return false, nil
		}
		s.contentType, body = answer.Header.Get("Content-Type"), answer.Body
		if !isPage(s.contentType) {
			return false, nil
		}
		switch coding := strings.ToLower(answer.Header.Get("Content-Encoding")); coding {
		case "", "identity":
		case "gzip", "x-gzip":
			z, err := gzip.NewReader(body)
			if err != nil {
				r.warn(at, "says that it is packed by gzip and is not, and was passed over", "save the page itself")
				return false, nil
			}
			body = r.counted(z)
		default:
			r.warn(at, "is packed by "+strconv.Quote(coding)+", which is not read, and was passed over", "save the page itself, or fetch it without Accept-Encoding")
			return false, nil
		}
	}
	if !isPage(s.contentType) {
		return false, nil
	}
	if s.data, err = r.limited(body, MaxPage); err == nil {
		s.name = "page.html"
		err = r.document(s)
	}
	var f fault
	switch {
	case err == nil:
		return true, nil
	case r.unpacked > MaxUnpacked:
		return false, tooMuch()
	case errors.As(err, &f):
		r.warn(at, f.what+", and was passed over", f.fix)
	default:
		r.warn(at, "cannot be read and was passed over: "+err.Error(), "save the page itself")
	}
	return false, nil
}

func isPage(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	return err == nil && (kind == "text/html" || kind == "application/xhtml+xml")
}
