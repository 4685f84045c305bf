package engine

import (
	"slices"
	"strconv"
	"strings"

	"readout/wasm/compare"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// The rules that need no row: they look at what an article says of its people, and at what accounts of one meeting say of the meeting.
// A newspaper is shown to be at odds here, so each asks for more than is likely to be by chance.
const (
	// RulePost: one article gives one post of one country to two people, without a word of one following the other.
	RulePost = "post-differs"
	// RuleOffice: one article names one person's one office with two ranks.
	RuleOffice = "office-differs"
	// RuleStatus: one account tells that the meeting was held, another, written after its day, that it was not.
	RuleStatus = "status-differs"
)

// odds are the discrepancies of a meeting that its rows do not show.
func (c *Corpus) odds(m *meeting.Meeting) []Discrepancy {
	var out []Discrepancy
	for _, cov := range m.Coverage {
		if a := c.Articles[cov.Article]; a.Threads[cov.Thread].Main {
			out = append(out, a.twoNames(cov.Article)...)
			out = append(out, a.twoTitles(cov.Article)...)
		}
	}
	for i, x := range m.Coverage {
		for _, y := range m.Coverage[i+1:] {
			out = append(out, c.apart(m, x, y)...)
		}
	}
	return out
}

// twoNames finds people of the registry whom the article calls by two full names that differ in one word, and that word by a slip:
// "Takizaki Kigeki", "Takizaki Shigeki". Nicknames and other romanisations of a name are none. Of people whom the registry does not know
// it is not sure enough that they are one: "Jerry Ortiz" was the father of "Jeremy Ortiz".
func (a *Article) twoNames(article int) []Discrepancy {
	var out []Discrepancy
	forms := make([][]*who.Mention, len(a.Who.People)) // of each person, the first mention in each form
	found := make([]bool, len(a.Who.People))
	written := map[string]bool{} // person and form
	for i := range a.Who.Mentions {
		y := &a.Who.Mentions[i]
		if y.Person < 0 || found[y.Person] || !a.Who.People[y.Person].Registry || a.Doc.Passages[y.Passage].Aside {
			continue
		}
		key := strconv.Itoa(y.Person) + " " + y.Form
		if written[key] {
			continue
		}
		written[key] = true
		for _, x := range forms[y.Person] {
			if slip(x.Form, y.Form) {
				found[y.Person] = true
				out = append(out, Discrepancy{Rule: compare.RuleName, About: "One person’s name", Point: -1, Sides: []Side{a.quoted(article, x), a.quoted(article, y)}})
				break
			}
		}
		forms[y.Person] = append(forms[y.Person], y)
	}
	return out
}

func (a *Article) quoted(article int, m *who.Mention) Side {
	return Side{Article: article, Passage: m.Passage, Span: m.Span, Value: m.Form}
}

// slip reports whether two names have as many words, two at least, all the same but one, and those two are much alike but for more than
// their vowels.
func slip(x, y string) bool {
	xs, ys := strings.Fields(folded(x)), strings.Fields(folded(y))
	if len(xs) != len(ys) || len(xs) < 2 {
		return false
	}
	one, other := without(xs, ys), without(ys, xs)
	if len(one) != 1 || len(other) != 1 {
		return false
	}
	p, q := consonants(one[0]), consonants(other[0])
	longest := max(len(one[0]), len(other[0]))
	return p != q && longest >= 5 && text.Distance(one[0], other[0], longest/3) <= longest/3
}

// without are the words of xs that ys does not have.
func without(xs, ys []string) []string {
	var out []string
	for _, w := range xs {
		if !slices.Contains(ys, w) {
			out = append(out, w)
		}
	}
	return out
}

func consonants(w string) string {
	var out []byte
	for i := range len(w) {
		if strings.IndexByte("aeiouyhw-'", w[i]) < 0 {
			out = append(out, w[i])
		}
	}
	return string(out)
}

// changing words near a title tell of a post that somebody had, is to have or left.
var changing = wordlist.Of(`former formerly then ex late new newly incoming outgoing elect next vice deputy acting shadow successor predecessor replaced replacing replaces
succeeded succeeds succeeding appointed named nominated elected became becomes sworn resigned administration era candidate previous previously since until before`)

// rankless words make no office: what is left of a title without them is what it is over.
var rankless = wordlist.Of(`head chief leader director director-general directors general minister secretary president chairman chairwoman deputy vice senior special
representative envoy ministry foreign affairs department bureau office division of for and the at in a an to on its his her`)

// titled is a mention with a title, and what the rules of titles ask of it. An article may have thousands of them, of which each two are
// compared: so what can be is a number.
type titled struct {
	*who.Mention
	title  int      // equal where the titles are, folded
	post   int      // equal where it is one post of one country, of which there is one; -1 where it is no such post
	office []string // the words of the title but for those of rank
}

// titled are the mentions by a title of the present. Both of what it numbers begin at 0.
func (a *Article) titled() []titled {
	var out []titled
	titles, posts := map[string]int{}, map[string]int{}
	number := func(of map[string]int, s string) int {
		n, ok := of[s]
		if !ok {
			n = len(of)
			of[s] = n
		}
		return n
	}
	for i := range a.Who.Mentions {
		m := &a.Who.Mentions[i]
		if m.Title == "" || m.Person < 0 || a.changes(m) {
			continue
		}
		t := titled{Mention: m, post: -1}
		words := folded(m.Title)
		t.title = number(titles, words)
		if p, ok := solePost(m); ok {
			t.post = number(posts, p)
		}
		for _, w := range strings.Fields(words) {
			if !rankless.Has(w) {
				t.office = append(t.office, w)
			}
		}
		out = append(out, t)
	}
	return out
}

// twoTitles finds posts that the article gives to two people, and offices of people of the registry to which it gives two ranks. A title is
// reported once for either.
func (a *Article) twoTitles(article int) []Discrepancy {
	var out []Discrepancy
	list := a.titled()
	posts, offices := make([]bool, len(list)), make([]bool, len(list)) // whether a title was reported, by titled.title
	for i := range list {
		y := &list[i]
		for j := range i {
			x := &list[j]
			d := Discrepancy{Point: -1}
			switch {
			case x.Person != y.Person && x.post >= 0 && x.post == y.post && !posts[x.title]:
				posts[x.title] = true
				d.Rule, d.About = RulePost, "Who holds the post"
				d.Sides = []Side{a.quoted(article, x.Mention), a.quoted(article, y.Mention)}
			case x.Person == y.Person && !offices[x.title] && x.Level != y.Level && x.Level != "" && y.Level != "" && a.Who.People[x.Person].Registry && sameOffice(x, y):
				offices[x.title] = true
				d.Rule, d.About = RuleOffice, "Which post it is"
				d.Sides = []Side{a.quoted(article, x.Mention), a.quoted(article, y.Mention)}
				a.spanTitle(&d.Sides[0], x.Mention)
				a.spanTitle(&d.Sides[1], y.Mention)
			default:
				continue
			}
			out = append(out, d)
		}
	}
	return out
}

// spanTitle makes a side quote the title, where the text has it as one run of words.
func (a *Article) spanTitle(s *Side, m *who.Mention) {
	p := a.Doc.Passages[m.Passage]
	at := strings.Index(a.Doc.Slice(p.Span), m.Title)
	if at < 0 {
		return
	}
	start := p.Start + len([]rune(a.Doc.Slice(p.Span)[:at]))
	s.Span = text.Span{Start: start, End: start + len([]rune(m.Title))}
	s.Value = m.Title
}

// changes reports whether the sentence of a mention tells of a post that changes hands, or of another year.
func (a *Article) changes(m *who.Mention) bool {
	p := &a.Doc.Passages[m.Passage]
	if p.Aside {
		return true
	}
	for i := range p.Tokens {
		t := &p.Tokens[i]
		if changing.Has(t.Norm) && t.Start > m.Start-80 && t.End < m.End+60 || len(t.Norm) == 4 && (t.Norm[:2] == "19" || t.Norm[:2] == "20") {
			return true
		}
	}
	return false
}

// solePost names the post of a title of which a country has one: head of government or state, or a minister; false where it is none, or the
// title does not name the country itself.
func solePost(m *who.Mention) (string, bool) {
	if m.Level != know.LevelHead && m.Level != know.LevelMinister || m.Country == "" {
		return "", false
	}
	p, named := post(m.Title)
	return m.Country + " " + m.Level + " " + p, named && strings.Contains(p, " ")
}

// post is a title without its country and without how its holder is seen, and whether it names a country.
func post(title string) (string, bool) {
	var out []string
	named := false
	words := strings.Fields(folded(title))
	for i := 0; i < len(words); i++ {
		w := strings.TrimSuffix(strings.TrimSuffix(words[i], "'s"), "'")
		if i+1 < len(words) {
			if _, ok := know.Country(w + " " + strings.TrimSuffix(words[i+1], "'s")); ok {
				named = true
				i++
				continue
			}
		}
		if _, ok := know.Country(w); ok {
			named = true
			continue
		}
		if w != "visiting" && w != "the" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " "), named
}

// sameOffice reports whether two titles are over one thing: they share two words besides those of rank.
func sameOffice(x, y *titled) bool {
	n := 0
	for _, w := range x.office {
		if slices.Contains(y.office, w) {
			n++
		}
	}
	return n >= 2
}

// apart finds what two accounts of a meeting cannot both have right of it: the city in which it was held, and that it was.
func (c *Corpus) apart(m *meeting.Meeting, x, y meeting.Coverage) []Discrepancy {
	a, b := c.Articles[x.Article], c.Articles[y.Article]
	t, u := &a.Threads[x.Thread], &b.Threads[y.Thread]
	var out []Discrepancy
	if t.Status == meeting.Held && u.Status == meeting.Held && t.Type != meeting.Visit {
		p, q := a.city(t), b.city(u)
		if p != nil && q != nil && folded(cityOf(p.Name)) != folded(cityOf(q.Name)) {
			out = append(out, Discrepancy{Rule: compare.RulePlace, About: "Where it was", Point: -1, Sides: []Side{
				{Article: x.Article, Passage: p.Passage, Span: p.Span, Value: a.Doc.Slice(p.Span)}, {Article: y.Article, Passage: q.Passage, Span: q.Span, Value: b.Doc.Slice(q.Span)}}})
		}
	}
	if m.Umbrella || m.Date.IsZero() {
		return out
	}
	if t.Status == meeting.Denied {
		x, y, a, b, t, u = y, x, b, a, u, t
	}
	if t.Status == meeting.Held && u.Status == meeting.Denied && !b.Published.IsZero() && b.Published.First() > m.Date.Last() {
		if p, q := a.telling(t), b.telling(u); p != nil && q != nil {
			out = append(out, Discrepancy{Rule: RuleStatus, About: "Whether it took place", Point: -1, Sides: []Side{
				{Article: x.Article, Passage: p.Passages[0], Span: p.Trigger, Value: a.Doc.Slice(p.Trigger)}, {Article: y.Article, Passage: q.Passages[0], Span: q.Trigger, Value: b.Doc.Slice(q.Trigger)}}})
		}
	}
	return out
}

// city is where the article names the city of a thread's place, nil where that is none.
func (a *Article) city(t *meeting.Thread) *who.Place {
	if _, ok := know.City(folded(cityOf(t.Place))); !ok {
		return nil
	}
	for i := range a.Who.Places {
		if p := &a.Who.Places[i]; p.Name == t.Place {
			return p
		}
	}
	return nil
}

// cityOf is the city of a place's name: of "Ministry of Foreign Affairs, Tokyo" the last part, of "The Hague, Netherlands" the first.
func cityOf(place string) string {
	parts := strings.Split(place, ", ")
	last := parts[len(parts)-1]
	if _, ok := know.Country(folded(last)); ok && len(parts) > 1 {
		return parts[len(parts)-2]
	}
	return last
}

// telling is the first mention that gives a thread its status.
func (a *Article) telling(t *meeting.Thread) *meeting.Mention {
	for i := range t.Mentions {
		if t.Mentions[i].Status == t.Status {
			return &t.Mentions[i]
		}
	}
	return nil
}
