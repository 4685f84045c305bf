package formats

import "readout/data/dataset"

// lookup finds passages and outlets by id.
type lookup struct {
	passages map[string]*dataset.Passage // by article, space, passage
	outlets  map[string]string           // by article
}

func newLookup(as []dataset.Article) lookup {
	x := lookup{map[string]*dataset.Passage{}, map[string]string{}}
	for i := range as {
		a := &as[i]
		x.outlets[a.ID] = a.Outlet
		for j := range a.Passages {
			x.passages[a.ID+" "+a.Passages[j].ID] = &a.Passages[j]
		}
	}
	return x
}

func (x lookup) outlet(article string) string { return x.outlets[article] }

// passage is the passage of an article; the document's builder has put it there.
func (x lookup) passage(article, id string) dataset.Passage {
	if p := x.passages[article+" "+id]; p != nil {
		return *p
	}
	return dataset.Passage{ID: id}
}
