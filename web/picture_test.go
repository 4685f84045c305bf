package web

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A lane's name ends before the plot begins, whatever it is called and written in.
func TestNamesOfLanesLeaveThePlotAlone(t *testing.T) {
	const room = plotLeft - 31 // beside a siglum of one letter
	for _, name := range []string{"Not named: “South Korea and Japan …”", "媒体名不明：「South Korea and Japan …」", "朝日新聞デジタル東京本社版国際面", "Frankfurter Allgemeine Zeitung", "NHK"} {
		shown := cutRight(name, lettersIn(name, room))
		wide := 6.5 * float64(utf8.RuneCountInString(shown))
		for _, r := range shown {
			if r >= 0x2e80 {
				wide += 3
			}
		}
		if wide > room {
			t.Errorf("%q takes %.0f of %d", shown, wide, room)
		}
		if !strings.HasPrefix(name, strings.TrimSuffix(shown, " …")) || utf8.RuneCountInString(shown) < 3 {
			t.Errorf("%q of %q", shown, name)
		}
	}
}
