package model

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// vocabulary is a few pieces; the encoder's own is as long as a dictionary.
const vocabulary = "<s>\n</s>\n[UNK]\nberg\nde\n##mand\n##ed\nnaive\n,\nquota\n"

func TestPieces(t *testing.T) {
	tok := newTokenizer(vocabulary)
	pieces, words := tok.pieces("Berg demanded, naïve: quota")
	want := []piece{{0, -1}, {3, 0}, {4, 1}, {5, 1}, {6, 1}, {8, -1}, {7, 2}, {2, -1}, {9, 3}, {1, -1}}
	if !reflect.DeepEqual(pieces, want) {
		t.Errorf("pieces: got %v, want %v", pieces, want)
	}
	if want := []string{"Berg", "demanded", "naïve", "quota"}; !reflect.DeepEqual(words, want) {
		t.Errorf("words: got %q, want %q", words, want)
	}
}

func TestBuckets(t *testing.T) {
	for d, want := range map[int]int{0: 0, 1: 17, -1: 1, 7: 23, -7: 7, 8: 24, -8: 8, 16: 26, -127: 15, -400: 15, 400: 31} {
		if got := bucket(d); got != want {
			t.Errorf("bucket(%d) = %d, want %d", d, got, want)
		}
	}
}

func TestScoresRoundTrip(t *testing.T) {
	s := Scores{Key([]string{"a", "b"}): {{0, 900}, {258, 0}}}
	name := filepath.Join(t.TempDir(), "scores.txt")
	if err := WriteScores(name, s); err != nil {
		t.Fatal(err)
	}
	j, err := NewJudge(read(t, name), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if got, large := j.Alike([]string{"a", "b"}); !large || !reflect.DeepEqual(got, s[Key([]string{"a", "b"})]) {
		t.Errorf("got %v", got)
	}
	if got, large := j.Alike([]string{"b", "a"}); large || len(got) != 2 || j.Small != 1 {
		t.Errorf("other sentences: got %v, large %v, %d read with the compact encoder; want two rows, false and 1", got, large, j.Small)
	}
	if _, err := ParseScores("abc AAAA"); err == nil {
		t.Error("three bytes are no square of numbers, and nobody complains")
	}
}

// TestKey holds that what was kept under another map of the large encoder's vectors, or of other sentences, is not found.
func TestKey(t *testing.T) {
	ship := Key([]string{"a", "b"})
	if Key([]string{"a", "c"}) == ship {
		t.Error("other sentences have the same key")
	}
	old := mapName
	defer func() { mapName = old }()
	mapName = func() string { return "another map" }
	if Key([]string{"a", "b"}) == ship {
		t.Error("another map has the same key")
	}
}

// TestEncoder compares with the figures of other implementations (NumPy: learn/tune.py; of whole sentences PyTorch).
func TestEncoder(t *testing.T) {
	dir, err := Dir()
	if err != nil {
		t.Skip(err)
	}
	e, err := Open(dir)
	if err != nil {
		t.Skip(err)
	}
	sentences := []string{
		"Berg demanded that the fishing quota be cut by a fifth on Monday.",
		"The minister called for lower catches, twenty percent less.",
		"Norway's Anna Berg met Paul Stein in Oslo.",
		"It rained; naïve visitors left early.",
	}
	got, whole := e.AlikeAndWhole(sentences)
	want := [][]int{{0, 185, 28, 6}, {225, 0, 7, 16}, {112, 8, 0, 29}, {9, 25, 43, 0}}
	for i := range want {
		for j := range want {
			if d := got[i][j] - want[i][j]; d < -2 || d > 2 {
				t.Errorf("%d in %d: got %d, want %d", i, j, got[i][j], want[i][j])
			}
		}
	}
	cosines := [][]float32{{1, .381, .287, -.004}, {.381, 1, .036, .105}, {.287, .036, 1, -.054}, {-.004, .105, -.054, 1}}
	for i, a := range sentences {
		for j, b := range sentences {
			if d := dot(whole[a], whole[b]) - cosines[i][j]; d < -.002 || d > .002 {
				t.Errorf("cosine of %d and %d: got %.3f, want %.3f", i, j, dot(whole[a], whole[b]), cosines[i][j])
			}
		}
	}
}

func read(t *testing.T, name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestSmall holds that the compact encoder knows words that say nearly the same, and that its figures are those of other machines.
func TestSmall(t *testing.T) {
	s, err := NewSmall()
	if err != nil {
		t.Fatal(err)
	}
	got := s.Alike([]string{"The union rejected the offer.", "Workers turned down the proposal.", "Heavy rain fell in spring.", ""})
	if got[0][1] < 2*got[0][2] || got[1][0] < 2*got[1][2] {
		t.Errorf("got %v; want the first two far more alike than either and the third", got)
	}
	if want := [][]int{{0, 135, 0, 0}, {85, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if x := (tensors{rest: "\x00"}); x.vector(1) == nil || !x.short {
		t.Error("a file that ends too early is not noticed")
	}
}

func BenchmarkSmall(b *testing.B) {
	s, err := NewSmall()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s.words("Berg demanded that the fishing quota be cut by a fifth on Monday, while the ministers of four other countries called for lower catches next year.")
	}
}
