package api

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// field is one header field; the name is canonical.
type field struct{ name, value string }

// Cache-Control values. An alias may be a minute old and is refreshed behind the reader's back for a day, during
// which a dataset update spreads; a twin never changes.
const (
	cacheAlias   = "public, max-age=60, stale-while-revalidate=86400"
	cacheForever = "public, max-age=31536000, immutable"
	cacheError   = "public, max-age=10"
	cacheNever   = "no-store"
)

// class says by whom an answer may be used, and so which security headers it bears.
type class int

const (
	classData  class = iota // below /v1/ and other machine-readable answers
	classAsset              // scripts, styles, pictures: used by pages of any origin
	classPage               // HTML to be read on this site
	classEmbed              // HTML to be framed by any site
	classOwn                // HTML of "Compare your own": the one page that runs WebAssembly
	classes                 // how many there are
)

func classOf(path, media string) class {
	html := strings.HasPrefix(media, "text/html") || strings.HasPrefix(media, "application/xhtml")
	switch {
	case strings.HasPrefix(path, "/v1/"):
		return classData
	case html && strings.HasPrefix(path, "/embed/"):
		return classEmbed
	case html && strings.HasSuffix(path, "/compare"):
		return classOwn
	case html:
		return classPage
	default:
		return classAsset
	}
}

// Pages load scripts, styles, pictures and data from their own origin only, and nothing inline.
const (
	policyPage = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
		"connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
	policyEmbed = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
	// Here readers put texts of their own. Scripts may make no script of a string, and the thread that compares may come from here only.
	policyOwn = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; " +
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
		"require-trusted-types-for 'script'; trusted-types readout default"
	policyData = "default-src 'none'; frame-ancestors 'none'"
)

// exposed lists the headers that scripts of other origins may read; the CORS-safelisted ones need no mention.
const exposed = "Accept-Post, Allow, Content-Digest, Content-Length, Content-Location, Deprecation, ETag, Link, Retry-After, Server-Timing, Sunset"

// common holds the headers that all answers of a class share.
var common = [classes][]field{
	classData:  append(openHeaders(), field{"Content-Security-Policy", policyData}),
	classAsset: append(openHeaders(), field{"Content-Security-Policy", policyData}),
	classPage: {
		{"Content-Security-Policy", policyPage},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
	},
	classOwn: {
		{"Content-Security-Policy", policyOwn},
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
	},
	classEmbed: {
		{"Access-Control-Allow-Origin", "*"}, // the widget takes series and issues from here
		{"Content-Security-Policy", policyEmbed},
		{"Cross-Origin-Resource-Policy", "cross-origin"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"X-Content-Type-Options", "nosniff"},
	},
}

// notice says that an address is to go.
type notice struct {
	since  time.Time // from when on nobody should begin to use it
	sunset time.Time // after which it may be gone; zero where that is not known
}

// leaving lists the addresses that are to go, aliases and endpoints. There are none as long as /v1 stays.
var leaving = map[string]notice{}

// leave is the header fields of an address that is to go (RFC 9745, RFC 8594); none for others.
func leave(path string) []field {
	n, going := leaving[path]
	if !going {
		return nil
	}
	fields := []field{{"Deprecation", "@" + strconv.FormatInt(n.since.Unix(), 10)}}
	if !n.sunset.IsZero() {
		fields = append(fields, field{"Sunset", n.sunset.UTC().Format(http.TimeFormat)})
	}
	return fields
}

// uri is a path as a header has it: ids keep the letters of any script, an address is ASCII (RFC 3986, 2.1).
func uri(path string) string {
	for i := range len(path) {
		if path[i] >= utf8.RuneSelf {
			return (&url.URL{Path: path}).EscapedPath()
		}
	}
	return path
}

func openHeaders() []field {
	return []field{
		{"Access-Control-Allow-Origin", "*"},
		{"Access-Control-Expose-Headers", exposed},
		{"Cross-Origin-Resource-Policy", "cross-origin"},
		{"Timing-Allow-Origin", "*"},
		{"X-Content-Type-Options", "nosniff"},
	}
}

const contentLength = "Content-Length"

// describesBody names the headers that a 304 leaves out (RFC 9110, 15.4.5): they describe a body that is not sent.
var describesBody = []string{"Content-Type", "Content-Digest", contentLength}

// setFields writes fields into h; their names are canonical already, which spares the canonicalising of Header.Set, and
// their values share one array.
func setFields(h http.Header, fields []field) {
	values := make([]string, len(fields))
	for i, f := range fields {
		values[i] = f.value
		h[canonical(f.name)] = values[i : i+1 : i+1]
	}
}

// canonical gives the one name that net/http spells its own way.
func canonical(name string) string {
	if name == "ETag" {
		return "Etag"
	}
	return name
}

var oneLine = strings.NewReplacer("\r", " ", "\n", " ")

// appendHead writes what [Handler.Answer] gives. A line break in a value would end its line and begin a header of
// somebody else's choice; it becomes a space.
func appendHead(b []byte, c class, fields []field) []byte {
	b = append(b, '0'+byte(c), '\n')
	for _, f := range fields {
		b = append(append(b, f.name...), ": "...)
		value := f.value
		if strings.IndexByte(value, '\n') >= 0 || strings.IndexByte(value, '\r') >= 0 {
			value = oneLine.Replace(value)
		}
		b = append(append(b, value...), '\n')
	}
	return b
}
