package api

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// problem is an answer that says what went wrong (RFC 9457): what was received, what would be right.
type problem struct {
	kind   string // key of problems
	detail string
	fields []field // headers, such as Allow
	extra  object  // more members
}

// kindOfProblem is what /v1/problems tells of a kind; the type member of an answer points there.
type kindOfProblem struct {
	name   string
	status int
	title  string
}

// problems lists every kind that an answer may have.
var problems = []kindOfProblem{
	{"bad-request", http.StatusBadRequest, "The request cannot be read"},
	{"unknown-parameter", http.StatusBadRequest, "This address has no parameter of that name"},
	{"invalid-parameter", http.StatusBadRequest, "A parameter has a value that is not accepted"},
	{"missing-parameter", http.StatusBadRequest, "A required parameter is missing"},
	{"unknown-member", http.StatusBadRequest, "The body has an unknown member"},
	{"missing-member", http.StatusBadRequest, "The body lacks a required member"},
	{"not-found", http.StatusNotFound, "There is nothing at this address"},
	{"no-such-value", http.StatusNotFound, "The document has nothing at this path"},
	{"stale-hash", http.StatusNotFound, "This version of the document is no longer served"},
	{"method-not-allowed", http.StatusMethodNotAllowed, "The method is not allowed here"},
	{"body-too-large", http.StatusRequestEntityTooLarge, "The body is too large"},
	{"unsupported-media-type", http.StatusUnsupportedMediaType, "The media type of the body is not supported"},
	{"invalid-witness", http.StatusUnprocessableEntity, "These texts cannot be compared"},
	{"address-too-long", http.StatusRequestURITooLong, "The address is too long"},
	{"too-costly", http.StatusUnprocessableEntity, "The request would cost too much to answer"},
	{"format-not-served", http.StatusNotImplemented, "This format is not served"},
	{"internal", http.StatusInternalServerError, "The program failed on this request"},
}

// problemTypes are the type members of problems, in their order: references into /v1/problems.
var problemTypes = func() (types []string) {
	for _, k := range problems {
		types = append(types, "/v1/problems#"+k.name)
	}
	return types
}()

func kindNamed(name string) kindOfProblem {
	for _, k := range problems {
		if k.name == name {
			return k
		}
	}
	panic("no kind of problem is called " + name)
}

func failure(kind, detail string) *problem { return &problem{kind: kind, detail: detail} }

// unexpected is the problem of a parameter's value: which one, what came, what would be right.
func unexpected(parameter, value, right string) *problem {
	value = clip(value)
	p := failure("invalid-parameter", parameter+": got "+strconv.Quote(value)+", want "+right+".")
	p.extra.str("parameter", parameter).str("value", value).str("expected", right)
	return p
}

// needed is the problem of a parameter that is not given and must be.
func needed(parameter, right string) *problem {
	p := failure("missing-parameter", parameter+" is missing: want "+right+".")
	p.extra.str("parameter", parameter).str("expected", right)
	return p
}

// near adds what was most likely meant, if anything.
func (p *problem) near(suggestion string) *problem {
	if suggestion != "" {
		p.detail = strings.TrimPrefix(p.detail+" The nearest is "+strconv.Quote(suggestion)+".", " ")
		p.extra.str("suggestion", suggestion)
	}
	return p
}

// json is the problem as problem+json; path is what was asked for.
func (p *problem) json(kind kindOfProblem, path string) []byte {
	var o object
	o.str("type", "/v1/problems#"+kind.name).str("title", kind.title).num("status", int64(kind.status))
	if p.detail != "" {
		o.str("detail", p.detail)
	}
	o.str("instance", clip(path))
	if len(p.extra.buf) > 0 {
		o.buf = append(append(o.buf, ','), p.extra.buf[1:]...)
	}
	return o.bytes()
}

// masthead begins a small page of the Worker's own, whose div it leaves open.
const masthead = "<div class=\"page\">\n<header class=\"mast\"><a class=\"logo\" href=\"/\" aria-label=\"Readout, start page\">Read<i></i>out</a></header>\n"

// page is the problem as a page: no script, readable without its style sheet.
func (p *problem) page(kind kindOfProblem, styles bool) []byte {
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
	if styles {
		b.WriteString("<link rel=\"stylesheet\" href=\"/readout.css\">\n")
	}
	b.WriteString("<title>" + escapeText(kind.title) + " · Readout</title>\n" + masthead + "<main class=\"ro full\">\n<div class=\"head\"><h1 class=\"title\">" + escapeText(kind.title) + "</h1></div>\n")
	if p.detail != "" {
		b.WriteString("<p>" + escapeText(p.detail) + "</p>\n")
	}
	for _, f := range p.fields {
		if target, ok := suggested(f); ok {
			b.WriteString("<p>Did you mean <a href=\"" + escapeText(target) + "\">" + escapeText(target) + "</a>?</p>\n")
		}
	}
	b.WriteString("<p><a href=\"/\">All meetings</a></p>\n</main>\n</div>\n</html>\n")
	return []byte(b.String())
}

// escapeText makes s safe in HTML and XML text and quoted attributes. Package html would do, for 32 kB of module.
func escapeText(s string) string { return markup.Replace(s) }

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

// suggestion is the header form of "did you mean".
func suggestion(target string) field { return field{"Link", "<" + uri(target) + `>; rel="alternate"`} }

func suggested(f field) (target string, ok bool) {
	target, ok = strings.CutSuffix(f.value, `>; rel="alternate"`)
	return strings.TrimPrefix(target, "<"), ok && f.name == "Link"
}

// clip shortens what a client sent before it is shown back to it.
func clip(s string) string {
	const most = 200
	if len(s) <= most {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	cut := most
	for cut > most-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strings.ToValidUTF8(s[:cut], "\uFFFD") + "…"
}
