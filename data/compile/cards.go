package main

import (
	"bytes"
	"encoding/gob"
	"strings"

	"readout/wasm/engine"
	"readout/wasm/meeting"
	"readout/wasm/when"
	"readout/wasm/who"
)

// Cards of articles in the cache. They are kept a few hundred to a record: decoding pays for each record by itself, and reading all
// cards is what every run begins with.

// kept is a card as the cache has it.
type kept struct {
	Key       digest
	Published when.Date
	Headline  string
	People    []who.Person
	Threads   []meeting.Thread
	Tallies   [len(engine.Tallies{})]terms
	Issues    map[string][]string // passages on each issue
	Marks     []engine.Mark
}

// terms is a tally with its words in one string: a third of the time to read.
type terms struct {
	Words string
	N     []int
}

func keepTally(t engine.Tally) terms {
	return terms{Words: strings.Join(t.Terms, "\n"), N: t.N}
}

func (t terms) tally() engine.Tally {
	if len(t.N) == 0 {
		return engine.Tally{}
	}
	return engine.Tally{Terms: strings.Split(t.Words, "\n"), N: t.N}
}

func (k *kept) card() *engine.Card {
	c := &engine.Card{Published: k.Published, Headline: k.Headline, People: k.People, Threads: k.Threads, Marks: k.Marks}
	for i, t := range k.Tallies {
		c.Tallies[i] = t.tally()
	}
	return c
}

func encodeCards(list []*kept) []byte {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		panic(err) // the shapes are ours and a buffer takes everything
	}
	return b.Bytes()
}

func decodeCards(body []byte) ([]*kept, error) {
	var list []*kept
	err := gob.NewDecoder(bytes.NewReader(body)).Decode(&list)
	return list, err
}
