package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// outlets are invented newspapers. Each has a habit of telling: which facts it takes, how it dates, what stands around the text.
var outlets = []string{"Harbour Gazette", "Northern Courier", "Daily Meridian", "Capital Observer", "Evening Ledger", "Union Post", "Continental Herald", "River Tribune"}

// topic is what a meeting is about; each %d is a number of the meeting's own, so that accounts of it agree and others differ.
type topic struct{ name, said, agreed, aside string }

var topics = []topic{
	{"fishing quotas", "The fleet has lost %d boats in ten years and cannot bear another cut in fishing quotas", "The two sides agreed to cut fishing quotas by %d percent", "Fishermen in the northern ports say that herring and cod have become rare"},
	{"a gas pipeline", "No pipe of the gas pipeline will be laid before the %d-kilometre survey has ended", "A gas pipeline is to carry %d billion cubic metres a year", "Engineers doubt that the compressor stations can be ready in time"},
	{"visas for students", "Every university place that stands empty for want of visas is a loss to both of us", "Visas for students will be issued within %d days", "Lecture halls in the border towns have been half empty since spring"},
	{"steel tariffs", "Steel tariffs of %d percent hurt those who built the mills", "The steel tariffs will fall to %d percent by the end of next year", "Rolling mills along the coast have put their furnaces on short time"},
	{"border crossings", "People wait %d hours at the border crossings and that must end", "They will open %d border crossings that were closed during the flood", "Lorry drivers sleep in their cabs along the road to the customs post"},
	{"grain shipments", "Grain shipments of %d thousand tonnes have been held up by papers that nobody reads", "Inspectors will clear grain shipments within %d hours", "Silos near the harbour are filled to the roof with last year's barley"},
	{"a railway bridge", "The railway bridge was built for %d trains a day and carries twice as many", "They signed a plan to rebuild the railway bridge for %d million dollars", "Rust has eaten the rivets of the old lattice girders"},
	{"joint naval patrols", "Smugglers do not ask where one sea ends, so joint naval patrols are needed on %d days a year", "Joint naval patrols will begin with %d ships", "Coast guards found rafts and fuel drums on the outer islands"},
	{"returning museum pieces", "The %d museum pieces belong where they were dug up", "A list of %d museum pieces to be returned was exchanged", "Curators have packed vases and bronze masks in straw"},
	{"vaccines", "Vaccines for %d thousand children cannot wait for a budget", "A laboratory for vaccines will be run together for %d years", "Nurses carry the cooling boxes up the valleys on mules"},
	{"water from the river", "Downstream villages got %d percent less water from the river this summer", "The dam will let through %d cubic metres of water from the river each second", "Farmers have planted millet where rice used to stand"},
	{"a free trade area", "A free trade area with %d exceptions is no free trade area", "Talks on a free trade area are to end within %d months", "Cheese makers fear cheap butter from across the sea"},
	{"mining licences", "Whoever holds one of the %d mining licences must also clean the streams", "They settled a quarrel over %d mining licences", "Copper dust lies on the windowsills of the company town"},
	{"air routes", "With %d flights a week the air routes do not deserve the name", "Airlines may fly %d more air routes from the summer", "Pilots complain about short runways and old radar"},
	{"prisoners", "There are %d prisoners whose families have not had a letter", "They agreed to hand over %d prisoners before the holiday", "Mothers have stood with photographs before the ministry each Sunday"},
	{"debt relief", "Debt relief of %d million dollars would pay for every school roof", "Debt relief will be spread over %d years", "Bankers in the old exchange speak of patience"},
	{"wolves and bears", "Bears killed %d sheep on the pastures last winter", "Rangers will count wolves and bears along %d kilometres of the ridge", "Shepherds keep fires burning behind the stone walls"},
	{"data cables", "A single anchor cut data cables for %d days", "New data cables will have %d landing points", "Divers found the broken end under a metre of sand"},
	{"electricity", "Electricity prices rose by %d percent while turbines stood still", "They will exchange up to %d megawatts of electricity", "Pylons have been carried into the hills by helicopter"},
	{"wine labels", "A bottle that names the wrong valley is a lie, and there are %d of them in every shop", "The names of %d valleys will be protected on wine labels", "Vintners hung black ribbons on the cellar doors"},
}

// day words, as newspapers write them.
func onDay(rng *rand.Rand, d, published time.Time) string {
	if days := int(published.Sub(d).Hours() / 24); days >= 0 && days < 6 && rng.IntN(3) > 0 {
		return "on " + d.Weekday().String()
	}
	return "on " + d.Format("January 2")
}

// writer makes one account of one meeting.
type writer struct {
	rng       *rand.Rand
	e         *event
	outlet    int
	published time.Time
	b         strings.Builder
}

func (w *writer) one(options ...string) string { return options[w.rng.IntN(len(options))] }
func (w *writer) p(format string, args ...any) { fmt.Fprintf(&w.b, format+"\n\n", args...) }

// full is a person with post and country, as at the first mention.
func full(c country, title string, p person) string {
	return c.adjective + " " + title + " " + p.given + " " + p.family
}

// article is the text as a web page leaves it: menu, headline, dateline, account, what was recalled, and the foot.
func (w *writer) article() string {
	e, title := w.e, posts[w.e.post].title
	a, b := full(e.a, title, e.pa), full(e.b, title, e.pb)
	fa, fb := e.pa.family, e.pb.family
	if w.rng.IntN(2) == 0 { // each outlet puts its own side first
		a, b, fa, fb = b, a, fb, fa
	}
	when := onDay(w.rng, e.day, w.published)
	t := [3]topic{topics[e.topics[0]], topics[e.topics[1]], topics[e.topics[2]]}
	if w.rng.IntN(3) == 0 {
		w.p("Home\nWorld\nBusiness\nSport\nSubscribe")
	}
	w.p("%s", w.one(fa+" and "+fb+" talk about "+t[0].name, e.a.name+" and "+e.b.name+" discuss "+t[0].name, fa+" meets "+fb+" in "+e.place))
	lead := w.one(
		"%[1]s met %[2]s in %[3]s %[4]s to discuss %[5]s.",
		"%[1]s and %[2]s held talks in %[3]s %[4]s, their ministries said.",
		"%[1]s held %[6]s with %[2]s in %[3]s %[4]s.",
		"%[1]s met with %[2]s %[4]s in %[3]s, with %[5]s on the table.")
	w.p("%s - %s", strings.ToUpper(e.place), fmt.Sprintf(lead+"%.0[6]s%.0[5]s", a, b, e.place, when, t[0].name, posts[e.post].meeting))
	for k, i := range w.rng.Perm(3) {
		w.told(t[i], e.facts[2*i:], fa, fb, k == 0)
	}
	for _, i := range w.rng.Perm(len(fillers))[:3+w.rng.IntN(4)] {
		w.p("%s", fillers[i](w))
	}
	if e.earlier != nil && w.rng.IntN(2) == 0 {
		w.p("%s and %s last met in %s on %s.", fa, fb, e.earlier.place, e.earlier.day.Format("January 2, 2006"))
	}
	if w.rng.IntN(3) == 0 {
		w.p("%s", w.one("Related Posts\n  - Ten dishes for a rainy weekend\n  - The best walking shoes of the season", "Share this article\nFacebook Twitter Email", "Sign up for our morning newsletter"))
	}
	return w.b.String()
}

// told is a paragraph on a topic of the meeting: what was agreed, what one of the two said, and what stands around it.
func (w *writer) told(t topic, fact []int, fa, fb string, first bool) {
	var s []string
	if w.rng.IntN(5) > 0 {
		s = append(s, fmt.Sprintf(t.agreed, fact[0])+".")
	}
	if w.rng.IntN(4) > 0 {
		speaker := []string{fa, fb}[w.rng.IntN(2)]
		said := t.said
		if strings.Contains(said, "%d") {
			said = fmt.Sprintf(said, fact[1])
		}
		s = append(s, w.one(`"`+said+`," `+speaker+` told reporters.`, speaker+" said: \""+said+".\"", `"`+said+`," said `+speaker+`, who had asked for the meeting.`))
	}
	if w.rng.IntN(2) == 0 || len(s) == 0 {
		s = append(s, t.aside+".")
	}
	if first && w.rng.IntN(2) == 0 {
		s = append(s, w.one("The meeting lasted two hours.", "The talks went on until late in the evening.", "It was the first item of a full day."))
	}
	w.p("%s", strings.Join(s, " "))
}

// fillers are sentences that any account could have: what makes articles alike that tell of different things.
var fillers = []func(w *writer) string{
	func(w *writer) string {
		return fmt.Sprintf("Relations between %s and %s have been %s for years.", w.e.a.name, w.e.b.name, w.one("cool", "warm but slow", "difficult", "businesslike"))
	},
	func(w *writer) string {
		return fmt.Sprintf("Trade between the two countries grew by %d percent last year, according to the statistics office in %s.", 1+w.rng.IntN(20), w.e.a.capital)
	},
	func(w *writer) string {
		return fmt.Sprintf("A spokesman for the %s government declined to comment.", w.e.b.adjective)
	},
	func(w *writer) string {
		return w.one("Analysts had expected little.", "Observers spoke of a small step.", "The opposition called it theatre.", "Markets hardly moved.")
	},
	func(w *writer) string {
		return fmt.Sprintf("Demonstrators gathered outside the building in %s, %s.", w.e.place, w.one("some with drums", "most of them young", "in spite of the rain", "watched by police"))
	},
	func(w *writer) string {
		return fmt.Sprintf("Both governments face elections within %d months and neither can afford to be seen as giving in.", 2+w.rng.IntN(20))
	},
	func(w *writer) string {
		return fmt.Sprintf("An official of the %s ministry, who asked not to be named, said that experts would go on working on the texts.", w.e.a.adjective)
	},
}
