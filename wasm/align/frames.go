package align

import (
	"strings"
	"sync"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// frame is a set of things that accounts of any meeting tell, one bit each: that it takes place, for how long,
// that it is the first since something, what was before and what will follow, that nothing came of it.
// Two sentences of one frame need few words in common to tell one point.
type frame uint32

const (
	frameMeets    frame = 1 << iota // parties meet: a word of meeting, and two of the terms that many of the articles share
	frameTells                      // the first sentence of its article that tells so; an article does not tell it twice
	frameFirst                      // "the first talks since", "for the first time in"
	frameBefore                     // the previous meeting: "last met", "the week before"
	frameLength                     // "lasted around 25 minutes"
	frameHopes                      // "expectations had been low"
	frameClock                      // "from 10:40 a.m."
	frameFollow                     // "agreed to continue", "will meet again", "keep in touch"
	frameStall                      // "no progress", "differences remain"
	frameTone                       // "constructive", "in a tense mood"
	framePress                      // what was said to reporters, or not
	frameHost                       // somebody brings the parties together
	frameLetter                     // something written is handed over
	frameProtest                    // "on strike", "a rally"
	frameRelation                   // relations are to be mended
	frameHistory                    // what happened long ago
)

// concepts are groups of words that newspapers use for one another, as a general thesaurus has them. A group is one
// line; a word may be in several. They are not taken from the development set.
const concepts = `meet meeting talks talk confer summit session conversation encounter consultation consult negotiation negotiate dialogue discussion discuss gathering
receive welcome host greet
demand urge press seek require insist call request ask appeal
reject refuse dismiss rebuff deny decline rebut spurn
oppose object protest criticise criticize condemn denounce
agree accept consent concur accord
agreement accord deal pact treaty settlement compromise
explain clarify describe brief
stress emphasise emphasize underline underscore highlight reiterate repeat reaffirm
position stance view attitude stand line
propose proposal offer suggest suggestion plan idea
warn warning threaten threat caution alarm
continue keep maintain resume proceed ongoing
communicate communication contact touch channel
withdraw retract lift revoke rescind undo cancel reverse drop repeal remove removal withdrawal reversal
end stop halt cease terminate scrap abolish discontinue cessation
curb restriction restrict control limit tighten strict regulation measure constraint
improve repair mend restore rebuild warm normalise normalize fix reconcile better recovery improvement
relation relationship tie link
progress breakthrough advance headway achievement success result outcome
solution resolve settle exit way solve resolution remedy
differ difference gap dispute disagreement row conflict confrontation split rift quarrel feud
deadlock stalemate impasse standoff
hard difficult tough serious grave severe
delegation delegate mission envoy team group visitor
letter message note
leader chief head boss
president presidential
minister ministry ministerial
premier prime
official officer diplomat diplomatic
reporter press journalist media newspaper
statement announcement announce declare declaration communique disclose
court lawsuit suit ruling verdict judge judgment litigation trial legal law
pay compensate compensation reparation damages indemnity
wage salary pay earnings remuneration
worker employee staff labour labor workforce
union guild
employer management company firm corporation business
strike walkout stoppage
increase raise rise hike grow growth boost
cut reduce reduction decrease lower slash
attack assault raid strike offensive
weapon arms missile warhead nuclear bomb
ceasefire truce armistice
sanction embargo tariff duty penalty
fund money finance aid loan bailout budget
ally alliance partner partnership
cooperate cooperation collaborate coordination coordinate together jointly joint
security defence defense military army
trade commerce export import
decide decision determine
begin start open launch commence
last take run duration
hour minute
leave depart return fly
visit trip travel tour arrive
first initial inaugural
before previous earlier former ago prior past
next upcoming following future coming forthcoming
happy glad pleased delighted welcome
thank grateful gratitude appreciate
friendly warm cordial courteous amicable
tense frosty grim cold stiff cool
human rights democracy freedom
prisoner hostage detainee captive jail jailed prison imprison sentence
child family relative
apologise apologize apology sorry regret remorse
history historical past wartime war colonial
woman women girl female
slavery slave sexual
island islet isle territory territorial
sea ocean water maritime
climate emission carbon warming
oil gas energy fuel
vote ballot election elect poll
parliament lawmaker congress assembly legislator senate
hospital doctor nurse health medical
school teacher student education university
police officer security guard
kill dead death die casualty toll victim
hurt injure injury wound
buy purchase acquire acquisition merger takeover
sell sale disposal liquidation
share stock stake
price cost fee charge
rule regulation norm law
sign signing ink
delay postpone postponement defer adjourn
date day deadline
respond response reply answer react reaction
trust confidence faith
hope optimism optimistic expect expectation
doubt sceptical skeptical pessimistic unclear caution
hostile hostility enmity
cyber hack hacking hacker
promise pledge vow commit commitment undertake
support back endorse backing
people person human exchange
question query inquire
responsibility responsible duty obligation
fair just reasonable proper
unfair unjust injustice unreasonable
unacceptable intolerable
big large major great huge significant
important critical crucial vital essential key
violation breach infringe violate break
document paper list
ambassador embassy
united unity single common shared
side party
separate apart alone`

// conceptOf maps a stem to the numbers of its concepts.
var conceptOf = sync.OnceValue(func() map[string][]int32 {
	m := make(map[string][]int32)
	for i, line := range strings.Split(concepts, "\n") {
		for _, w := range strings.Fields(line) {
			s := text.Stem(w)
			if c := m[s]; len(c) == 0 || c[len(c)-1] != int32(i) {
				m[s] = append(c, int32(i))
			}
		}
	}
	return m
})

// cue is the words of one frame: a word of any and, at most near words before or after it, a word of with.
// An empty with asks for any alone.
type cue struct {
	frame     frame
	any, with string
	near      int
}

var meetWords = wordlist.Of(`meet met meets meeting talks talk talked conferred confer sat sit held hold summit session conversation
consultations negotiations negotiated receive received saw see visit visited hosted conference face-to-face gathered convened
bargaining spoke together table hour hours discuss discussed`)

var cues = []cue{
	{frameFirst, `first`, `since time such direct formal in-person face-to-face face encounter contact visit talks meeting round`, 4},
	{frameFirst, `since`, "", 0},
	{frameBefore, `last previously earlier previous`, `met meet seen saw conferred talks meeting round saw week month`, 2},
	{frameBefore, `after since ago`, `met conferred saw spoke`, 4},
	{frameLength, `minutes hours hour hour-long marathon`, "", 0},
	{frameClock, `a.m p.m am pm a.m. p.m. o'clock noon`, "", 0},
	{frameFollow, `again next another further follow-up resume resumes reopen continue continued continuing keep maintain go carry return returns
back scheduled planned adjourned`,
		`meet meeting meetings talks talk talking round session negotiations negotiate negotiating consultations consulting discussions
dialogue bargaining table summit encounter contact touch communication communicating conversation negotiators hearing`, 5},
	{frameFollow, `meet talk reconvene return resume sit`, `will would to`, 1},
	{frameFollow, `adjourned reconvene once`, "", 0},
	{frameStall, `progress breakthrough headway differences gap gaps narrow agreement deal accord contract compromise result results
decision unity achievements achievement position positions signature agree settle close end solution`,
		`no not nothing without little few never neither nor parallel wide hard difficult remain remained unresolved failed fail failing
lack ended collapsed broke`, 5},
	{frameStall, `apart deadlock stalemate impasse empty-handed inconclusive fruitless`, "", 0},
	{frameHopes, `expectations hopes hope optimistic optimism breakthrough prospects unclear confident`,
		`low no not little slim down downplayed played modest few unlikely unclear faded fade had were is was whether`, 4},
	{frameTone, `constructive productive positive cordial friendly frank useful polite respectful tense warm atmosphere mood tone
meaningful fruitful courteous businesslike optimistic confident pleased happy difficult`, "", 0},
	{framePress, `reporters journalists reporter press`, "", 0},
	{frameHost, `host hosted hosting mediator mediators mediated mediation mediate broker brokered middleman go-between facilitated
intermediary conciliation conciliator`, "", 0},
	{frameHost, `together`, `bring bringing brought brings`, 6},
	{frameLetter, `letter message note`, "", 0},
	{frameProtest, `strike strikes walkout stoppage protest protests demonstrate demonstrated demonstration rally rallied blockade ballot
picket`, "", 0},
	{frameRelation, `relations ties relationship`, `improve mend repair better restore rebuild warm forward-looking
future-oriented strengthen strengthened normalize normalise closer frayed repairing improving efforts improved sound`, 5},
	{frameHistory, `war wartime colonial historic historical history past`, "", 0},
}

// in reports whether the cue, number k of cues, stands among words of which traits are known.
func (c *cue) in(k int, traits []trait) bool {
	for i, t := range traits {
		if t&anyOf(k) == 0 {
			continue
		}
		if c.with == "" {
			return true
		}
		for j := max(0, i-c.near); j < len(traits) && j <= i+c.near; j++ {
			if j != i && traits[j]&withOf(k) != 0 {
				return true
			}
		}
	}
	return false
}

// trait is a set of lists of words in which a word is, one bit each: those of cue number k are bits 2k and 2k+1.
type trait uint64

func anyOf(k int) trait  { return 1 << (2 * k) }
func withOf(k int) trait { return 2 << (2 * k) }

// traitsOf says for each word of the cues in which of their lists it is.
var traitsOf = sync.OnceValue(func() *wordlist.Map[trait] {
	m := make(map[string]trait)
	for k, c := range cues {
		for _, w := range strings.Fields(c.any) {
			m[w] |= anyOf(k)
		}
		for _, w := range strings.Fields(c.with) {
			m[w] |= withOf(k)
		}
	}
	return wordlist.MapOf(m)
})

// frames reads of a sentence, by the words of its article, its acts, its frames but frameMeets, which needs to know the meeting's names,
// and whether it holds a negation.
func frames(tokens []text.Token, words []lexeme) (acts act, f frame, negated bool) {
	traits := make([]trait, len(tokens))
	all := trait(0)
	for i := range tokens {
		w := &words[tokens[i].ID]
		acts |= w.acts
		negated = negated || w.negates
		traits[i] = w.traits
		all |= w.traits
	}
	for k := range cues {
		if c := &cues[k]; all&anyOf(k) != 0 && c.in(k, traits) {
			f |= c.frame
		}
	}
	return acts, f, negated
}

// act is a set of speech acts, one bit each.
type act uint32

var actWords = [...]string{
	`demand urge press seek sought require insist call request ask appeal want`,
	`reject refuse dismiss rebuff deny decline oppose object protest criticise criticize condemn shrug`,
	`agree accept consent concur settle share`,
	`explain position stance view argue contend stress emphasise emphasize underline reiterate repeat reaffirm claim assert`,
	`propose proposal offer suggest suggestion idea`,
	`warn threaten caution consequence countermeasure`,
	`continue keep maintain resume remain`,
	`discuss talk exchange agenda topic touch raise issue`,
	`hand deliver pass convey give`,
	`support help welcome praise thank appreciate promise pledge`,
	`decide decision announce withdraw scrap end terminate exclude removal remove`,
}

var actOf = sync.OnceValue(func() *wordlist.Map[act] {
	m := make(map[string]act)
	for i, words := range actWords {
		for _, w := range strings.Fields(words) {
			m[text.Stem(w)] |= 1 << i
		}
	}
	return wordlist.MapOf(m)
})

// negations make a sentence deny what it holds.
var negations = wordlist.Of(`not no never without neither nor none n't cannot nobody nothing unable don't doesn't didn't won't wouldn't isn't wasn't aren't weren't can't couldn't`)

// expectation words announce what has not happened; after the second list an infinitive must follow.
var (
	expectWords = wordlist.Of(`will likely expected expects probably scheduled upcoming tomorrow intends hopes plans would`)
	expectTo    = wordlist.Of(`due set plan hope intend expect about going is are`)
	expectNouns = wordlist.Of(`plans plan hopes hope`) // behind a word of beforeNoun
	beforeNoun  = wordlist.Of(`a an the its his her their our any no new own more of for on about with in to`)
	pastVerbs   = wordlist.Of(`had did met held spoke went came took gave made saw left began won wrote brought became kept sought chose drew showed withdrew broke led`)
	toldWords   = wordlist.Of(`said says told agreed pledged promised decided vowed settled warned announced stressed asked`)
)

// expects reports whether tokens tell something ahead: "will likely urge", "is to meet". A "will" after a word of telling
// ("said discussions will begin") is part of what was told, as is a "would" after any verb of the past ("raised fears that it would"),
// and "plans" is a noun behind an article or a preposition.
func expects(tokens []text.Token) bool {
	for i := range tokens {
		t := &tokens[i]
		noun := i > 0 && expectNouns.Has(t.Norm) && (beforeNoun.Has(tokens[i-1].Norm) || tokens[i-1].Owns())
		switch {
		case toldWords.Has(t.Norm):
			return false
		case !noun && expectWords.Has(t.Norm), !noun && expectTo.Has(t.Norm) && i+1 < len(tokens) && tokens[i+1].Norm == "to":
			return true
		case text.Verb(tokens, i) && (strings.HasSuffix(t.Norm, "ed") || pastVerbs.Has(t.Norm)):
			return false
		}
	}
	return false
}
