package meeting

import (
	"strings"

	"readout/wasm/know"
	"readout/wasm/wordlist"
)

// Word lists are of folded words, as text.Token.Norm has them. They are general news English; nothing in them
// was taken from the shipped articles alone.

var (
	// nouns that name a contact
	contactNouns = wordlist.Of(`meeting meetings talks talk summit summits conversation conversations consultations consultation negotiations negotiation session dialogue
		dialog call calls visit trip tour contacts encounter discussions tete-a-tete round mediation bargaining`)
	// nouns that need a party, level or date of their own before they count
	weakNouns = wordlist.Of(`dialogue dialog consultations consultation contacts negotiations negotiation session conversation conversations call calls tour trip discussions
		talk visit round mediation bargaining`)
	visitNouns = wordlist.Of(`visit trip tour`)
	callNouns  = wordlist.Of(`call calls conversation`)

	meetVerbs  = wordlist.Of(`meet meets met confer confers conferred meeting`)
	visitVerbs = wordlist.Of(`visit visits visited`)
	// "meet demands", "met the deadline"
	meetObjects = wordlist.Of(`demand demands condition conditions requirement requirements need needs expectation expectations criteria goal goals deadline standard
		standards target targets challenge challenges`)

	// words that make a following contact noun something else
	pressWords = wordlist.Of(`press news media briefing committee parliamentary cabinet plenary town internal board editorial`)
	// host events: "on the sidelines of the G20 summit"
	venueLinks = wordlist.Of(`sidelines margins during at around`)
	venueNouns = wordlist.Of(`summit assembly forum gathering conference congress convention games olympics funeral g7 g20 apec asean`)

	// other words of an article that tells of people at one table
	bargaining = wordlist.Of(`negotiators negotiator negotiating negotiated negotiate bargaining mediator mediators mediation arbitration delegates delegation`)

	determiners = wordlist.Of(`the this that these those their its his her our such`)
	indefinites = wordlist.Of(`a an any no some another one possible potential`)

	speechVerbs = wordlist.Of(`said says told announced reported added stated explained responded insisted quoted according disclosed revealed wrote noted confirmed cite
		cited cites mentioned recalled argued claimed warned posted tweeted relayed`)
)

// levelHigh is the level of "high-level talks", of which nothing else is known: no person has it.
const levelHigh = "high"

// levelWords are the words in front of a contact noun that tell its level.
var levelWords = byWord(map[string]string{
	know.LevelDirectorGeneral: "director-general directors-general director-level director directors bureau-chief bureau-level bureau working-level bureau-director",
	know.LevelHead:            "summit summits leaders presidential leader prime-ministerial",
	know.LevelMinister:        "ministerial ministers minister secretaries foreign-minister ministerial-level",
	know.LevelViceMinister:    "vice-ministerial vice-ministers vice-minister deputy-ministerial vice-ministerial-level",
	know.LevelEnvoy:           "envoys envoy chief-level nuclear six-party",
	know.LevelLawmaker:        "lawmakers",
	levelHigh:                 "high-level high senior-level",
})

// byWord turns a table of lists into one of their words.
func byWord(lists map[string]string) map[string]string {
	out := map[string]string{}
	for l, words := range lists {
		for w := range strings.FieldsSeq(words) {
			out[w] = l
		}
	}
	return out
}

var partyWords = map[string]int{
	"bilateral": 2, "two-way": 2, "one-on-one": 2, "trilateral": 3, "three-way": 3, "tripartite": 3, "quadrilateral": 4, "quadripartite": 4, "four-way": 4, "three-party": 3,
}

var ordinals = map[string]int{
	"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5,
	"sixth": 6, "6th": 6, "seventh": 7, "7th": 7, "eighth": 8, "8th": 8, "ninth": 9, "9th": 9, "tenth": 10, "10th": 10,
}

// Words that decide a mention's status, looked for in its part of the sentence. Multi-word cues are matched as runs of tokens.
var (
	deniedCues = cues("denied|denies|deny|denying|rebuffed|rebuffs|refused|refuses|rejected|rejects|ruled out|rules out|no plan|no plans|" +
		"no need to talk|turned down|will not meet|would not meet|fell through|failed to meet|could not hold|would have been|no truth in|did not take place|did not happen|failed to turn up|did not turn up|has refused|no talks|there will be no|not to meet")
	notYetCues = cues("could|may|might|possible|possibly|possibility|unlikely|not looking likely|nothing has been decided|not been decided|undecided|considering|mulling|" +
		"pave the way|whether|needs to|difficult for|too much of a burden|arranging|being arranged|if|would be difficult|preparations for|to arrange|" +
		"failed to set a date|no date|in the works|being considered")
	proposedCues = cues("proposed|proposes|propose|proposal|hopes to|hoped to|hoping to|wants to|wanted to|wish to|wishes to|seeks to|seek to|sought to|seeking|called for|" +
		"calls for|calling for|asked to meet|asked to see|demanded|demands|push for|pushed for|pressed for|offered|offers|invited|appeal|urged|asked for|" +
		"bring it to|suggested|suggests|requested|in a bid to arrange|attempts to arrange|willing to")
	scheduledCues = cues("will|to meet|to hold|to visit|set to|scheduled|plan to|plans to|planned|planning to|expected to|due to|upcoming|slated|agreed to meet|agreed to hold|invitation to hold|invitation to visit|invitation to meet|" +
		"is to|are to|ahead of|next|to confer|to take place|to talk|to begin|to start|to resume|to reconvene|tomorrow|forthcoming")
	heldCues = cues("met|held|took place|sat down|conferred|had a|had just had|began|begun|begin|begins|started|concluded|ended|lasted|visited|spoke|telephoned|talked|discussed|agreed during|" +
		"was held|were held|after the|during their|during the|following|wrapped up|have met|has met|came to|on a|received|hosted|saw|was the first|this was|" +
		"is the first|agreed on|confirm|confirmed|exchanged|in his first|in her first|in their first|first phone call|opened|resume|resumed|last month on|underway|under way|ongoing|commenced|currently|are holding|is holding|are resuming|is resuming|are meeting|" +
		"arrived")
)

// cues are the phrases of a list, parted by bars, each as its words.
func cues(list string) [][]string {
	var out [][]string
	for c := range strings.SplitSeq(list, "|") {
		out = append(out, strings.Fields(c))
	}
	return out
}
