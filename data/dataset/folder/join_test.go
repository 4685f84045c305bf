package folder

import "testing"

func TestJoin(t *testing.T) {
	const text = "one two three "
	bodies := []byte("head" + text + "\x08\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00") // "three " at 8, "one " at 0 of the store
	table := 4 + len(text)
	for _, c := range []struct {
		at, store, stretches, size int
		want                       string
		ok                         bool
	}{
		{4, 0, 0, 7, "one two", true},
		{table, 4, 2, 10, "three one ", true},
		{table, 4, 1, 6, "three ", true},
		{table, 4, 2, 9, "", false},  // longer than it says
		{table, 4, 2, 11, "", false}, // shorter
		{table, 4, 3, 10, "", false}, // the table is cut
		{table, 40, 2, 10, "", false},
		{table, -9, 2, 10, "", false},
		{table, 4, -1, 10, "", false},
		{table, 4, 1 << 60, 10, "", false},
		{4, 0, 0, 400, "", false},
		{-1, 0, 0, 4, "", false},
		{table, 4, 2, -1, "", false},
	} {
		got, ok := Join(bodies, c.at, c.store, c.stretches, c.size)
		if ok != c.ok || ok && string(got) != c.want {
			t.Errorf("%+v: %q, %v", c, got, ok)
		}
	}
}
