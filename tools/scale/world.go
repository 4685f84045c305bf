package main

import (
	"math"
	"math/rand/v2"
	"time"
)

// country is a side of the invented diplomacy. The names are real, so that the engine meets words it knows.
type country struct{ name, adjective, capital string }

var countries = []country{
	{"Norway", "Norwegian", "Oslo"}, {"Finland", "Finnish", "Helsinki"}, {"Portugal", "Portuguese", "Lisbon"}, {"Chile", "Chilean", "Santiago"},
	{"Kenya", "Kenyan", "Nairobi"}, {"Vietnam", "Vietnamese", "Hanoi"}, {"Egypt", "Egyptian", "Cairo"}, {"Austria", "Austrian", "Vienna"},
	{"Peru", "Peruvian", "Lima"}, {"Hungary", "Hungarian", "Budapest"}, {"Turkey", "Turkish", "Ankara"}, {"Poland", "Polish", "Warsaw"},
	{"Greece", "Greek", "Athens"}, {"Cuba", "Cuban", "Havana"}, {"Iran", "Iranian", "Tehran"}, {"Iraq", "Iraqi", "Baghdad"},
	{"Sweden", "Swedish", "Stockholm"}, {"Denmark", "Danish", "Copenhagen"}, {"Ireland", "Irish", "Dublin"}, {"Nepal", "Nepalese", "Kathmandu"},
	{"Thailand", "Thai", "Bangkok"}, {"Malaysia", "Malaysian", "Kuala Lumpur"}, {"Indonesia", "Indonesian", "Jakarta"}, {"Canada", "Canadian", "Ottawa"},
}

// posts are the offices whose holders meet, with the word for a meeting of such people.
var posts = []struct{ title, meeting string }{
	{"Foreign Minister", "ministerial talks"}, {"Defense Minister", "defense talks"}, {"Trade Minister", "trade talks"},
	{"Vice Foreign Minister", "vice-ministerial talks"}, {"Finance Minister", "finance talks"},
}

// person holds a post.
type person struct{ given, family string }

// event is a planted meeting: the truth that the compiler is to find again.
type event struct {
	pair, post int // the same pair of officials meets again and again
	day        time.Time
	place      string
	a, b       country
	pa, pb     person
	topics     [3]int
	facts      [6]int // numbers that the accounts of it give
	articles   int
	earlier    *event // the meeting of the same two before it, which accounts recall
}

// world is everything that an archive of n articles tells of. It is a function of n and the seed.
type world struct {
	rng    *rand.Rand
	n      int
	years  float64
	events []*event
}

// firstDay is when every archive begins.
var firstDay = time.Date(2001, 1, 8, 0, 0, 0, 0, time.UTC)

// newWorld plans meetings for n articles. An archive grows in both directions: with n, the time it covers and the breadth of a
// day both grow as the square root. 1,000 articles are two years of 12 pairs of countries, 100,000 twenty years of 120; a pair
// has about one meeting a month at any size.
func newWorld(n int, seed uint64) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, uint64(n))), n: n}
	grow := math.Sqrt(float64(n) / 1000)
	w.years = 2 * grow
	pairs := max(3, int(12*grow))
	type holder struct {
		person
		until time.Time
	}
	type office struct{ pair, post, side int }
	held := map[office]holder{}
	last := map[[2]int]*event{}
	days := int(w.years * 365)
	meetings := max(1, int(float64(n)/meanArticles))
	left := n
	for i := range meetings {
		day := firstDay.AddDate(0, 0, i*days/meetings)
		pair, post := w.rng.IntN(pairs), w.rng.IntN(len(posts))
		e := &event{pair: pair, post: post, day: day}
		e.a, e.b = w.sides(pair, pairs)
		sides := [2]*person{&e.pa, &e.pb}
		for s, p := range sides {
			key := office{pair, post, s}
			h, ok := held[key]
			if !ok || day.After(h.until) { // a post changes hands every one to five years
				h = holder{w.person(), day.AddDate(0, 12+w.rng.IntN(48), 0)}
				held[key] = h
				delete(last, [2]int{pair, post})
			}
			*p = h.person
		}
		if prev := last[[2]int{pair, post}]; prev != nil && day.Sub(prev.day) < 8*24*time.Hour {
			e.day = prev.day.AddDate(0, 0, 8) // two meetings of the same two within a week could not be told apart by anybody
		}
		e.place = []string{e.a.capital, e.b.capital}[w.rng.IntN(2)]
		for k := range e.topics {
			e.topics[k] = w.rng.IntN(len(topics))
		}
		for k := range e.facts {
			e.facts[k] = 2 + w.rng.IntN(95)
		}
		e.earlier = last[[2]int{pair, post}]
		last[[2]int{pair, post}] = e
		e.articles = min(left, 1+w.rng.IntN(6))
		if i == meetings-1 {
			e.articles = left
		}
		e.articles = min(e.articles, len(outlets))
		left -= e.articles
		if e.articles > 0 {
			w.events = append(w.events, e)
		}
	}
	for left > 0 { // the dice fell low: what is missing goes to meetings with room
		e := w.events[w.rng.IntN(len(w.events))]
		if e.articles < 6 {
			e.articles, left = e.articles+1, left-1
		}
	}
	return w
}

// meanArticles is how many accounts a meeting has on average; one to six.
const meanArticles = 3.5

// sides are the two countries of a pair.
func (w *world) sides(pair, pairs int) (country, country) {
	k := len(countries)
	a := pair % k
	b := (a + 1 + pair/k) % k
	if b == a {
		b = (a + 1) % k
	}
	return countries[a], countries[b]
}

var (
	onsets = []string{"b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w", "z"}
	vowels = []string{"a", "e", "i", "o", "u", "au", "ei", "ie"}
	codas  = []string{"", "l", "n", "r", "s", "nd", "rk", "lm", "st", "v", "ss"}
	givens = []string{"Anna", "Eero", "Maria", "Pieter", "Jonas", "Elena", "Marko", "Ines", "Tomas", "Greta", "Pavel", "Lucia", "Viktor", "Nora", "Hugo", "Clara",
		"Stefan", "Irene", "Oscar", "Paula", "Martin", "Helena", "Andrei", "Sofia", "Felix", "Teresa", "Ivan", "Monika", "Adam", "Laura"}
)

// person has a made name: the lists of given names are short and family names are made of syllables, so that thousands differ.
func (w *world) person() person {
	pick := func(l []string) string { return l[w.rng.IntN(len(l))] }
	family := pick(onsets) + pick(vowels) + pick(codas) + pick(onsets) + pick(vowels) + pick(codas)
	return person{pick(givens), string(family[0]-32) + family[1:]}
}
