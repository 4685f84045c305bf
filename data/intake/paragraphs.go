package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that begin a line of their own.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Body: true, atom.Blockquote: true, atom.Li: true,
	atom.Ul: true, atom.Ol: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Tr: true,
	atom.Table: true, atom.Pre: true, atom.Hr: true, atom.Br: true, atom.Dt: true, atom.Dd: true, atom.Header: true, atom.Footer: true, atom.Aside: true,
}

// silent are the elements whose text nobody reads as part of an article.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Figure: true, atom.Iframe: true,
	atom.Svg: true, atom.Button: true, atom.Form: true, atom.Nav: true, atom.Textarea: true, atom.Select: true, atom.Math: true,
}

// paragraphs are the lines of a piece of HTML, white space in one piece, none empty.
func paragraphs(n *html.Node) []string {
	var out []string
	var line strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(line.String()), " "); s != "" {
			out = append(out, s)
		}
		line.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) { // the parser bounds the depth at 512
		switch n.Type {
		case html.TextNode:
			line.WriteString(n.Data)
			return
		case html.ElementNode:
			if silent[n.DataAtom] {
				return
			}
			if blocks[n.DataAtom] {
				flush()
				defer flush()
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	flush()
	return out
}

// compose is an article as a text file: the headline, then the paragraphs, a blank line between them.
func compose(headline string, body []string) string {
	headline = oneLine(headline)
	if len(body) > 0 && headline != "" && strings.EqualFold(oneLine(body[0]), headline) {
		body = body[1:]
	}
	var lines []string
	if headline != "" {
		lines = append(lines, headline)
	}
	return strings.Join(append(lines, body...), "\n\n") + "\n"
}

// Letters counts the letters and digits of all lines.
func Letters(lines ...string) (n int) {
	for _, l := range lines {
		for _, c := range l {
			if wordRune(c) {
				n++
			}
		}
	}
	return n
}
