package align

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"

	"readout/wasm/text"
)

// act is a set of things that a sentence does or tells, one bit each. The classes are those of general verb
// lexicons (meeting, demanding, agreeing ...), read over stems; a sentence may do several.
type act uint32

const (
	actMeet act = 1 << iota
	actDemand
	actReject
	actAgree
	actExplain
	actPropose
	actWarn
	actContinue
	actExpect
	actReport
	actDiscuss
	actGive
	actAsk
	actProgress
	actStall
	actBegin
	actFirst
	actLast
	actTime
	actTravel
	actDecide
	actSupport
	actNegation
	actCount = iota
)

// actWords lists the words of each act, in any form that stems alike.
var actWords = [...]string{
	`meet met meeting meetings talks talk confer conferred sit sat summit session conversation encounter consultation consultations
	 negotiations negotiate dialogue receive received visit visited called conference hosted host gathered gather convene convened face-to-face`,
	`demand urge press pressed seek sought require insist call request ask appeal want wants expects must need`,
	`reject refuse dismiss rebuff deny denied decline oppose object protest criticise criticize condemn unacceptable brush shrug rule`,
	`agree agreed agreement accord consent accept concur settle settled unanimous consensus shared share deal pact`,
	`explain position stance view argue contend maintain stress emphasise emphasize underline reiterate repeat reaffirm claim insist assert point`,
	`propose proposal offer suggest suggestion plan idea submit table present put`,
	`warn warning threaten threat caution consequences consequence grave serious countermeasure retaliate retaliation strike walkout`,
	`continue keep maintain carry further ongoing resume resumed follow-up next again closely touch contact communicate communication channels remain stay`,
	`expected expect likely will would plan plans scheduled due intend intends set hope hopes may might upcoming tomorrow probably going`,
	`reporters reporter press journalists journalist media statement announced announce disclosed disclose told spokesman spokesperson spokeswoman official officials briefing newspaper papers quoted`,
	`discuss discussed exchange exchanged talked agenda topic touched raise raised dealt deal issue issues matter matters cover covered address views`,
	`give gave hand handed deliver delivered letter pass passed convey conveyed message list document`,
	`ask asked question questions inquire answer answered respond response reply replied`,
	`progress breakthrough constructive productive positive success successful achievement achieved advance headway improve useful fruitful meaningful`,
	`deadlock stalemate parallel differences gap impasse stall stalled failed fail failure without no unresolved difficult narrow apart`,
	`begin began begun start started open opened launch launched kick commence`,
	`first since`,
	`last lasted took hours minutes hour minute ran long`,
	`a.m p.m am pm morning afternoon evening noon o'clock`,
	`arrive arrived leave left fly flew visit trip travel travelled traveled return returned reach reached depart`,
	`decide decided decision announce announced withdraw withdrew scrap end ended terminate terminated exclude excluded removal removed`,
	`support help welcome welcomed praise praised thank thanked appreciate pleased glad back cooperate cooperation`,
	`not no never without neither nor none n't cannot nobody nothing unable refuse deny lack`,
}

var actOf = sync.OnceValue(func() map[string]act {
	m := make(map[string]act)
	for i, words := range actWords {
		for _, w := range strings.Fields(words) {
			m[w] |= 1 << i
			m[english.Stem(w, true)] |= 1 << i
		}
	}
	return m
})

// acts are the acts of tokens.
func acts(tokens []text.Token) act {
	table := actOf()
	var a act
	for _, t := range tokens {
		if t.Word {
			a |= table[t.Norm] | table[t.Stem]
		}
	}
	return a
}

// expectation words announce what has not happened; the first list decides alone, after the second an infinitive must follow.
var (
	expectWords = set(`will likely expected expects probably scheduled upcoming tomorrow intends hopes plans`)
	expectTo    = set(`due set plan hope intend expect about going is are`)
)

// expects reports whether tokens tell something ahead: "will likely urge", "is to meet", "is due in". A will that a
// said-verb reports about the time after the talks ("said discussions will begin") counts as told, not as ahead.
func expects(tokens []text.Token) bool {
	said := false
	for i, t := range tokens {
		switch t.Norm {
		case "said", "says", "told", "agreed", "pledged", "promised", "decided", "vowed", "settled", "warned", "announced", "stressed":
			said = true
		}
		if !t.Word || said {
			continue
		}
		if expectWords[t.Norm] {
			return true
		}
		if expectTo[t.Norm] && i+1 < len(tokens) && tokens[i+1].Norm == "to" {
			return true
		}
	}
	return false
}
