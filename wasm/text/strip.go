package text

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// maxBox is how many lines up and down a short line looks for others of its box.
const maxBox = 30

// strip finds what of a saved page is article: the blocks in source order, without overlap, none empty. headline is "" where it is not
// known. What a page without prose contains is kept but for its furniture, the first line as headline: a list is better than
// nothing. The package doc tells how lines are judged.
func strip(src []rune, headline string) []Block {
	p := page{src: src, lines: paragraphs(src)}
	p.judge()
	p.findBody()
	p.findHeadline(Fold(headline))
	return p.blocks()
}

// page is the work of strip on one source.
type page struct {
	src      []rune
	lines    []paragraph
	roles    []role
	drop     []bool // line says what an earlier one said, word for word
	body     Span   // indexes of lines: from the first of the body to after its last
	headline int    // index of the headline, -1 for none
	title    Span   // the headline in the source: its line without "| Outlet"
	fold     string // Fold of the headline
}

// judge gives every line its role.
func (p *page) judge() {
	p.roles = make([]role, len(p.lines))
	p.drop = make([]bool, len(p.lines))
	seen := map[string]bool{}
	for i := range p.lines {
		l := &p.lines[i]
		p.roles[i] = roleOf(l)
		p.drop[i] = seen[l.fold] && l.words > 2
		seen[l.fold] = true
	}
	p.makers()
	p.pictures()
}

// text reports whether line i may be prose of the article.
func (p *page) text(i int) bool { return p.lines[i].prose && p.roles[i] == plainLine }

// findBody finds the run of lines from the first prose to the last, see the package doc.
func (p *page) findBody() {
	first := -1
	for i := range p.lines {
		if p.text(i) && (i > 0 || p.lines[i].ends) && !p.wholeHead(i) && p.creditStart(i) < 0 {
			first = i
			break
		}
	}
	if first < 0 { // no prose: every line that says no other
		p.body = Span{0, len(p.lines)}
		for i := range p.lines {
			if i > 0 && (p.roles[i] == comments || p.roles[i] == ending) {
				p.body.End = i
				break
			}
		}
		return
	}
	after := make([]int, len(p.lines)+1) // words of prose from line i on
	for i := len(p.lines) - 1; i >= 0; i-- {
		after[i] = after[i+1]
		if p.text(i) {
			after[i] += p.lines[i].words
		}
	}
	stop := len(p.lines)
	votes := 0
scan:
	for i := first + 1; i < len(p.lines); i++ {
		before := after[first] - after[i]
		switch {
		case p.roles[i] == comments && before >= 20:
			stop = i
			break scan
		case p.roles[i] == ending && after[i] <= before, p.roles[i] == listHeader && after[i] <= before && !p.resumes(first, i):
			stop = i
			break scan
		case vote(&p.lines[i]):
			if votes++; votes == 2 && before >= 40 { // the comment above the first score is no article either
				for stop = i; stop > first+1 && !vote(&p.lines[stop-1]); stop-- {
				}
				stop = max(first+1, stop-2)
				break scan
			}
		}
	}
	last := first
	for i := first; i < stop; i++ {
		if p.text(i) && !p.drop[i] {
			last = i
		}
	}
	// Short sentences that follow directly are its close; the first line that is none ends it.
	for i := last + 1; i < stop && p.roles[i] == plainLine && p.lines[i].words >= 2 && !p.drop[i]; i++ {
		if p.lines[i].ends {
			last = i
		} else if !p.lines[i].leadsOn() {
			break
		}
	}
	p.body = Span{p.lead(first), last + 1}
}

// lead is where an article begins whose first prose is line first: an opening of short sentences ("OSLO - Anna Berg met Lars Holm on
// Thursday.") is too short for prose. They count only below a line that can be their headline, because some headlines end with a full
// stop themselves.
func (p *page) lead(first int) int {
	start := first
	for start > 0 {
		l := &p.lines[start-1]
		if p.roles[start-1] != plainLine || !l.ends || l.words < 4 || l.lower*4 < l.words || p.drop[start-1] || p.creditStart(start-1) >= 0 {
			break
		}
		start--
	}
	if start == first {
		return first
	}
	words := p.contentOf(Span{start, min(first+10, len(p.lines))})
	for i := start - 1; i >= max(0, start-maxBox); i-- {
		l := &p.lines[i]
		if p.roles[i] != plainLine || l.words < 4 || l.ends {
			continue
		}
		if l.mostlySmall() || slices.ContainsFunc(contentWords(l.fold), func(w string) bool { return words[w] }) {
			return start
		}
	}
	return first
}

// contentOf are the content words of the lines from s.Start to before s.End.
func (p *page) contentOf(s Span) map[string]bool {
	words := make(map[string]bool, (s.End-s.Start)*usualWords)
	for _, l := range p.lines[s.Start:s.End] {
		for _, w := range contentWords(l.fold) {
			words[w] = true
		}
	}
	return words
}

// resumes reports whether the article goes on below the header of a list at line i: before the next such header two
// lines of prose follow each other, one of them long, and share two words with the article so far. The excerpts in a
// list of other stories are parted by their titles.
func (p *page) resumes(first, i int) bool {
	words := p.contentOf(Span{first, min(i, first+40)})
	for j := i + 1; j+1 < len(p.lines) && p.roles[j] != listHeader && p.roles[j] != ending && p.roles[j] != comments; j++ {
		a, b := &p.lines[j], &p.lines[j+1]
		if p.roles[j] != plainLine || p.roles[j+1] != plainLine || !(p.text(j) && (b.ends || b.leadsOn()) || p.text(j+1) && (a.ends || a.leadsOn())) {
			continue
		}
		same := 0
		for _, l := range []*paragraph{a, b} {
			for _, w := range contentWords(l.fold) {
				if words[w] {
					same++
				}
			}
		}
		if same >= 2 {
			return true
		}
	}
	return false
}

// wholeHead reports whether prose at line i is a headline in whole sentences: a date, a byline or a picture follows it, and nothing above
// can be one.
func (p *page) wholeHead(i int) bool {
	if p.lines[i].words > maxHead || i+1 == len(p.lines) || p.roles[i+1] != furniture && (i == 0 || p.roles[i+1] != picture) {
		return false
	}
	for k := range i {
		if p.roles[k] == plainLine && p.lines[k].words > 3 && !deskOf(p.lines[k].fold) {
			return false
		}
	}
	return true
}

// maxHead is the most words of such a headline.
const maxHead = 16

// usualWords is about how many new words a paragraph brings: maps of words need not grow then.
const usualWords = 12

// findHeadline chooses the line above the body that shares most words with it, or the one that is known.
func (p *page) findHeadline(known string) {
	p.headline = -1
	words := p.contentOf(Span{p.body.Start, min(p.body.End, p.body.Start+40)})
	noProse := p.body.Start == 0
	// The earliest line that shares a word with the body and reaches a fifth of the best score: decks are longer, and often
	// share more of the body than the headline does.
	scores := make([]int, max(p.body.Start, 1))
	best := 0
	for i := 0; i < p.body.Start || noProse && i < 1 && len(p.lines) > 1 && !p.lines[0].prose; i++ {
		l := &p.lines[i]
		if known != "" && (l.fold == known || strings.HasPrefix(l.fold, known+" ")) {
			p.headline = i
			break
		}
		if p.roles[i] != plainLine || l.words < 2 && letterCount(l.fold) < 8 || l.words > 45 || bulleted(l.text) || creditWithin(l.fold) {
			continue
		}
		if l.words > 3 || l.lower > 0 { // two or three names alone are a byline
			scores[i] = 1
		}
		for _, w := range contentWords(l.fold) {
			if words[w] {
				scores[i] += 2
			}
		}
		if strings.Contains(l.text, " | ") {
			scores[i] += 2
		}
		best = max(best, scores[i])
	}
	for i := 0; i < len(scores) && p.headline < 0; i++ {
		if scores[i] > 0 && scores[i]*5 >= best && (scores[i] >= 3 || best < 3) {
			p.headline = i
		}
	}
	if p.headline < 0 {
		return
	}
	if i := p.headline; known == "" && i+1 < len(scores) && scores[i+1] > scores[i] && p.lines[i].words <= maxKicker && verbless(p.src, p.lines[i].Span) && !p.lines[i+1].ends && !verbless(p.src, p.lines[i+1].Span) {
		p.headline++ // "Ferry strike" above "Lund and its crews go back to the table"
	}
	p.headline = p.withoutPath(p.headline)
	l := p.lines[p.headline]
	p.title = l.Span
	for i := l.Start; i+3 < l.End; i++ { // "Headline | Outlet", "Headline - Outlet" where the headline alone stands below
		if p.src[i] != ' ' || p.src[i+2] != ' ' || !strings.ContainsRune("|-–—:", p.src[i+1]) {
			continue
		}
		head := Fold(string(p.src[l.Start:i]))
		if p.src[i+1] == '|' && i-l.Start >= 12 || p.repeats(head) {
			p.title.End = i
			break
		}
	}
	p.title = trim(p.src, p.title)
	p.fold = Fold(string(p.src[p.title.Start:p.title.End]))
}

// maxKicker is the most words of a line above the headline that says what it is about (guessed).
const maxKicker = 4

// bulleted reports whether a line is a point of a list.
func bulleted(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ")
}

// creditWithin reports whether a folded line says in brackets who made a picture, as only what stands under one does: "The gate of the works (Photo
// by Kim Olin/Alamy) Alamy".
func creditWithin(fold string) bool {
	for {
		_, rest, ok := strings.Cut(fold, "(")
		if !ok || startsWithAny(rest, credits) {
			return ok
		}
		fold = rest
	}
}

// withoutPath is the line below line i that it ends in, where the way to the page stands before it: "Home / Finance / The board met again",
// "lundnews.exampleFinanceThe board met again"; i itself where there is none.
func (p *page) withoutPath(i int) int {
	for j := i + 1; j < p.body.Start; j++ {
		if l := &p.lines[j]; l.words > 3 && len(l.fold) < len(p.lines[i].fold) && strings.HasSuffix(p.lines[i].fold, l.fold) {
			return j
		}
	}
	return i
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if isLetter(r) {
			n++
		}
	}
	return n
}

func (p *page) repeats(fold string) bool {
	for i := range p.lines {
		if p.lines[i].fold == fold {
			return true
		}
	}
	return false
}

// contentWords are the words of four letters or more, the numbers, and every character of scripts without spaces.
func contentWords(fold string) []string {
	var out []string
	from, wide := 0, false
	flush := func(to int) {
		switch w := fold[from:to]; {
		case len(w) < 4 && (w == "" || !isDigit(rune(w[0]))):
		case !wide:
			out = append(out, w)
		default:
			for _, r := range w {
				if isWide(r) {
					out = append(out, string(r))
				}
			}
		}
		wide = false
	}
	for i, r := range fold {
		if isLetter(r) || isDigit(r) || r == '-' {
			wide = wide || isWide(r)
			continue
		}
		flush(i)
		from = i + utf8.RuneLen(r)
	}
	flush(len(fold))
	return out
}

// blocks writes down what was found.
func (p *page) blocks() []Block {
	var out []Block
	if p.headline >= 0 {
		out = append(out, Block{Span: p.title, Kind: Headline})
	}
	if p.headline >= 0 {
		for i := p.headline + 1; i < p.body.Start; i++ {
			if p.roles[i] == picture && !p.drop[i] {
				out = p.appendLine(out, i, Caption)
			}
		}
	}
	decks := p.decks()
	for _, i := range decks {
		out = p.appendLine(out, i, Deck)
	}
	for i := p.body.Start; i < p.body.End; i++ {
		l := &p.lines[i]
		switch {
		case p.roles[i] == picture:
			out = p.appendLine(out, i, Caption)
		case i == p.headline || p.roles[i] != plainLine || l.fold == p.fold && p.headline >= 0 || p.drop[i] && l.prose:
		case l.prose || l.ends && l.words >= 2 || l.leadsOn():
			out = p.appendLine(out, i, Body)
		case p.body.End == len(p.lines) && p.body.Start == 0 && !p.anyProse():
			out = p.appendLine(out, i, Body)
		case p.creditStart(i) > 0:
			out = p.appendLine(out, i, Caption)
		case p.subhead(i):
			out = append(out, Block{Span: l.Span, Kind: Subhead})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

func (p *page) anyProse() bool {
	return p.body.Start < len(p.lines) && p.text(p.body.Start)
}

// decks are the lines between headline and body that speak of the same things; more than six of them are a menu.
func (p *page) decks() []int {
	if p.headline < 0 || p.headline+1 >= p.body.Start {
		return nil
	}
	words := p.contentOf(p.body)
	for _, w := range contentWords(p.fold) {
		words[w] = true
	}
	var out []int
	for i := p.headline + 1; i < p.body.Start; i++ {
		l := &p.lines[i]
		if p.roles[i] != plainLine || p.drop[i] || l.fold == p.fold || l.words < 4 {
			continue
		}
		same := 0
		for _, w := range contentWords(l.fold) {
			if words[w] {
				same++
			}
		}
		if same >= 2 || l.prose || l.ends && same >= 1 {
			out = append(out, i)
		}
	}
	if len(out) > 6 {
		return nil
	}
	return out
}

// subhead reports whether the short line i heads the paragraph below it. Lines of boxes stand several together.
func (p *page) subhead(i int) bool {
	l := &p.lines[i]
	if l.words < 2 || l.words > 14 || p.drop[i] || p.creditStart(i) >= 0 || startsWithAny(l.fold, credits) {
		return false
	}
	if strings.HasPrefix(l.text, "•") || strings.HasPrefix(l.text, "*") || strings.HasPrefix(l.text, "#") || strings.HasPrefix(l.text, "@") {
		return false
	}
	group := 0 // short lines between the prose above and the prose below
	for j := i - 1; j >= max(p.body.Start, i-maxBox) && !p.text(j); j-- {
		if p.roles[j] == listHeader {
			return false
		}
		if !p.lines[j].ends && p.roles[j] == plainLine {
			group++
		}
		if group > 1 {
			return false
		}
	}
	for j := i + 1; j < min(p.body.End, i+maxBox) && !p.text(j); j++ {
		if !p.lines[j].ends && p.roles[j] == plainLine {
			group++
		}
		if group > 1 {
			return false
		}
	}
	return true
}

// appendLine adds line i as one block, or as several where a byline, a credit or the headline stands in it.
func (p *page) appendLine(out []Block, i int, kind Kind) []Block {
	s := p.lines[i].Span
	if n := p.bracketByline(s); n > 0 {
		out = append(out, Block{Span{s.Start, s.Start + n}, kind, true})
		s = trim(p.src, Span{s.Start + n, s.End})
	}
	credit := p.creditStart(i)
	if kind == Deck && (credit >= 0 || p.lines[i].prose) {
		kind = Body
	}
	if credit >= 0 {
		kind = Caption
	}
	if n := p.headlinePrefix(s); n > 0 {
		kind = Caption
		out = append(out, Block{Span{s.Start, s.Start + n}, kind, true})
		s = trim(p.src, Span{s.Start + n, s.End})
	}
	if credit > s.Start && credit < s.End {
		out = append(out, Block{trim(p.src, Span{s.Start, credit}), kind, false})
		return append(out, Block{Span{credit, s.End}, kind, true})
	}
	if s.Len() == 0 {
		return out
	}
	return append(out, Block{s, kind, credit == s.Start || credited(&p.lines[i])})
}
