package intake

import (
	"slices"
	"strings"
	"testing"
)

// told is a page with a story of three paragraphs, a byline above it, and the given head and attributes of its body.
func told(head, body string) []byte {
	return []byte(`<html lang="en"><head><title>Norway and Faroes settle on quota</title>` + head + `</head><body ` + body + `<h1>Norway and Faroes settle on quota</h1>
<div>By Olaf Berg, Bergen<br>5 March</div><div itemprop="articleBody"><p>Norway and the Faroe Islands have settled on a mackerel quota after their ministers met in Bergen.</p>
<p>The Faroese minister called the result fair to both of the fleets that fish in the north.</p><p>A third round is to follow in June, when the ministers meet again in Torshavn.</p></div></body></html>`)
}

// What pages say of themselves in forms that are not as the book has them.
func TestHeads(t *testing.T) {
	const entry = `{"@type":"NewsArticle","headline":"A quota,\tsettled","description":"two
lines, ]","datePublished":"2023-03-05T06:12:00Z","author":[{"name":"Ann \"Annie\" Reed"},{"name":"Tor Vik"},],"publisher":{"name":"North Sea Times"},}`
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for what, c := range map[string]struct {
		page []byte
		want [4]string // outlet, published, headline, author
	}{
		"line breaks in strings, commas too many": {told(ld(strings.ReplaceAll(entry, `\t`, " ")), ">"), [4]string{"North Sea Times", "2023-03-05", "A quota, settled", `Ann "Annie" Reed, Tor Vik`}},
		"a comment around it":                     {told(ld("<!--\n"+entry+";\n-->"), ">"), [4]string{"North Sea Times", "2023-03-05", "A quota, settled", `Ann "Annie" Reed, Tor Vik`}},
		"microdata": {told("", `itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2023-03-04T20:00:00-05:00"><p itemprop="author" itemscope>
<b itemprop="name">Eva Strand</b></p><i itemprop="author">Jon Dal</i><div itemprop="publisher" itemscope><meta itemprop="name" content="Fjord Gazette"></div><b itemprop="headline">Faroes in deal</b>`),
			[4]string{"Fjord Gazette", "2023-03-04", "Faroes in deal", "Eva Strand, Jon Dal"}},
		"Dublin Core":               {told(`<meta name="DC.publisher" content="Skerry Post"><meta name="dc.creator" content="Eva Strand"><meta property="article:published_time" content="2023-03-05">`, ">"), [4]string{"Skerry Post", "2023-03-05", "Norway and Faroes settle on quota", "Eva Strand"}},
		"a line below the headline": {told(`<meta property="article:published_time" content="2023-03-05">`, ">"), [4]string{"", "2023-03-05", "Norway and Faroes settle on quota", "Olaf Berg"}},
	} {
		m := read(t, "talks.html", c.page).Meta
		if got := [4]string{m.Outlet, m.Published, m.Headline, m.Author}; got != c.want {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

// The year of a copyright is no part of an outlet's name, wherever it stands.
func TestCopyrightYear(t *testing.T) {
	for _, line := range []string{"© Northwire 2023", "© 2023 Northwire.", "Copyright 2019-2023 Northwire", "(c) Northwire 2019–23"} {
		it := read(t, "a.txt", []byte("Norway and Faroes settle on quota\n\nThe ministers met in Bergen and settled on a quota.\n\n"+line+"\n"))
		if it.Meta.Outlet != "Northwire" {
			t.Errorf("%s: %q", line, it.Meta.Outlet)
		}
	}
}

// Paragraphs of short pages and of tables stay apart, as they stand in the page.
func TestLinesStayApart(t *testing.T) {
	const want = "Norway and Faroes settle on quota\n\nThe ministers met in Bergen and settled.\n\nA third round is to follow in June.\n\nFishers were content.\n"
	lines := "<p>The ministers met in  <b>Bergen</b> and settled.</p><p>A third round is to follow in June.</p><p>Fishers were content.</p>"
	for _, page := range []string{
		"<html><head><title>Norway and Faroes settle on quota</title></head><body><table><tr><td>" + lines + "</td></tr></table></body></html>",
		"<html><head><title>Norway and Faroes settle on quota</title></head><body><h1>Norway and Faroes settle on quota</h1><div>" + lines + "</div></body></html>",
	} {
		if it := read(t, "a.html", []byte(page)); it.Text != want {
			t.Errorf("%s\n%q", page, it.Text)
		}
	}
	got := apart([]string{"one line", "onetwothree One onetwothree", "not of the page", "two three"}, []string{"menu", "one", "two", "three", "one line"}, "One")
	if want := []string{"one line", "one", "two", "three", "not of the page", "two", "three"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
