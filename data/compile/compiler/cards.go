package compiler

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"slices"
	"sync"

	"readout/data/compile/cache"
	"readout/data/compile/parallel"
	"readout/data/dataset/build"
	"readout/data/dataset/rights"
	"readout/wasm/engine"
	"readout/wasm/meeting"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Cards of articles: what finding meetings, and the lists of all, need of each. In the cache they stand a few hundred to a record:
// decoding pays for each record by itself, and reading all cards is what every run begins with.

// card is the engine's card of an article, and where the article uses the registry's words.
type card struct {
	*engine.Card
	issues map[string][]rights.Citation // by issue
	terms  []build.CountedTerm          // in the registry's order
	length int                          // see dataset.Article.Length
}

// cardsAtATime is how many cards are one record of the cache.
const cardsAtATime = 200

// understand gets a card of every article, from the cache or by reading it.
func (c *compiler) understand() {
	lists, stale := c.knownCards()
	lists = c.missingCards(lists)
	if c.stopped() { // some articles have no card
		return
	}
	// Many records that hold a few cards each, or many that are of use no more, are written anew.
	if (len(lists) > 2*len(c.items)/cardsAtATime+20 || stale > len(c.items)) && !c.cache.Temporary {
		c.putAllCards()
	}
}

// knownCards gives articles the cards that the cache has of them. It returns the records of cards, and how many cards in them are of no article.
func (c *compiler) knownCards() (lists []cache.Digest, stale int) {
	index := make(map[cache.Digest]int, len(c.items))
	for i := range c.items {
		index[c.items[i].key] = i
	}
	lists = c.cardLists()
	var mu sync.Mutex
	parallel.Each(len(lists), func(n int) {
		body, ok := c.cache.Get(lists[n])
		if !ok {
			return
		}
		list, err := decodeCards(body)
		if err != nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		for _, k := range list {
			if i, ok := index[k.Key]; ok {
				c.items[i].card = k.card()
			} else {
				stale++
			}
		}
	})
	return lists, stale
}

// missingCards understands the articles that have no card, keeps the cards in records beside lists, and returns all records.
func (c *compiler) missingCards(lists []cache.Digest) []cache.Digest {
	var missing []int
	for i := range c.items {
		if c.items[i].card == nil {
			missing = append(missing, i)
		}
	}
	c.p.Bar("understanding", len(missing))
	if len(missing) < len(c.items) {
		c.p.Note("%d of %d articles are known from the last run", len(c.items)-len(missing), len(c.items))
	}
	var mu sync.Mutex
	var fresh []*kept
	flush := func() {
		if len(fresh) > 0 {
			lists = append(lists, c.putCards(fresh))
			c.putCardLists(lists)
			fresh = nil
		}
	}
	parallel.Each(len(missing), func(n int) {
		if c.stopped() {
			return
		}
		i := missing[n]
		art := engine.Understand(c.sources[i], c.base)
		c.recent.add(i, art)
		c.items[i].card = c.cardOf(i, art)
		mu.Lock()
		fresh = append(fresh, c.keep(i))
		if len(fresh) == cardsAtATime {
			flush()
		}
		mu.Unlock()
		c.p.Tick()
	})
	flush()
	return lists
}

// putAllCards keeps the cards of all articles in new records.
func (c *compiler) putAllCards() {
	var lists []cache.Digest
	for i := 0; i < len(c.items); i += cardsAtATime {
		var list []*kept
		for n := i; n < min(i+cardsAtATime, len(c.items)); n++ {
			list = append(list, c.keep(n))
		}
		lists = append(lists, c.putCards(list))
	}
	c.putCardLists(lists)
}

// cardOf is the card of an article that is understood. The article with all its texts goes to the cache beside it.
func (c *compiler) cardOf(i int, art *engine.Article) *card {
	raw, err := c.rawOf(i, art)
	out := &card{Card: art.Card(), issues: map[string][]rights.Citation{}, terms: build.CountTerms(c.words.Terms(art), raw.Passages), length: rights.Length(&raw)}
	for id, passages := range c.words.Issues(art) {
		for n, i := range passages {
			p, why := &raw.Passages[i], rights.First
			if n > 0 {
				why = rights.Told
			}
			out.issues[id] = append(out.issues[id], rights.Citation{Passage: p.ID, Why: why, Start: p.Start, Length: p.End - p.Start})
		}
	}
	out.Threads = threadsOf(out.Threads)
	if text, fault := json.Marshal(raw); fault == nil && err == nil { // one that is not valid is made again, and reported, by raw
		c.cache.Put(c.rawKey(i), text)
	}
	return out
}

// threadsOf is what finding meetings needs of threads: of the mentions, those alone that say where the meeting stands in a sequence
// (meeting.Cluster makes the round of it that nobody tells of). Mentions are a third of a card.
func threadsOf(of []meeting.Thread) []meeting.Thread {
	out := slices.Clone(of)
	for i := range out {
		var ordered []meeting.Mention
		for _, m := range out[i].Mentions {
			if m.Order != nil {
				ordered = append(ordered, m)
			}
		}
		out[i].Mentions = ordered
	}
	return out
}

// kept is a card as the cache has it, as long as nobody has got an id.
type kept struct {
	Key       cache.Digest
	Published when.Date
	Inferred  bool
	Headline  string
	People    []who.Person
	Threads   []meeting.Thread
	Tallies   engine.Tallies
	Issues    map[string][]rights.Citation
	Length    int
	Terms     []build.CountedTerm
	Marks     []engine.Mark
}

func (c *compiler) keep(i int) *kept {
	d := c.items[i].card
	return &kept{Key: c.items[i].key, Published: d.Published, Inferred: d.Inferred, Headline: d.Headline, People: slices.Clone(d.People),
		Threads: d.Threads, Tallies: d.Tallies, Issues: d.issues, Length: d.length, Terms: d.terms, Marks: d.Marks}
}

func (k *kept) card() *card {
	return &card{Card: &engine.Card{Published: k.Published, Inferred: k.Inferred, Headline: k.Headline, People: k.People, Threads: k.Threads, Tallies: k.Tallies, Marks: k.Marks}, issues: k.Issues, length: k.Length, terms: k.Terms}
}

// putCards keeps a record of cards and returns its key.
func (c *compiler) putCards(list []*kept) cache.Digest {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		panic(err) // the shapes are ours and a buffer takes everything
	}
	key := cache.Of(b.Bytes())
	c.cache.Put(key, b.Bytes())
	return key
}

func decodeCards(body []byte) ([]*kept, error) {
	var list []*kept
	err := gob.NewDecoder(bytes.NewReader(body)).Decode(&list)
	return list, err
}

// cardLists are the keys of the records that hold cards; they stand under a key of their own.
func (c *compiler) cardLists() []cache.Digest {
	body, _ := c.cache.Get(cache.Of(c.version[:], []byte("cards")))
	var out []cache.Digest
	for ; len(body) >= len(cache.Digest{}); body = body[len(cache.Digest{}):] {
		out = append(out, cache.Digest(body[:len(cache.Digest{})]))
	}
	return out
}

func (c *compiler) putCardLists(lists []cache.Digest) {
	var body []byte
	for _, l := range lists {
		body = append(body, l[:]...)
		c.cache.Keep(l)
	}
	c.cache.Put(cache.Of(c.version[:], []byte("cards")), body)
}
