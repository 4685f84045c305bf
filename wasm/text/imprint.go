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
var makings = []string{"additional reporting", "with reporting", "with additional reporting", "with agencies", "with agency inputs", "translated from", "translated by", "translation:",
	"correction:", "corrections:", "clarification:", "an earlier version of this", "editor's note", "editors' note", "disclaimer:", "the views expressed", "views expressed in",
	"opinions expressed in", "the writer is", "the author is", "the writer was", "the author was", "this article is for", "this article is part of", "this article was", "this article first appeared",
	"this story was", "this story has been", "this story has not been", "(this story has", "(this report has", "this report was auto"}

// reserved stand in lines on rights and complaints.
var reserved = []string{"may not be republished", "may not be reproduced", "may not be published", "not be redistributed", "if you have a complaint", "without prior permission", "terms of use", "our comments", "without written permission",
	"contributed to this report", "contributed to this article", "contributed to this story", "contributed reporting"}

// appeal reports whether a line asks its reader for something: a sentence opens with an imperative and its object, and what is asked
// for is the outlet's ("Follow us", "Support independent journalism", "Join HP's Telegram channel").
func appeal(low string) bool {
	words := strings.Fields(low)
	opens, circumstance, own, asked := true, false, false, false
	for i, w := range words {
		bare := strings.Trim(w, ".,;:!?()'")
		next := ""
		if i+1 < len(words) {
			next = strings.Trim(words[i+1], ".,;:!?()")
		}
		if opens {
			if i == 0 || !strings.HasSuffix(words[i-1], ",") {
				circumstance = bare == "for" || bare == "to" || bare == "if" || bare == "like"
			}
			switch bare {
			case "support":
				own = own || next == "us" || next == "our" || next == "independent" || next == "local" || next == "quality"
			case "donate", "subscribe", "register":
				own = own || next == "" || next == "now" || next == "today" || next == "here" || next == "to"
			case "follow", "join", "contact", "reach", "email", "help", "tell", "send", "like", "share", "find", "visit":
				own = own || next == "us" && bare != "tell"
				asked = true
			case "get", "download", "read", "listen", "become", "check", "watch":
				asked = next == "the" || next == "our" || next == "your" || next == "more" || next == "to" || next == "a"
			}
		}
		own = own || asked && (channels.Has(bare) || strings.Contains(w, "@") || bare == "news" && (next == "alerts" || next == "updates") || bare == "google" && next == "news" || bare == "next" && next == "issue")
		opens = w != bare && strings.ContainsAny(w[len(w)-1:], ".!?:;") || circumstance && strings.HasSuffix(w, ",")
	}
	return own || len(words) <= 25 && (strings.Contains(low, "sign up for") || strings.Contains(low, "read more from"))
}

// channels are the ways by which an outlet reaches its readers.
var channels = wordlist.Of(`facebook instagram telegram whatsapp youtube tiktok bluesky twitter mastodon linkedin newsletter newsletters podcast podcasts app journalism
	newsroom inbox subscriber subscribers subscription supporter membership`)

// elsewhere reports whether a line is one link to another story: "Read more: Hamburg port workers vote", "MORE: ...".
func elsewhere(p *paragraph, low string) bool {
	n := strings.IndexByte(low, ':')
	if n < 0 || n+1 == len(low) || p.words > 25 || p.words < 3 {
		return false
	}
	switch low[:n] {
	case "more", "related story", "related", "also read", "read also", "read more", "read next", "see also", "read", "leggi anche", "lire aussi", "lea también", "lees ook", "lesen sie auch":
		return true
	}
	return false
}

// ofItself knows "About Harbour Post: we have been telling you", "About the author: Rosa Lind has covered".
func ofItself(p *paragraph, low string) bool {
	n := strings.IndexByte(low, ':')
	return n > 0 && strings.HasPrefix(low, "about ") && strings.Count(low[:n], " ") <= 5 && (strings.HasPrefix(low, "about the author") || startsUpper(p.text[len("about "):]) && second(low))
}

// bylineOf is what "By ...", "An essay by ..." names, folded, "" where a line is no byline.
func bylineOf(low string) string {
	kind, name, ok := strings.Cut(low, "by ")
	if !ok || name == "" {
		return ""
	}
	kind = strings.TrimSpace(kind)
	for _, a := range []string{"an ", "a "} {
		kind = strings.TrimPrefix(kind, a)
	}
	switch kind {
	case "", "essay", "analysis", "opinion", "commentary", "column", "feature", "comment", "interview", "text", "words", "story", "report", "review", "interview and text", "posted", "written", "published":
		return name
	}
	return ""
}

// stamp knows a line that says who put the page there and when: "Posted on May 8, 2024 by Tom Hall", "Harbour Post / 12:40 PM July 27, 2024".
func stamp(p *paragraph, low string) bool {
	posted := startsWithAny(low, []string{"posted", "published", "updated", "last updated", "first published", "last modified"})
	if !posted && !strings.Contains(low, " / ") && !strings.Contains(low, " | ") {
		return false
	}
	year, other := false, 0
	for _, w := range strings.FieldsFunc(p.text, func(r rune) bool { return !isLetter(r) && !isDigit(r) }) {
		switch norm := Fold(w); {
		case len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")):
			year = true
		case isDigit(rune(w[0])), dateWords.Has(norm), months.Has(norm), norm == "by":
		case len(w) <= 4 && len(w) > 1 && allCaps(w+w): // a time zone that the list lacks
		case startsUpper(w):
			other++
		default:
			return false
		}
	}
	return year && other <= 4
}

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
		for _, cut := range []string{",", " and ", " in ", " for ", "|"} {
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
			if rest, ok := strings.CutPrefix(l.fold, n); ok && i*2 > len(p.lines) && startsWithAny(rest, []string{"is a", "is an", "is the", "was a", "has covered", "covers", "writes", "reports", "works", "teaches"}) {
				p.roles[i] = furniture
			}
		}
	}
}
