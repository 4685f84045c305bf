package web

import (
	"slices"
	"strconv"

	"readout/data/dataset"
)

// sureness is how sure a pairing is: 0 uncertain, 1 likely, 2 sure. Of pairs of sentences in articles that the engine had not learned
// from, two in five at most are right below 0.5, two in three from there to 0.8, and four in five and more above it (docs/points.md).
func sureness(p dataset.Point) int {
	switch {
	case len(p.Readings) < 2 || p.Confidence >= 0.75:
		return 2
	case p.Confidence >= 0.5:
		return 1
	}
	return 0
}

// settled are points as a page shows them. An uncertain pairing is wrong more often than right (on articles of real outlets five times in six:
// docs/points.md), so it is taken apart: those of its sentences that are in no surer row stand alone. Nothing is lost, no sentence is drawn into
// row after row, and who wants all pairings has a control for it. A pairing that a discrepancy speaks of stays, and one whose words are withheld.
func (t *table) settled(points []dataset.Point) []dataset.Point {
	shown := map[string]bool{} // by "article/passage"
	show := func(key string) bool { shown[key] = true; return true }
	cited := func(key string) bool { return t.cite.passage[key].Text != "" }
	var out, parted []dataset.Point
	for _, p := range points {
		if sureness(p) > 0 || p.Clash || !each(p, cited) {
			out = append(out, p)
			each(p, show)
		} else {
			parted = append(parted, p)
		}
	}
	t.parted = len(parted)
	for _, p := range parted {
		n := 0
		for _, rd := range p.Readings {
			rest := slices.DeleteFunc(slices.Clone(rd.Passages), func(id string) bool { return shown[rd.Article+"/"+id] })
			for _, run := range t.cite.runs(rd.Article, rest) {
				n++
				one := t.alone(p, rd, run)
				if n > 1 { // the first keeps the point's address
					one.ID += "." + strconv.Itoa(n)
				}
				out = append(out, one)
				each(one, show)
			}
		}
	}
	return out
}

// each says whether all passages of a point, as "article/passage", are so; it ends with the first that is not.
func each(p dataset.Point, so func(key string) bool) bool {
	for _, rd := range p.Readings {
		for _, id := range rd.Passages {
			if !so(rd.Article + "/" + id) {
				return false
			}
		}
	}
	return true
}

// alone is one sentence of a reading of an uncertain point as a point of its own. That the other articles of the point do not tell it
// is as uncertain as that they do.
func (t *table) alone(p dataset.Point, rd dataset.Reading, sentence []dataset.Passage) dataset.Point {
	rd.Passages = nil
	for _, clause := range sentence {
		rd.Passages = append(rd.Passages, clause.ID)
	}
	one := dataset.Point{ID: p.ID, Label: sentence[0].Text, Readings: []dataset.Reading{rd}, Omissions: slices.Clone(p.Omissions), Confidence: 1, Background: p.Background}
	for _, other := range p.Readings {
		if other.Article != rd.Article {
			one.Omissions = append(one.Omissions, dataset.Omission{Article: other.Article, Evidence: "unsure"})
		}
	}
	return one
}
