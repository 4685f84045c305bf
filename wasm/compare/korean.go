package compare

import (
	"strings"
	"unicode/utf8"
)

// particles that follow a Korean noun, longest first. Single-syllable particles that also end many nouns ("이", "가", "도") are
// stripped only from words of three syllables and more.
var particles = strings.Fields(`에게서 으로써 으로서 에서는 에서도 으로는 까지도 부터는 에서 에게 께서 으로 까지 부터 처럼 보다 라고 이라고 이라는 라는 과의 와의 에는 에도
은 는 이 가 을 를 의 에 도 와 과 로 만`)

// particle is the number of syllables of the particle that ends a Korean word; 0 where there is none or too little would be left.
func particle(s string) int {
	if last, _ := utf8.DecodeLastRuneInString(s); !hangul(last) {
		return 0
	}
	r := []rune(s)
	if len(r) < 2 {
		return 0
	}
	best := 0
	for _, p := range particles {
		n := len([]rune(p))
		if n <= best || len(r)-n < 2 || !strings.HasSuffix(s, p) {
			continue
		}
		best = n
	}
	return best
}

func hangul(r rune) bool { return r >= 0xAC00 && r <= 0xD7A3 }
