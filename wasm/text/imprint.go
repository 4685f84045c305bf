package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// What an outlet says of itself and its makers stands among the prose and is written like prose: who wrote, translated and corrected,
// where to follow, whom to write to, what to pay for.

// maxImprint is the most words of such a line.
const maxImprint = 60

// imprint reports whether a line is of that kind by its own words. A line with a quotation is the article's.
func imprint(p *paragraph, low string) bool {
	switch {
	case p.words > maxImprint || strings.Contains(low, "\""):
		return false
	case p.words <= 40 && startsWithAny(low, makings), containsAny(low, reserved), appeal(low), ofItself(p, low):
		return true
	case !p.ends && p.words <= 10 && bylineOf(low) != "":
		return true
	}
	return !p.ends && p.words <= 16 && stamp(p, low)
}

// makings open lines on how an article was made.
var makings = phrases("additional reporting|with reporting|with additional reporting|with agencies|with agency inputs|translated from|translated by|translation:|correction:|" +
	"corrections:|clarification:|an earlier version of this|editor's note|editors' note|disclaimer:|the views expressed|views expressed in|" +
	"opinions expressed in|the writer is|the author is|the writer was|the author was|this article is for|this article is part of|this article was|" +
	"this article first appeared|this story was|this story has been|this story has not been|this interview has been|this interview was|image credit|photo credit|(this story has|(this report has|this report was auto")

// reserved stand in lines on rights and complaints.
var reserved = phrases("may not be republished|may not be reproduced|may not be published|not be redistributed|if you have a complaint|without prior permission|terms of use|" +
	"our comments|comments are moderated|without written permission|non-commercial use|contributed to this report|contributed to this article|contributed to this story|contributed reporting")

// appeal reports whether a line asks its reader for something: a sentence opens with an imperative and its object, and what is asked
// for is the outlet's ("Follow us", "Support independent journalism", "Join HP's Telegram channel").
func appeal(low string) bool {
	opens, circumstance, asked := true, false, false
	words := strings.Fields(low)
	for i, w := range words {
		bare, next := strings.Trim(w, ".,;:!?()'"), ""
		if i+1 < len(words) {
			next = strings.Trim(words[i+1], ".,;:!?()")
		}
		if opens {
			if i == 0 || !strings.HasSuffix(words[i-1], ",") {
				circumstance = bare == "for" || bare == "to" || bare == "if"
			}
			if asks.Has(bare + "_" + next) {
				return true
			}
			asked = asked || calls.Has(bare) || offers.Has(bare) && offered.Has(next)
		}
		if asked && (channels.Has(bare) || strings.Contains(w, "@") || channels.Has(bare+"_"+next)) {
			return true
		}
		opens = w != bare && strings.ContainsAny(w[len(w)-1:], ".!?:;") || circumstance && strings.HasSuffix(w, ",")
	}
	return len(words) <= 25 && (strings.Contains(low, "sign up for") || strings.Contains(low, "read more from"))
}

var (
	// asks are imperatives that only an outlet has for its readers, with the word behind them.
	asks = wordlist.Of(`support_us support_our support_independent support_local support_quality donate_ donate_now donate_today donate_here donate_to subscribe_
		subscribe_now subscribe_today subscribe_here subscribe_to register_now register_today register_here follow_us join_us contact_us email_us help_us send_us
		like_us find_us visit_us`)
	// calls ask for something of the outlet's if one of its channels is named; offers do with one of the words behind them.
	calls   = wordlist.Of(`follow join contact reach email help tell send like share find visit`)
	offers  = wordlist.Of(`get download read listen become check watch`)
	offered = wordlist.Of(`the our your more to a`)
)

// channels are the ways by which an outlet reaches its readers.
var channels = wordlist.Of(`facebook instagram telegram whatsapp youtube tiktok bluesky twitter mastodon linkedin newsletter newsletters podcast podcasts app journalism
	newsroom inbox subscriber subscribers subscription supporter membership home_page google_news news_alerts news_updates next_issue`)

// links stand before the title of another story.
var links = wordlist.Of("more related_story related also_read read_also read_more read_next see_also read leggi_anche lire_aussi lea_también lees_ook lesen_sie_auch")

// elsewhere reports whether a line is one link to another story: "Read more: Hamburg port workers vote", "MORE: ...".
func elsewhere(p *paragraph, low string) bool {
	n := strings.IndexByte(low, ':')
	if n < 0 || n+1 == len(low) || p.words > 25 || p.words < 3 {
		return false
	}
	return links.Has(strings.ReplaceAll(low[:n], " ", "_"))
}

// ofItself knows "About Harbour Post: we have been telling you", "About the author: Rosa Lind has covered".
func ofItself(p *paragraph, low string) bool {
	n := strings.IndexByte(low, ':')
	return n > 0 && strings.HasPrefix(low, "about ") && strings.Count(low[:n], " ") <= 5 && (strings.HasPrefix(low, "about the author") || startsUpper(p.text[len("about "):]) && second(low))
}

// writings are what a byline may say that somebody did or made.
var writings = wordlist.Of("essay analysis opinion commentary column feature comment interview text words story report review posted written published")

// bylineOf is what "By ...", "An essay by ..." names, folded, "" where a line is no byline.
func bylineOf(low string) string {
	kind, name, ok := strings.Cut(low, "by ")
	if !ok || name == "" {
		return ""
	}
	kind = strings.TrimSpace(kind)
	kind = strings.TrimPrefix(strings.TrimPrefix(kind, "an "), "a ")
	if kind == "" || writings.Has(kind) {
		return name
	}
	return ""
}

// postings open the line on when a page was put there.
var postings = phrases("date|posted|published|updated|last updated|first published|last modified")

// stamp knows a line that says who put the page there and when: "Posted on May 8, 2024 by Tom Hall", "Harbour Post / 12:40 PM July 27, 2024".
func stamp(p *paragraph, low string) bool {
	posted := startsWithAny(low, postings)
	if !posted && !strings.Contains(low, " / ") && !strings.Contains(low, " | ") && !strings.Contains(low, " - ") {
		return false
	}
	year, other := false, 0
	for _, w := range strings.FieldsFunc(p.text, func(r rune) bool { return !isLetter(r) && !isDigit(r) }) {
		switch norm := Fold(w); {
		case len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")):
			year = true
		case isDigit(rune(w[0])), dateWords.Has(norm), months.Has(norm), norm == "by":
		case len(w) <= 4 && len(w) > 1 && !strings.ContainsFunc(w, func(r rune) bool { return !isUpper(r) }): // a time zone that the list lacks
		case startsUpper(w):
			other++
		default:
			return false
		}
	}
	return year && other <= 4
}

// cuts end the name in a byline.
var cuts = append(phrases(",| and | in | for "), "|")

// trades go on behind the name of who wrote the article, in the note on him.
var trades = phrases("is a|is an|is the|was a|has covered|covers|writes|reports|works|teaches")

// makers takes out of the end of the body what is said of those whose bylines stand in the page ("Rosa Lind is a writer and lives in Ghent"), and
// what a firm says of itself below its release, under "About" and its name.
func (p *page) makers() {
	var names []string
	for i := range p.lines {
		l := &p.lines[i]
		if p.roles[i] != furniture || l.words > 12 {
			continue
		}
		name := bylineOf(strings.TrimLeft(l.fold, "-*#>| \""))
		for _, cut := range cuts {
			name, _, _ = strings.Cut(name, cut)
		}
		if name = strings.TrimSpace(name); strings.Contains(name, " ") {
			names = append(names, name+" ")
		}
	}
	for i := range p.lines {
		l := &p.lines[i]
		if p.roles[i] != plainLine {
			continue
		}
		if rest, ok := strings.CutPrefix(l.fold, "about "); ok && i+1 < len(p.lines) && !l.ends && l.words <= 8 && strings.HasPrefix(p.lines[i+1].fold, rest+" ") {
			p.roles[i] = ending
			continue
		}
		for _, n := range names {
			if rest, ok := strings.CutPrefix(l.fold, n); ok && i*2 > len(p.lines) && startsWithAny(rest, trades) {
				p.roles[i] = furniture
			}
		}
	}
}
