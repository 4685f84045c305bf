package compiler

import (
	"fmt"
	"slices"

	"readout/data/compile/cache"
	"readout/data/compile/documents"
	"readout/data/compile/pieces"
	"readout/data/dataset"
	"readout/data/dataset/build"
	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/web"
)

// A document that names ten thousand articles serves no reader.
const (
	mostRounds = 200 // rounds of a series' document: the newest
	mostTold   = 200 // articles of an issue's document: the newest that write of it
)

// chapters are the pieces of series and issues, in the registry's order; those of which no article tells are not among them.
func (c *compiler) chapters() ([]*pieces.Piece, error) {
	rounds := map[string][]meeting.Meeting{}
	for _, m := range c.meetings {
		if m.Series != "" {
			rounds[m.Series] = append(rounds[m.Series], m)
		}
	}
	series := len(c.base.Series)
	made := make([]*pieces.Piece, series+len(c.base.Issues))
	c.p.BarOf("gathering", len(made), "series and issue")
	err := c.each(len(made), func(i int) (err error) {
		if i >= series {
			made[i], err = c.issuePiece(c.base.Issues[i-series].ID)
		} else if of := rounds[c.base.Series[i].ID]; len(of) > 0 {
			made[i], err = c.seriesPiece(c.base.Series[i], of)
		}
		return err
	})
	return slices.DeleteFunc(made, func(p *pieces.Piece) bool { return p == nil }), err
}

func (c *compiler) seriesPiece(s know.Series, rounds []meeting.Meeting) (*pieces.Piece, error) {
	key := [][]byte{c.version[:], []byte("series " + s.ID)}
	var total *dataset.Total
	if len(rounds) > mostRounds {
		total = &dataset.Total{Rounds: len(rounds), Articles: len(covering(rounds...))}
		key = append(key, fmt.Append(nil, *total))
		rounds = newest(rounds, mostRounds)
	}
	articles := covering(rounds...)
	for i := range rounds {
		key = append(key, c.known(&rounds[i]))
	}
	for _, i := range articles {
		key = append(append(key, c.inputs(i)...), []byte(c.openList(i)))
	}
	return c.pieces.Get("", cache.Of(key...), func(p *pieces.Piece) ([]documents.File, []byte, []byte, error) {
		var more []string
		for _, m := range rounds {
			more = append(more, m.People...)
		}
		part := c.some(articles, more)
		var local []meeting.Meeting
		for _, m := range rounds {
			local = append(local, part.local(m))
		}
		d := build.Dataset(c.words.Series(part.arts, part.people, local, s), c.base, part.about)
		if err := c.finish(d, &part); err != nil {
			return nil, nil, nil, fmt.Errorf("series %s: %w", s.ID, err)
		}
		c.quote(d, articles)
		d.Series[0].Total = total
		w := &documents.Writer{Site: c.o.Site}
		document := d.SeriesDoc(&d.Series[0])
		w.Series(document)
		path := web.SeriesCardPath(s.ID)
		card, err := web.DrawSeriesCard(document, c.before(path))
		w.Add(path, documents.TypePNG, card, err)
		return w.Entry(nil, dataset.Dataset{Series: d.Series})
	})
}

// issuePiece is an issue: of few articles all stand in its document, those that do not write of it among them, of many the newest that
// do. It is nil where none does.
func (c *compiler) issuePiece(id string) (*pieces.Piece, error) {
	var told []int
	for i := range c.items {
		if len(c.items[i].card.issues[id]) > 0 {
			told = append(told, i)
		}
	}
	if len(told) == 0 {
		return nil, nil
	}
	key := [][]byte{c.version[:], []byte("issue " + id)}
	var total *dataset.Total
	if len(c.items) > mostTold {
		total = &dataset.Total{Articles: len(told), Of: len(c.items)}
		key = append(key, fmt.Append(nil, *total))
		slices.SortStableFunc(told, c.byDate)
		told = newest(told, mostTold)
		slices.Sort(told)
	} else {
		told = make([]int, len(c.items))
		for i := range told {
			told[i] = i
		}
	}
	for _, i := range told {
		key = append(append(key, c.inputs(i)...), []byte(c.openList(i)))
	}
	return c.pieces.Get("", cache.Of(key...), func(p *pieces.Piece) ([]documents.File, []byte, []byte, error) {
		part := c.some(told, nil)
		d := build.Dataset(c.words.Issue(part.arts, part.people, id), c.base, part.about)
		if err := c.finish(d, &part); err != nil {
			return nil, nil, nil, fmt.Errorf("issue %s: %w", id, err)
		}
		c.quote(d, told)
		d.Issues[0].Total = total
		w := &documents.Writer{Site: c.o.Site}
		document := d.IssueDoc(&d.Issues[0])
		w.Issue(document)
		path := web.IssueCardPath(id)
		card, err := web.DrawIssueCard(document, c.before(path))
		w.Add(path, documents.TypePNG, card, err)
		return w.Entry(nil, dataset.Dataset{Issues: d.Issues})
	})
}

// byDate compares articles by the day they were published, undated last.
func (c *compiler) byDate(x, y int) int {
	return build.CompareDates(c.items[x].card.Published, c.items[y].card.Published)
}
