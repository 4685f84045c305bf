package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// Abbreviations that stand before a name, and so never end a sentence.
var titles = wordlist.Of(`mr mrs ms mx dr prof sen rep reps sens gov gen lt col capt cmdr sgt adm maj rev hon pres amb sec st mt ft messrs fr br supt insp pvt cpl brig const det msgr atty dist dep cllr asst drs profs revd`)

var months = wordlist.Of(`jan feb mar apr jun jul aug sep sept oct nov dec`)

// Abbreviations that may end a sentence or not; what follows decides.
var companies = wordlist.Of(`inc ltd co corp bros jr sr etc al dept est approx ave blvd rd`)

// Abbreviations that end nothing before a number.
var numbered = wordlist.Of(`p pp fig figs vol vols ch para paras approx ca tel nr art arts`)

// lettered words stand before a letter that is no initial: "plan B".
var lettered = wordlist.Of(`plan group vitamin appendix annex option type class grade hepatitis team section phase zone category schedule exhibit version part`)

// calendar words go on with a time of day: "at 10 p.m. Tuesday".
var calendar = wordlist.Of(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december`)

// zones follow a time of day.
var zones = wordlist.Of(`gmt utc bst cet cest eet eest est edt cst cdt mst mdt pst pdt et ct mt pt jst kst ist msk hkt sgt aest aedt eastern pacific central mountain local`)

// starters open sentences and are no names: after an abbreviation that may end a sentence they show that it did.
var starters = wordlist.Of(`the a an this that these those it its he she they we you i his her their our my in on at by for from to with
without after before during since until as if when while where although though because despite according also but and or so yet
however meanwhile moreover furthermore nevertheless earlier later last next now then there here some many most both all each
neither either no not one two three other others another such what who why how under over amid among between following
yes nobody everybody everyone someone nothing something let only even just perhaps maybe today yesterday tomorrow thus hence instead`)

// posts stand before names.
var posts = wordlist.Of(`minister president premier chancellor secretary ambassador director spokesman spokeswoman spokesperson senator
governor mayor king queen prince princess pope chairman chairwoman chief leader envoy representative commissioner general`)

var prepositions = wordlist.Of(`despite of from in on at by for to with without after before during since until under over amid among
between following against about into through across and or than as toward towards`)

// subjects stand before a finite verb, wherever in a sentence they do.
var subjects = wordlist.Of(`i we he she they you`)

// plainVerbs are the commonest verbs in the forms without an ending that closed lists of reporting lack, and irregular pasts. A word
// that is as often a noun is left out.
var plainVerbs = wordlist.Of(`get got go goes gone come came follow follows remain remains resume resumes speak spoke know knew say see seem stay stayed begin began
become became keep kept let make made take took give gave think thought want tell told ask feel felt try find found leave left lose lost
pay paid meet met bring brought buy bought sell sold send sent stand stood understand understood hear heard hold held wait need mean meant
agree differ vary matter happen depend deserve expect refuse reject accept continue disagree insist argue believe hope exist suffer belong
rose fell grew won sat ran ate slept stuck broke chose drove froze rang sang sank shook stole struck swore threw wore wrote`)

var auxiliaries = wordlist.Of(`is are was were be been has have had do does did will would can could may might must shall should cannot`)

// modals stand before an infinitive.
var modals = wordlist.Of(`do does did will would can could may might must shall should cannot`)

// speech verbs close a quotation.
var speech = wordlist.Of(`said says say told asked asks added adds wrote writes replied replies answered answers explained explains stated
declared announced noted remarked warned insisted argued tweeted posted continued concluded recalled quipped`)

// How a finite verb must go on for us to believe that it is one, and not a participle or a noun.
const (
	object   = 1 << iota // a determiner, a pronoun, a name, a number, a quotation: "urged the", "met Kim"
	that                 // "said that", "agreed how"
	toVerb               // "agreed to", "asked to"
	on                   // a preposition: "called on", "met with", "insisted on", "went to"
	bare                 // any noun: "expressed concern", "exchanged views"
	anything             // the form is the past tense and no participle: "gave", "took"
)

// verbs of diplomacy and reporting in the forms that can only or mostly be finite verbs of the third person.
// Guessed from the vocabulary of news; a verb that is missing costs a cut, never makes a wrong one.
var verbs = wordlist.MapOf(buildVerbs())

func buildVerbs() map[string]int {
	m := map[string]int{}
	add := func(how int, words string) {
		for _, w := range strings.Fields(words) {
			m[w] |= how
		}
	}
	add(object|that|on|bare, `said says`)
	add(object|that|toVerb|on, `asked asks pledged pledges vowed vows promised promises`)
	add(object|that, `told tells reiterated reiterates repeated repeats stressed stresses emphasized emphasizes emphasised emphasises
underlined underlines underscored underscores explained explains stated states declared declares claimed claims argued argues
noted notes added adds warned warns conveyed conveys denied denies rejected rejects confirmed confirms reaffirmed reaffirms
acknowledged acknowledges suggested suggests urged urges demanded demands requested requests announced announces admitted admits
believes thinks informed informs assured assures reminded reminds recalled recalls predicted predicts observed insisted insists
welcomed welcomes thanked thanks criticized criticizes criticised condemned condemns accused accuses blamed blames praised praises
disclosed discloses revealed reveals made makes took takes gave gives called calls asked asks described describes cited cites
briefed briefs invited invites summoned summons visited visits met meets sought seeks sent sends handed hands delivered delivers
reported reports showed shows voiced voices raised raises put puts brought brings received receives accepted accepts
signed signs lodged filed files withdrew imposed imposes lifted lifts removed removes restricted cut ended ends began begins
launched launches became becomes faces faced wanted wants led leads joined joins attended attends held holds discussed discusses
exchanged shared shares reviewed reviews explored explores compared hailed hails dismissed dismisses ruled supported supports
backed backs opposed opposes defended defends offered offers presented presents proposed proposes broke breaks won wins lost loses
appointed named expelled expels recognized recognizes recognised recognises expressed expresses saw sees kept keeps left leaves
pushed pushes pressed presses understood understands considered considers regretted regrets protested protests adopted adopts
cancelled canceled suspended resumed resumes replaced replaces`)
	add(that|toVerb, `agreed agrees decided decides hoped hopes expects`)
	add(toVerb, `wants plans intends refused refuses sought seeks aims tried tries offered proposed failed fails continued continues
expects promised pledged vowed began begins started starts wanted hoped`)
	add(on, `agreed agrees called calls met meets spoke speaks talked talks pointed points insisted insists pressed pushed
went goes came comes arrived arrives traveled travelled travels returned returns looked looks protested commented comments objected
objects apologised apologized apologizes apologises responded responds replied replies warned complained complains relied consists
spoke shook shakes focused focuses`)
	add(anything, `gave took saw spoke went wrote began broke withdrew became came shook knew chose drew drove fell rose grew threw forgot`)
	add(object|that|on|bare, `called found fears`)
	add(object, `spent ran opened closed issued played paid laid built bought caught taught felt lent meant`)
	add(bare, `expressed expresses exchanged exchanges voiced voices reaffirmed`)
	return m
}

// relatives open a clause that depends on the noun before it.
var relatives = wordlist.Of(`who whom whose which where when why what whether if because since although though unless until after before as than`)

var determiners = wordlist.Of(`the a an this that these those his her its their our your my any no some all both each every another such
him them it us me you himself themselves itself more most many several few two three four five six seven eight nine ten how why
what whether there not`)

var pronouns = wordlist.Of(`he she they it we i there both neither this these those`)

var articles = wordlist.Of(`the a an its his her their this that these those no some many several both any all`)

var adverbs = wordlist.Of(`again also then later now still never always often not strongly clearly firmly repeatedly reportedly jointly
separately instead only even further once promptly immediately finally thus therefore officially formally publicly already
simply merely sharply openly just recently since currently reportedly apparently likewise similarly additionally directly
briefly explicitly thereby subsequently`)
