package when

import "strings"

// tense is the direction from the publication in which what is told lies.
type tense uint8

const (
	noTense tense = iota
	past
	future
)

// futureModals open a verb group that tells what is to come. "would" is the future of reported speech.
var futureModals = map[string]bool{
	"will": true, "shall": true, "ll": true, "won": true, "would": true, "may": true, "might": true, "could": true, "can": true, "must": true, "should": true,
}

// futureWords announce something without a modal.
var futureWords = map[string]bool{
	"upcoming": true, "forthcoming": true, "scheduled": true, "slated": true, "due": true, "expected": true, "planned": true, "set": true,
	"plans": true, "plan": true, "poised": true, "expects": true, "planning": true, "starting": true, "going": true, "intends": true, "likely": true, "hopes": true,
}

// irregularPast are past forms without -ed of verbs that news uses; forms that are also nouns or present tense
// ("set", "put", "cut") are left out.
var irregularPast = map[string]bool{
	"was": true, "were": true, "did": true, "had": true, "met": true, "said": true, "held": true, "told": true, "spoke": true, "went": true,
	"came": true, "took": true, "gave": true, "made": true, "saw": true, "left": true, "began": true, "won": true, "lost": true, "fell": true,
	"rose": true, "sent": true, "wrote": true, "thought": true, "brought": true, "became": true, "broke": true, "built": true, "bought": true,
	"caught": true, "chose": true, "drew": true, "drove": true, "felt": true, "flew": true, "forced": true, "fought": true, "found": true, "got": true, "grew": true,
	"heard": true, "kept": true, "knew": true, "laid": true, "led": true, "paid": true, "ran": true, "sat": true, "shot": true, "sold": true,
	"sought": true, "spent": true, "stood": true, "struck": true, "swore": true, "threw": true, "understood": true, "withdrew": true,
	"been": true, "done": true, "gone": true, "given": true, "taken": true, "shown": true, "known": true, "seen": true, "written": true, "spoken": true, "fled": true,
	"follow": true, "follows": true, "following": true, "since": true, // what these words point back to is past
	"sank": true, "sunk": true, "wore": true, "hit": true, "showed": true, "ended": true, "dealt": true, "slid": true, "swept": true, "woke": true, "overthrew": true,
}

// insideGroup are words that stand between an auxiliary and its verb.
var insideGroup = map[string]bool{
	"be": true, "been": true, "have": true, "not": true, "also": true, "then": true, "t": true, "'": true, "likely": true, "being": true, "now": true, "never": true,
	"again": true, "still": true, "soon": true, "probably": true, "first": true, "both": true,
}

// notVerbs follow a "to" that is a preposition.
var notVerbs = map[string]bool{
	"the": true, "a": true, "an": true, "his": true, "her": true, "its": true, "their": true, "this": true, "that": true, "these": true, "our": true,
	"my": true, "your": true, "any": true, "all": true, "both": true, "some": true, "him": true, "them": true, "us": true, "it": true, "me": true, "you": true, "which": true, "what": true, "talks": true,
}

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
		case futureModals[w] && !(l[i].upper && i > 0):
			t := future
			j := i + 1
			for j < len(l) && j < i+6 && (insideGroup[l[j].norm] || strings.HasSuffix(l[j].norm, "ly")) {
				if l[j].norm == "have" && w != "will" {
					t = past
				}
				j++
			}
			for k := i; k <= j && k < len(l); k++ {
				out[k] = t
			}
			last, i = t, j
		case w == "to" && i+1 < len(l) && l[i+1].kind == letters && !l[i+1].upper && !notVerbs[l[i+1].norm] && !strings.HasSuffix(l[i+1].norm, "ing"):
			if last == past && !looksAhead(l, i) {
				out[i], out[i+1] = past, past
			} else {
				out[i], out[i+1] = future, future
				last = future
			}
			i++
		case futureWords[w] && (l.is(i-1, "been") || l.is(i-1, "previously") || l.is(i-1, "as")):
			out[i], last = past, past // "had been due to expire"
			if l.is(i+1, "to") {
				i += 2
			}
		case futureWords[w]:
			out[i] = future
			last = future
		case irregularPast[w], isPastForm(l, i):
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
	return futureWords[l.at(i-1).norm] || l.is(i-1, "agreed", "decided", "ready", "about", "invited", "promised", "vowed", "proposed", "pledged", "have", "has", "is", "are", "offered", "wants", "want", "hope", "ordered", "arranged", "prepared")
}

// isPastForm takes a word in -ed for a verb unless it stands between an article and a noun ("the proposed talks").
func isPastForm(l line, i int) bool {
	w := l[i].norm
	if len(w) < 5 || !strings.HasSuffix(w, "ed") || l[i].upper && i > 0 || strings.HasSuffix(w, "eed") {
		return false
	}
	return !l.is(i-1, "the", "a", "an", "its", "his", "her", "their", "-")
}

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
