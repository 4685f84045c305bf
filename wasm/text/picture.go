package text

import (
	"slices"
	"strings"

	"readout/wasm/wordlist"
)

// What stands under a picture is written like prose and is no part of the account: it tells what the picture shows, in the present tense and
// with the day on which it was taken. Often it stands there twice, once for those who cannot see the picture, and its maker on a line below.

// maxCaption is the most words of such a line.
const maxCaption = 80

// pictures gives the lines under pictures their role.
func (p *page) pictures() {
	for i := range p.lines {
		l := &p.lines[i]
		if p.roles[i] == plainLine && (credited(l) || l.words <= maxCaption && (containsAny(l.fold, pictured) || startsWithAny(l.fold, filed) || doubled(l.fold))) {
			p.roles[i] = picture
		}
	}
	for i := range p.lines {
		l := &p.lines[i]
		if p.roles[i] != plainLine || l.words > maxCaption || !l.ends && !l.mostlySmall() || !poses(l.fold) { // not "Ministers Hold Talks in Lund"
			continue
		}
		below := i+1 < len(p.lines) && (credited(&p.lines[i+1]) || strings.HasPrefix(p.lines[i+1].fold, l.fold))
		above := i > 0 && strings.HasPrefix(l.fold, p.lines[i-1].fold) && p.lines[i-1].words > 3
		if below || above || dated(l.fold) {
			p.roles[i] = picture
		}
	}
	for i := range p.lines {
		if i > 0 && p.roles[i] == picture && p.roles[i-1] == plainLine && p.lines[i-1].words > 3 && strings.HasPrefix(p.lines[i].fold, p.lines[i-1].fold+" ") {
			p.roles[i-1] = picture // what is read to those who do not see it
			p.drop[i-1] = true
		}
	}
	for i := range p.lines {
		if l := &p.lines[i]; p.roles[i] == plainLine && !l.ends && l.words <= 5 && l.lower <= 2 && (p.shown(i-1, l) || p.shown(i+1, l)) {
			p.roles[i] = picture
		}
	}
}

// shown reports whether line i is under a picture and has all the words of l: the name of who is on it.
func (p *page) shown(i int, l *paragraph) bool {
	if i < 0 || i >= len(p.lines) || p.roles[i] != picture || credited(&p.lines[i]) {
		return false
	}
	for _, w := range strings.Fields(l.fold) {
		if !strings.Contains(p.lines[i].fold, strings.Trim(w, ",.")) {
			return false
		}
	}
	return true
}

// pictured are the words that tell who is who in a picture.
var pictured = phrases("(left)|(right)|(center)|(centre)|(l)|(r)|second from left|second from right|second from the|third from left|" +
	"third from right|, left,|, right,|(left,|(right,|pictured above|file photo")

// filed open what is told of a picture of another day.
var filed = phrases("file -|file –|file —|file photo|file picture|open image")

// agencies are those who sell pictures, takenFrom what stands before their names.
var (
	agencies = phrases("getty images|getty|gc images|wireimage|reuters|afp|ap|ap photo|associated press|pa|pa wire|pa images|pa media|bloomberg|epa|epa-efe|shutterstock|alamy|" +
		"alamy stock photo|xinhua|sputnik|istock|usa today sports|imagn images|wikimedia commons|canadian press|zuma press|anadolu")
	takenFrom = append(phrases("/|via|-|–|,|©"), "|")
)

// credited reports whether a line names who made a picture and nothing else: "Ann Lee via PA Wire", "(Tom Hall/Getty Images)".
func credited(p *paragraph) bool {
	return p.words <= 10 && p.lower <= 2 && (!p.ends || strings.HasSuffix(p.fold, ")")) && (maker(p.fold) != "" || p.text[0] == '(' && slices.Contains(agencies, strings.Trim(p.fold, "()")))
}

// maker is whom a folded credit names before the agency that sells the picture, "" where it is no such credit.
func maker(low string) string {
	low = strings.Trim(low, "()[]. ")
	for _, rest := range [...]string{", file", "/file", ", pool"} {
		low = strings.TrimSuffix(low, rest)
	}
	for _, a := range agencies {
		name, ok := strings.CutSuffix(low, a)
		if !ok {
			continue
		}
		for _, t := range takenFrom {
			if n, ok := strings.CutSuffix(strings.TrimSpace(name), t); ok {
				return n
			}
		}
	}
	return ""
}

// doubled reports whether a line says one thing twice, "A. A.".
func doubled(fold string) bool {
	half := len(fold) / 2
	return len(fold) > 60 && fold[half] == ' ' && fold[:half] == fold[half+1:]
}

// poses reports whether the first verb of a line tells what a picture shows: "Anna Berg, the mayor, speaks at a rally".
func poses(fold string) bool {
	for i, w := range strings.Fields(fold) {
		if w = strings.TrimRight(w, ","); posing.Has(w) {
			return i > 0
		}
		if told.Has(w) || strings.HasSuffix(w, "ed") && len(w) > 4 || strings.ContainsRune(w, '"') {
			return false
		}
	}
	return false
}

var (
	// posing are the verbs of what people do while they are photographed.
	posing = wordlist.Of(`speaks speak arrives arrive poses pose leaves leave walks walk gestures gesture prepares reaches holds hold shakes shake looks look stands
		stand attends attend waits wait waves wave listens listen smiles smile sits sit addresses delivers answers greets drives passes gather carries carry hugs
		kisses embraces celebrates celebrate seen pictured`)
	// told are verbs of an account.
	told = wordlist.Of(`said says say was were will would has have had told met held`)
)

// dated reports whether a line names a day with its year.
func dated(fold string) bool {
	words := strings.FieldsFunc(fold, func(r rune) bool { return !isLetter(r) && !isDigit(r) })
	for i := 2; i < len(words); i++ {
		if y := words[i]; len(y) == 4 && (strings.HasPrefix(y, "19") || strings.HasPrefix(y, "20")) && (month(words[i-1]) && isDigit(rune(words[i-2][0])) || month(words[i-2]) && isDigit(rune(words[i-1][0]))) {
			return true
		}
	}
	return false
}

// month reports whether a folded word is a month. (The list has the days of the week as well: no year stands beside one.)
func month(w string) bool { return months.Has(w) || calendar.Has(w) }
