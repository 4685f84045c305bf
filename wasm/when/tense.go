package when

import (
	"strings"

	"readout/wasm/wordlist"
)

// tense is the direction from the publication in which what is told lies.
type tense uint8

const (
	noTense tense = iota
	past
	future
	meant // told as what was to come: "was to be held on Thursday"; whether it is over, the words do not say
)

// futureModals open a verb group that tells what is to come. "would" is the future of reported speech.
var futureModals = wordlist.Of(`will shall ll won would may might could can must should`)

// futureWords announce something without a modal.
var futureWords = wordlist.Of(`upcoming forthcoming scheduled slated due expected planned set plans plan poised expects planning starting going intends likely hopes
	meets receives convenes`)

// underWay are what somebody "is" or "are" who will do it soon.
var underWay = wordlist.Of(`headed heading returning meeting holding hosting visiting travelling traveling flying arriving resuming reconvening
	joining attending convening receiving`)

// irregularPast are past forms without -ed of verbs that news uses; forms that are also nouns or present tense
// ("set", "put", "cut") are left out.
var irregularPast = wordlist.Of(`was were did had met said held told spoke went came took gave made saw left began won lost fell rose sent wrote thought brought became
broke built bought caught chose drew drove felt flew forced fought found got grew heard kept knew laid led paid ran sat shot sold sought
spent stood struck swore threw understood withdrew been done gone given taken shown known seen written spoken fled follow follows following
since sank sunk wore hit showed ended dealt slid swept woke overthrew`)

// insideGroup are words that stand between an auxiliary and its verb.
var insideGroup = wordlist.Of(`be been have not also then t ' likely being now never again still soon probably first both`)

// notVerbs follow a "to" that is a preposition.
var notVerbs = wordlist.Of(`the a an his her its their this that these our my your any all both some him them us it me you which what talks`)

// tenses marks the pieces that carry a tense: the heads of verb groups and the words that announce.
// A group begins at its auxiliary and takes the tense of it: the "held" of "will be held" is future.
// An infinitive ("to meet") has the tense of the verb before it, and the future where there is none or that verb
// looks ahead, as in headlines ("diplomats to meet Thursday").
func tenses(l line) []tense {
	out := make([]tense, len(l))
	last := noTense
	for i := 0; i < len(l); i++ {
		w := l[i].norm
		if l[i].kind != letters {
			if w == ";" {
				last = noTense
			}
			continue
		}
		switch {
		case futureModals.Has(w) && !(l[i].upper && i > 0):
			t := future
			j := i + 1
			for j < len(l) && j < i+6 && (insideGroup.Has(l[j].norm) || strings.HasSuffix(l[j].norm, "ly")) {
				if l[j].norm == "have" && w != "will" {
					t = past
				}
				j++
			}
			for k := i; k <= j && k < len(l); k++ {
				out[k] = t
			}
			last, i = t, j
		case w == "to" && i+1 < len(l) && l[i+1].kind == letters && !l[i+1].upper && !notVerbs.Has(l[i+1].norm) && !strings.HasSuffix(l[i+1].norm, "ing"):
			if last != meant && (last != past || looksAhead(l, i)) {
				last = future
			}
			out[i], out[i+1] = last, last
			if i++; l.is(i, "be") && i+1 < len(l) { // "was to be held"
				out[i+1] = last
				i++
			}
		case futureWords.Has(w) && (l.is(i-1, "been") && !(l.is(i-2, "has", "have") && l.is(i+1, "for")) || l.is(i-1, "previously", "as")):
			out[i], last = past, past // "had been due to expire"
			if l.is(i+1, "to") {
				i += 2
			}
		case futureWords.Has(w):
			out[i] = future
			last = future
		case l.is(i, "is", "are") && i+1 < len(l) && underWay.Has(l[i+1].norm): // "are headed back to the table Thursday", "is visiting Oslo on Monday"
			out[i], out[i+1], last = future, future, future
			i++
		case l.is(i, "was", "were") && (l.is(i+1, "to") && !l.is(i+2, "have") || l.is(i+1, "due") && l.is(i+2, "to")):
			out[i], last = meant, meant
			if l.is(i+1, "due") {
				i++
			}
		case irregularPast.Has(w), isPastForm(l, i):
			out[i] = past
			last = past
		case w == "has" || w == "have":
			if l.is(i+1, "to") {
				out[i], last = future, future
			} else {
				out[i], last = past, past
			}
		}
	}
	return out
}

// looksAhead reports whether the word before the "to" at i speaks of a plan.
func looksAhead(l line, i int) bool {
	return futureWords.Has(l.at(i-1).norm) || l.is(i-1, "agreed", "decided", "ready", "about", "invited", "promised", "vowed", "proposed", "pledged", "have", "has", "is", "are", "offered", "wants", "want", "hope", "ordered", "arranged", "prepared")
}

// isPastForm takes a word in -ed for a verb unless it stands between an article and a noun ("the proposed talks").
func isPastForm(l line, i int) bool {
	w := l[i].norm
	if len(w) < 5 || !strings.HasSuffix(w, "ed") || l[i].upper && i > 0 || strings.HasSuffix(w, "eed") && !pastEed.Has(w) {
		return false
	}
	return !l.is(i-1, "the", "a", "an", "its", "his", "her", "their", "-")
}

// pastEed are the past forms in -eed; other words in it are none ("need", "speed").
var pastEed = wordlist.Of(`agreed disagreed freed decreed guaranteed refereed`)

// tenseOf is the tense in which the expression [start, end) of l is told: of the verb that follows at once ("the meeting
// Friday will"), else of the nearest one before it, else of the first one behind ("On Thursday, the two will meet").
func tenseOf(l line, marks []tense, start, end int) tense {
	if l.is(end, "'") && l.is(end+1, "s") { // "Wednesday's ruling": only a verb behind it tells of it
		for i := end; i < min(len(l), end+reach); i++ {
			if marks[i] != noTense && !l.is(i, "to") && !l.is(i-1, "to") {
				return marks[i]
			}
		}
		return noTense
	}
	if end < len(l) && marks[end] != noTense && l[end].kind == letters && !l.is(end, "to") && !l.is(end, "set", "planned", "scheduled", "expected", "due") {
		if t := marks[end]; t == future || l.is(end, "was", "were", "had") {
			return t
		}
	}
	for i := start - 1; i >= max(0, start-reach); i-- {
		if l[i].norm == ";" {
			break
		}
		if marks[i] != noTense {
			return marks[i]
		}
		if l.is(i, "until", "till", "ahead") && i >= start-3 {
			return future
		}
	}
	for i := end; i < min(len(l), end+reach); i++ {
		if marks[i] != noTense {
			return marks[i]
		}
	}
	return noTense
}

// reach is how many pieces away a verb may stand; it bounds the cost of sentences that never end.
const reach = 80
