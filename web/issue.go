package web

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/data/dataset"
)

// A topic is an issue's document arranged for reading.
type topic struct {
	*words
	doc  dataset.IssueDocument
	cite citer
	uses []dataset.Use // oldest article first
}

// Issue is the page /issues/ID.
func Issue(doc dataset.IssueDocument, lang string) ([]byte, error) {
	return newTopic(doc, speak(lang)).frame("h1.title", true).page("page.html")
}

// EmbedIssue is the page /embed/issues/ID, for an iframe; the widget takes its comparison from it.
func EmbedIssue(doc dataset.IssueDocument, lang string) ([]byte, error) {
	return newTopic(doc, speak(lang)).frame("h2", false).page("embed.html")
}

// IssueSummary is an issue's document in a sentence or two, in a language.
func IssueSummary(doc dataset.IssueDocument, lang string) string {
	return plain(newTopic(doc, speak(lang)).summary())
}

func newTopic(doc dataset.IssueDocument, w *words) *topic {
	t := &topic{words: w, doc: doc, cite: newCiter(w, doc.Articles, doc.Outlets)}
	t.uses = append(t.uses, doc.Issue.Uses...)
	sort.SliceStable(t.uses, func(i, j int) bool {
		return inTime(t.cite.article[t.uses[i].Article].Published) < inTime(t.cite.article[t.uses[j].Article].Published)
	})
	return t
}

func (t *topic) frame(h string, full bool) frame {
	i := t.doc.Issue
	body := el("div.ro", attrs{{"lang", t.say("lang")}}, t.head(h), t.inContext(), t.sideBySide(), t.forms(), t.positions(), t.absent(), t.foot(full))
	if full {
		body.class("full")
	} else {
		body.class("emb")
	}
	return frame{
		Title: t.say("inwords", t.name()), Description: plain(t.summary()), Path: "/issues/" + i.ID, Card: IssueCardPath(i.ID),
		Nav: "issues", Body: element("issue", i.ID, full, body), Langs: Languages, Lang: t.say("lang"),
	}
}

// writers are the articles that write of the issue, oldest first.
func (t *topic) writers() []string {
	var out []string
	for _, u := range t.uses {
		if !contains(out, u.Article) {
			out = append(out, u.Article)
		}
	}
	return out
}

func (t *topic) head(h string) *node {
	kick := el("p.kick", el("b", t.say("kissue")), t.say("dot"), t.scope())
	before, after, _ := strings.Cut(t.say("inwords", "\x00"), "\x00")
	_, n := utf8.DecodeRuneInString(after) // a comma stays with the name before it
	return el("div.head", kick, el(h, before, t.titleNode(after[:n]), after[n:]), t.summary())
}

// scope is how many articles write of the issue, and in which years.
func (t *topic) scope() string {
	w := t.writers()
	told, of := len(w), len(w)+len(t.doc.Issue.Not)
	if all := t.doc.Issue.Total; all != nil {
		told, of = all.Articles, all.Of
	}
	out := t.say("writeof", t.many(told), t.many(of))
	if len(w) > 0 {
		from, to := yearOf(t.cite.article[w[0]].Published), yearOf(t.cite.article[w[len(w)-1]].Published)
		if from != "" && from != to {
			out += t.say("sep") + t.say("range", from, to)
		} else if from != "" {
			out += t.say("sep") + from
		}
	}
	return out
}

// titleNode is the issue's title with what must stay with it; two names stay on one line.
func (t *topic) titleNode(comma string) any {
	if strings.Contains(t.name(), " / ") {
		return el("span.nb", bothNames(t.name()), comma)
	}
	return t.name() + comma
}

// name is the issue's title in the page's language.
func (t *topic) name() string { return t.named(t.doc.Issue.Title, t.doc.Issue.Names) }

// summary names the words used, most used first.
func (t *topic) summary() *node {
	p := el("p.sum", t.count(len(t.uses), "usescount", t.begin(len(t.uses)), t.num(len(t.writers()))))
	order, n := t.nouns()
	for i, w := range order {
		if i == 4 {
			break
		}
		p.add(t.say([]string{"mostly", "sep"}[min(i, 1)]), el("b", "“"+w+"”"), " ("+strconv.Itoa(n[strings.ToLower(w)])+")")
	}
	p.add(t.say("stop"))
	if all := t.doc.Issue.Total; all != nil && all.Articles > len(t.writers()) {
		p.add(" ", t.say("newest", t.num(len(t.writers()))))
	}
	return p
}

// nouns are the marked words, most used first, and their counts by lower case.
func (t *topic) nouns() (order []string, n map[string]int) {
	words := newTally()
	for _, u := range t.uses {
		p := t.cite.passage[u.Article+"/"+u.Passage]
		for _, m := range u.Marks {
			words.add(slice(p, m[0], m[1]))
		}
	}
	order, n = words.order, words.n
	sort.SliceStable(order, func(i, j int) bool { return n[strings.ToLower(order[i])] > n[strings.ToLower(order[j])] })
	return order, n
}

// slice is a range of the source inside a passage, "" where it is not in it.
func slice(p dataset.Passage, start, end int) string {
	text := []rune(p.Text)
	if start < p.Start || end > p.Start+len(text) || start >= end {
		return ""
	}
	return string(text[start-p.Start : end-p.Start])
}

// inContext is the marked words where they stand, aligned at the words where there is room.
func (t *topic) inContext() *node {
	order, _ := t.nouns()
	box := el("div.kwic")
	for _, u := range t.uses {
		p := t.cite.passage[u.Article+"/"+u.Passage]
		note := []any{yearOf(t.cite.article[u.Article].Published)}
		if u.Voice != "" {
			note = append(note, t.say("sep"), t.say("reporting", u.Voice))
		}
		if note[0] != "" || len(note) > 1 {
			note = append(note, t.say("sep"))
		}
		src := el("p.source", el("span.k", t.cite.name(u.Article)), " ", el("span", note, t.cite.link(u.Article, p, t.cite.where(p))))
		kw := el("div.kw")
		if p.Text == "" || len(u.Marks) == 0 {
			box.add(kw.add(t.cite.quotes(u.Article, []string{u.Passage}, nil), src))
			continue
		}
		m := u.Marks[0]
		word := slice(p, m[0], m[1])
		if len(order) > 0 && !strings.EqualFold(word, order[0]) {
			kw.class("odd")
		}
		left, right := slice(p, p.Start, m[0]), slice(p, m[1], p.Start+utf8.RuneCountInString(p.Text))
		sel, gap := "p.q", " "
		if last, _ := utf8.DecodeLastRuneInString(left); left != "" && !unicode.IsSpace(last) { // an opening mark stays with its word
			sel, gap = "p.q.tight", ""
		}
		q := el(sel, attrs{{"lang", t.cite.article[u.Article].Language}},
			el("span.l", cutLeft(left, 44)), gap, el("span.r", el("b", word), cutRight(right, 46)))
		box.add(kw.add(q, src))
	}
	return el("section.sec", el("h2", t.say("hkwic")), el("p.note", t.say("nkwic")), box)
}

// cutLeft is the end of s, at most about n code points, cut at a space.
func cutLeft(s string, n int) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) <= n {
		return string(r)
	}
	r = r[len(r)-n:]
	for i, c := range r {
		if unicode.IsSpace(c) {
			r = r[i+1:]
			break
		}
	}
	return "… " + string(r)
}

// cutRight is the beginning of s, at most about n code points, cut at a space.
func cutRight(s string, n int) string {
	r := []rune(strings.TrimRightFunc(s, unicode.IsSpace))
	if len(r) <= n {
		return string(r)
	}
	r = r[:n]
	for i := len(r) - 1; i > 0; i-- {
		if unicode.IsSpace(r[i]) {
			r = r[:i]
			break
		}
	}
	return string(r) + " …"
}

// sideBySide is a table of the articles: the words of each, how often, and in whose mouth.
func (t *topic) sideBySide() *node {
	head := el("tr")
	for _, h := range []string{"outlet", "itswords", "whosewords", "times0"} {
		head.add(el("th", attrs{{"scope", "col"}}, t.say(h)))
	}
	body := el("tbody")
	for _, a := range t.writers() {
		words, voices := newTally(), newTally()
		passages := 0
		for _, u := range t.uses {
			if u.Article != a {
				continue
			}
			passages++
			p := t.cite.passage[a+"/"+u.Passage]
			for _, m := range u.Marks {
				words.add(slice(p, m[0], m[1]))
			}
			voice := t.say("itself")
			if u.Voice != "" {
				voice = t.say("reporting", u.Voice)
			}
			voices.add(voice)
		}
		said := el("div", attrs{{"lang", t.cite.article[a].Language}})
		for i, w := range words.order {
			said.add(when(i > 0, t.say("sep")), el("q", w), when(words.n[strings.ToLower(w)] > 1, el("span.soft", " ×"+strconv.Itoa(words.n[strings.ToLower(w)]))))
		}
		whose := el("div")
		for i, v := range voices.order {
			whose.add(when(i > 0, t.say("sep")), v, when(voices.n[strings.ToLower(v)] > 1, el("span.soft", " ×"+strconv.Itoa(voices.n[strings.ToLower(v)]))))
		}
		about := t.cite.format(t.cite.article[a])
		if d := t.cite.article[a].Published; d != "" {
			about = t.medium(d) + t.say("sep") + about
		}
		body.add(el("tr", el("th", attrs{{"scope", "row"}}, t.cite.name(a), el("small", about)),
			el("td", attrs{{"data-h", t.say("itswords")}}, said), el("td", attrs{{"data-h", t.say("whosewords")}}, whose), el("td", attrs{{"data-h", t.say("times0")}}, el("div", strconv.Itoa(passages)))))
	}
	if len(body.kids) == 0 {
		return nil
	}
	return el("section.sec", el("h2", t.say("hsides")), el("p.note", t.say("nsides")), el("div.scroll", attrs{{"tabindex", "0"}, {"role", "region"}, {"aria-label", t.say("hsides")}}, el("table.grid.sides", el("thead", head), body)))
}

// positions are the passages in which somebody is made to say something of the issue.
func (t *topic) positions() *node {
	two := el("div.two")
	for _, u := range t.uses {
		if u.Voice == "" || t.cite.passage[u.Article+"/"+u.Passage].Text == "" {
			continue
		}
		var marks []mark
		for _, m := range u.Marks {
			marks = append(marks, mark{start: m[0], end: m[1], sel: "b"})
		}
		two.add(el("div.position", el("p.who", el("b", upper(u.Voice)), el("span", t.say("saidin", t.cite.name(u.Article), yearOf(t.cite.article[u.Article].Published)))),
			t.cite.quotes(u.Article, []string{u.Passage}, sorted(marks)), t.cite.source(u.Article, []string{u.Passage}, false)))
	}
	if len(two.kids) == 0 {
		return nil
	}
	return el("section.sec", attrs{{"id", "positions"}}, el("h2", t.say("hpositions")), el("p.note", t.say("npositions")), two)
}

// A tally counts words without regard to case and keeps the order in which they first came.
type tally struct {
	order []string
	n     map[string]int
}

func newTally() *tally { return &tally{n: map[string]int{}} }

func (t *tally) add(s string) {
	if s == "" {
		return
	}
	if t.n[strings.ToLower(s)]++; t.n[strings.ToLower(s)] == 1 {
		t.order = append(t.order, s)
	}
}

func (t *topic) forms() *node {
	return terms(t.cite, t.writers(), t.doc.Issue.Terms, 1)
}

// absent are the articles that do not write of the issue, and on what evidence that is said.
func (t *topic) absent() *node {
	if len(t.doc.Issue.Not) == 0 {
		return nil
	}
	list := el("ul.absent")
	for _, a := range t.doc.Issue.Not {
		about := t.cite.format(t.cite.article[a.Article])
		if d := t.cite.article[a.Article].Published; d != "" {
			about = t.date(d) + t.say("dot") + about
		}
		list.add(el("li", el("p.who", el("b", t.cite.name(a.Article)), el("span", about)), el("p.omission", el("span", t.say("o-"+a.Reason)))))
	}
	return el("section.sec", el("h2", t.say("habsent")), list)
}

func (t *topic) foot(full bool) *node {
	page := "/issues/" + t.doc.Issue.ID
	data := el("a", attrs{{"href", "/v1" + page + ".json"}}, "JSON")
	if full {
		return el("footer.foot", el("span", t.say("verbatim")), el("span", el("a", attrs{{"href", t.path("/embed") + "?page=" + page}}, t.say("embed")), t.say("dot"), data))
	}
	return el("footer.foot", el("span.logo", "Read", el("i"), "out"), el("span", el("a", attrs{{"href", t.path(page)}}, t.say("full-link")), t.say("dot"), data))
}

// upper is s with a capital at its beginning.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
