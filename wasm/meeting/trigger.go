package meeting

import (
	"slices"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/who"
	"readout/wasm/wordlist"
)

// trigger is a word that names a contact.
type trigger struct {
	at      int // token
	np      int // first token of its noun phrase; at for verbs
	typ     Type
	noun    bool
	weak    bool
	adjunct bool
	told    bool // "A told B": a contact only when A and B are of two sides
}

// triggers finds the words of a sentence that name a contact.
func (r *reader) triggers(s *sentence) []trigger {
	var out []trigger
	i := 0
	add := func(typ Type, weak bool) { out = append(out, trigger{at: i, np: i, typ: typ, weak: weak}) }
	for i = range s.toks {
		w := s.norm(i)
		prev, next := s.norm(i-1), s.norm(i+1)
		switch {
		case w == "meeting" && beforeMeeting.Has(prev) && (next == "with" || s.personAt(i+1) || prev == "after" && s.is(i+1, "in at on") && s.peopleBefore(i) > 1 || prev == "been" && s.is(i-2, "have has had")):
			add(Talks, false)
		case contactNouns.Has(w) && !verbUse(w, prev, next) && !(w == "talk" && oneOf(next, "by over via") && byWire(s, i) && s.peopleBefore(i) > 0):
			np := s.nounPhrase(i)
			if s.is(np-1, "of") && s.is(np-2, "round session day") { // "the last round of talks"
				np = s.nounPhrase(np - 2)
			}
			if oneOf(w, "round rounds") && !roundAt(s, np, i) {
				continue
			}
			if weakNouns.Has(w) && np == i && oneOf(prev, "through by via for") && w != "visit" {
				continue // "settled through dialogue"
			}
			if s.kind == text.Body && s.toks[i].Upper && i > 0 && s.toks[i-1].Upper && !takesPlace(s, i) { // "the Six-Party Talks": a framework
				continue
			}
			if meetingThings.Has(next) || s.among(np, i, pressWords) || hostEvent(s, np, i) || several(s, np, i) && !oneOf(next, "between with") {
				continue
			}
			if oneOf(w, "call calls conversation") {
				if !s.among(np, i+1, byPhone) && w != "conversation" && next != "with" {
					continue
				}
			}
			t := trigger{at: i, np: np, typ: Talks, noun: true, weak: weakNouns.Has(w)}
			switch {
			case visitNouns.Has(w):
				t.typ = Visit
				if c, _ := landAt(s, i-1); !oneOf(next, "to in of") && c == "" || c == "" && !r.visitable(s, i+2, i+6) {
					continue
				}
			case oneOf(w, "call calls"), (callNouns.Has(w) || oneOf(w, "talks talk")) && s.among(np, i+1, byPhone):
				t.typ = Call
			}
			t.adjunct = adjunctBefore(s, np)
			out = append(out, t)
		case w == "table" && oneOf(prev, "bargaining negotiating negotiation") && s.back(i, 5, "to at around returned return returning returns", "") >= 0: // "will return to the bargaining table on Thursday"
			out = append(out, trigger{at: i, np: s.nounPhrase(i), typ: Talks, noun: true})
		case (w == "conference" && oneOf(prev, "video telephone phone") || oneOf(w, "videoconference teleconference video-conference")) && !s.is(s.nounPhrase(i)-1, "by via through over in"):
			out = append(out, trigger{at: i, np: s.nounPhrase(i), typ: Talks, noun: true})
		case meetVerbs.Has(w) && w != "meeting" && !meetObjects.Has(next) && !meetObjects.Has(s.norm(i+2)):
			add(Talks, false)
		case oneOf(w, "exchanged exchange exchanging") && oneOf(next, "views opinions") && r.personBefore(s, i) && !nounAround(s, i):
			add(Talks, true)
		case oneOf(w, "talked spoke spoken speak talk speaks") && byWire(s, i):
			add(Call, false)
		case oneOf(w, "talked spoke spoken") && oneOf(next, "with to") && s.personAt(i+2):
			add(Talks, true)
		case oneOf(w, "discuss discussed discusses") && r.withPerson(s, i) && !nounAround(s, i):
			add(Talks, true)
		case w == "called" && next == "on" && s.personAt(i+2, i+5) && !s.is(i+2, "the") && !calledToAct(s, i) && (r.personAnywhereBefore(s, i) || s.among(i-8, i, groupNouns) || oneOf(prev, "he she") || s.is(i-2, "he she")):
			add(Talks, false)
		case w == "see" && prev == "to" && s.personAt(i+1, i+6) && r.personAnywhereBefore(s, i):
			add(Talks, false)
		case w == "gathered" && s.peopleBefore(i) > 0 && s.hostedAt(i+1), oneOf(w, "seen saw") && next == "each" && s.peopleBefore(i) > 1:
			add(Talks, false)
		case w == "saw" && prev == "last": // "whom she last saw in Oslo"
			add(Talks, false)
		case w == "talk" && prev == "to" && next == "with":
			add(Talks, true)
		case (visitVerbs.Has(w) || w == "visit" && verbUse(w, prev, next)) && r.visitable(s, i+1, i+4):
			add(Visit, false)
		case w == "telephoned" && s.personAt(i+1):
			add(Call, false)
		case oneOf(w, "sat sit") && oneOf(next, "down across opposite"), (w == "face-to-face" || w == "face" && next == "to" && s.is(i+2, "face")) && oneOf(prev, "came come"):
			add(Talks, false)
		case (oneOf(w, "dined dines dine") || meals.Has(w) && oneOf(prev, "had have shared")) && s.peopleBefore(i)+s.peopleAfter(i) >= 2:
			add(Talks, false)
		case oneOf(w, "speak talk") && next == "again" && s.peopleBefore(i) >= 2:
			add(Talks, false)
		case oneOf(w, "signed sign") && s.peopleBefore(i) >= 2 && s.among(i+1, i+7, papers):
			add(Talks, false)
		case w == "told" && r.toldPair(s, i):
			out = append(out, trigger{at: i, np: i, typ: Talks, weak: true, told: true})
		case oneOf(w, "saw received see receives") && s.among(i-8, i, groupNouns) && s.personAt(i+1, i+5):
			add(Talks, false)
		case oneOf(w, "received hosted welcomed") && next == "by" && beforeMeeting.Has(prev) && s.personAt(i+2):
			add(Talks, false)
		case oneOf(w, "received receives hosted hosts welcomed") && r.personBefore(s, i) && s.hostedAt(i+1) && (prev == "who" || !nounAround(s, i)):
			add(Talks, false)
		case oneOf(w, "received receives hosted see") && r.personBefore(s, i) && s.among(i+1, i+5, groupNouns):
			add(Talks, false)
		}
	}
	return out
}

// meetingThings make of "meeting" something else: a room, a place.
var meetingThings = wordlist.Of(`room rooms hall halls place places point venue venues chairperson chair chairman host hosts table schedule schedules calendar minutes`)

// meals are what people have together.
var meals = wordlist.Of(`dinner lunch breakfast supper`)

// peopleBefore counts the people named before token i, those after "by" and "of" apart.
func (s *sentence) peopleBefore(i int) int {
	var seen []int
	for _, p := range s.people {
		if w := s.norm(p.lo - 1); p.hi <= i && p.v.Person >= 0 && !oneOf(w, "by of") && !possessive(s.toks[p.hi-1].Text) && !slices.Contains(seen, p.v.Person) {
			seen = append(seen, p.v.Person)
		}
	}
	return len(seen)
}

// peopleAfter counts the people whom "with" names behind token i.
func (s *sentence) peopleAfter(i int) int {
	n := 0
	for _, p := range s.people {
		for j := p.lo - 1; j > i && j > p.lo-8; j-- {
			if s.is(j, "with") {
				n++
				break
			}
		}
	}
	return n
}

// papers are what two sides sign together.
var papers = wordlist.Of(`agreement arrangement deal treaty accord memorandum pact contract declaration communique mou statement protocol`)

// takesPlace reports whether the noun at i is told to happen: "the 57th Foreign Ministers' Meeting took place".
func takesPlace(s *sentence, i int) bool {
	return s.is(i+1, "opened began ended concluded convened") || s.is(i+1, "took takes") && s.is(i+2, "place") ||
		s.is(i+1, "was is will") && (s.is(i+2, "held convened") || s.is(i+3, "held"))
}

// personAt reports whether a person's name or title begins within the next tokens [lo, lo+6), or [lo, hi).
func (s *sentence) personAt(lo int, hi ...int) bool {
	end := lo + 6
	if len(hi) > 0 {
		end = hi[0]
	}
	for _, p := range s.people {
		if p.lo >= lo && p.lo < end {
			return true
		}
	}
	return false
}

// calledToAct reports whether "called on X" at i is an appeal: "called on Kim to resign".
func calledToAct(s *sentence, i int) bool {
	for _, p := range s.people {
		if p.lo >= i+2 && p.lo < i+5 {
			return s.is(p.hi, "to for not")
		}
	}
	return false
}

// hostedAt reports whether a person is received at token i: the name or title begins there, after small words at most.
func (s *sentence) hostedAt(i int) bool {
	for _, p := range s.people {
		if p.lo < i || p.lo > i+4 {
			continue
		}
		for j := i; j < p.lo; j++ {
			if otherwiseReceived.Has(s.norm(j)) {
				return false
			}
		}
		return true
	}
	return false
}

// otherwiseReceived part a person from the verb that receives something else.
var otherwiseReceived = wordlist.Of(`from by for to of with after on in at as letter call message award prize`)

func (r *reader) personBefore(s *sentence, at int) bool {
	for _, p := range s.people {
		if p.hi <= at && at-p.hi < 6 {
			return true
		}
	}
	return false
}

func (r *reader) personAnywhereBefore(s *sentence, at int) bool {
	for _, p := range s.people {
		if p.hi <= at {
			return true
		}
	}
	return false
}

// withPerson reports whether "with" and a person follow within the clause: "will discuss wartime labour with Kim".
func (r *reader) withPerson(s *sentence, i int) bool {
	for j := i + 1; j < i+12 && j < len(s.toks) && !s.is(j, "; that"); j++ {
		if s.is(j, "with") && s.personAt(j+1, j+5) {
			return true
		}
	}
	return false
}

// nounAround reports whether a contact noun of its own stands in the sentence: then "exchanged views" only goes on with it.
func nounAround(s *sentence, at int) bool {
	for i := range s.toks {
		if w := s.norm(i); i != at && (contactNouns.Has(w) && !weakNouns.Has(w) || meetVerbs.Has(w)) {
			return true
		}
	}
	return false
}

// groupNouns are those who come as a group.
var groupNouns = wordlist.Of(`delegation delegates mission team envoys group`)

// toldPair reports whether the "told" at i stands between people of two countries.
func (r *reader) toldPair(s *sentence, i int) bool {
	before, after := "", ""
	for _, p := range s.people {
		if p.hi <= i && i-p.hi < 4 {
			before = r.country(p.v)
		}
		if p.lo > i && p.lo-i < 7 && after == "" {
			after = r.country(p.v)
		}
	}
	return before != "" && after != "" && before != after
}

// country is the country that a mentioned person acts for.
func (r *reader) country(m who.Mention) string {
	if m.Country != "" {
		return m.Country
	}
	if m.Person >= 0 {
		return r.a.Who.People[m.Person].Country
	}
	return ""
}

// visitable reports whether a country, a city or "the two countries" stands within the tokens [lo, hi): what can be visited.
// A shrine or a school cannot; who goes there meets nobody.
func (r *reader) visitable(s *sentence, lo, hi int) bool {
	return len(r.visited(s, lo, hi)) > 0
}

// visited lists the countries visited, by the names within the tokens [lo, hi); "" stands for "the two countries".
func (r *reader) visited(s *sentence, lo, hi int) []string {
	var out []string
	for i := max(lo, 0); i < hi && i < len(s.toks); i++ {
		w := s.norm(i)
		if c, n := landAt(s, i); c != "" {
			if i+n < len(s.toks) && s.toks[i+n].Word && !s.toks[i+n].Upper && !stopsPhrase.Has(s.norm(i+n)) && !timeWords.Has(s.norm(i+n)) {
				break // "a Tokyo shrine"
			}
			out = append(out, c)
			continue
		}
		if oneOf(w, "countries nations capitals") {
			out = append(out, "")
		}
		if s.toks[i].Upper && s.is(i-1, "the") || s.toks[i].Text == "," {
			break
		}
	}
	return out
}

// timeWords may follow the name of a place that is visited.
var timeWords = wordlist.Of(`this next last earlier later late early again today tomorrow yesterday soon twice once ahead together sometime per via he she`)

// landAt is the country that the one or two tokens at i name, as country, people, capital or city, and how many tokens that takes.
func landAt(s *sentence, i int) (iso string, n int) {
	if i < 0 || i >= len(s.toks) || !s.toks[i].Upper {
		return "", 0
	}
	two := s.norm(i) + " " + s.norm(i+1)
	if c, ok := know.Country(two); ok {
		return c, 2
	}
	if c, ok := know.City(two); ok {
		return c, 2
	}
	if c, ok := know.Country(s.norm(i)); ok {
		return c, 1
	}
	if c, ok := know.City(s.norm(i)); ok {
		return c, 1
	}
	return "", 0
}

// beforeMeeting stand before "meeting" as a verb.
var beforeMeeting = wordlist.Of(`is are was were been be after before by`)

// verbUse reports whether a word that can be a noun or a verb is a verb here.
func verbUse(w, prev, next string) bool {
	return nounOrVerb.Has(w) && oneOf(prev, "to will would he she they who should must could may might also") || w == "calls" && oneOf(next, "for on")
}

// nounOrVerb are nouns of contact that are verbs too.
var nounOrVerb = wordlist.Of(`talks visit call tour talk calls`)

// byWire reports whether what is told by the verb at i goes over a wire: "spoke over the hotline", "spoke with Lee by telephone".
func byWire(s *sentence, i int) bool {
	for j := i + 1; j < min(len(s.toks), i+14) && !s.is(j, ";"); j++ {
		if wires.Has(s.norm(j)) {
			return s.back(j, min(4, j-i-1), "by over on via through", "") >= 0
		}
	}
	return false
}

// wires are what is spoken over.
var wires = wordlist.Of(`phone telephone hotline video videolink video-link videoconference zoom`)

// byPhone make a call of a contact.
var byPhone = wordlist.Of(`phone telephone video telephonic hotline`)

// several reports whether the phrase at np is of more meetings than one: "five days of meetings", "a series of talks".
func several(s *sentence, np, at int) bool {
	if !s.is(np-1, "of") {
		return false
	}
	w := s.norm(np - 2)
	return many.Has(w) || spans.Has(w) && !s.is(at, "talks negotiations") // "two weeks of talks" are one
}

// many are the nouns before "of meetings"; so are spans.
var (
	many  = wordlist.Of(`series string flurry rounds raft marathon`)
	spans = wordlist.Of(`days weeks months years`)
)

// hostEvent reports whether the noun phrase names a big event in whose margins others meet:
// "during the third nuclear security summit", "on the sidelines of the East Asia Summit".
func hostEvent(s *sentence, np, at int) bool {
	if !venueNouns.Has(s.norm(at)) {
		return false
	}
	for i := np - 1; i > np-8; i-- {
		if w := s.norm(i); oneOf(w, "sidelines margins") { // "on the margins of the Group of 20 summit"
			return true
		}
	}
	if w := s.norm(np - 1); oneOf(w, "host hosting") && !s.is(at+1, "with between") { // "a bid to host the COP40 climate summit"
		for i := np; i < at; i++ {
			if _, ok := know.Country(s.norm(i)); !ok && s.toks[i].Upper && levelWords[s.norm(i)] == "" {
				return true
			}
		}
	}
	named := false
	for i := np; i < at; i++ {
		w := s.norm(i)
		if occasional.Has(w) || len(w) > 4 && w[len(w)-4:] == "-day" {
			continue
		}
		if partyWords[w] == 0 && ordinals[w] == 0 && !determiners.Has(w) && !indefinites.Has(w) && levelWords[w] == "" {
			if _, ok := know.Country(w); !ok && s.toks[i].Word {
				named = true
			}
		}
		if oneOf(w, "nuclear security economic") {
			named = true
		}
	}
	if !named {
		return false
	}
	for i := np - 1; i >= 0 && i >= np-3; i-- {
		if venueLinks.Has(s.norm(i)) {
			return true
		}
	}
	return false
}

// occasional words say of what kind a summit is, and name none.
var occasional = wordlist.Of(`special emergency extraordinary virtual online informal closed closed-door rare historic landmark crucial key major hastily urgent crisis
		face-to-face in-person one-off surprise mini unprecedented two-hour three-hour hour-long hours-long daylong day-long private secret`)

// nounPhrase walks back from the noun at i over its modifiers and determiner and returns where the phrase begins.
func (s *sentence) nounPhrase(i int) int {
	start := i
	for j := i - 1; j >= 0 && i-j <= 9; j-- {
		w := s.norm(j)
		if !s.toks[j].Word {
			if t := s.toks[j].Text; oneOf(t, "- – ' ’ “ /") || t == "\"" {
				continue
			}
			break
		}
		if w == "that" && s.is(i, "talks meetings negotiations discussions consultations conversations calls contacts") {
			break // "announced that talks would resume"
		}
		if determiners.Has(w) || indefinites.Has(w) {
			return j
		}
		if stopsPhrase.Has(w) || speechVerbs.Has(w) {
			break
		}
		start = j
	}
	return start
}

// stopsPhrase are the words that no noun phrase runs over from right to left.
var stopsPhrase = wordlist.Of(`of in on at to for with from by between during after before since until despite amid following about as and or but that which who is are was
		were be been has have had will would could may might should hold holds held holding having began begin begins attend attended schedule
		arrange arranged confirm confirmed follow follows followed resume resumed discuss discussed not than than host hosted plan plans opened open
		end ended conclude concluded talks meeting summit met if unless when while where first-ever only start started requested proposed seek seeks
		sought urged demand demanded call calls called says make made into over under upon within through describe described join joined wrap
		wrapped want wants refused rejected`)

// adjunctBefore reports whether the phrase at np only places something else in time.
func adjunctBefore(s *sentence, np int) bool {
	return s.is(np-1, "before after following since until") || s.is(np-1, "to") && s.is(np-2, "prior addition") || s.is(np-1, "of") && s.is(np-2, "ahead eve")
}
