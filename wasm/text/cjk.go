package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// koreanParticles are tried in this order, longest first within the same ending. A particle that has two shapes stands with the one it
// follows: c for a final consonant, v for a vowel (or ㄹ before 로), - for either.
var koreanParticles = strings.Fields(`-에서는 -에서도 -에게는 c으로는 c이라고 -에서 -에게 -께서 c으로 -까지 -부터 -보다 -에는 -에도 c과의 v와의 v라고
	c은 v는 c이 v가 c을 v를 c과 v와 v로 -의 -에`)

// koreanNouns end in a syllable that looks like the particle 의 and are no particle.
var koreanNouns = strings.Fields("회의 협의 논의 합의 결의 동의 항의 강의 문의 심의 주의 정의 편의 제의 건의 유의")

// korean reads one word and parts it from its particle, where at least two syllables are left: words of one syllable are
// too easily mistaken ("회의" is a meeting and not 회 with a particle).
func (t *tokenizer) korean(i int) int {
	j := i
	for j < t.end && j-i < maxToken && (isHangul(t.src[j]) || isMark(t.src[j])) {
		j++
	}
	w := t.src[i:j]
	if n := koreanParticle(w); n > 0 {
		t.add(i, j-n, true, false)
		return t.add(j-n, j, false, true)
	}
	return t.add(i, j, true, false)
}

// koreanParticle is the number of syllables of the particle that ends a word, 0 for none.
func koreanParticle(w []rune) int {
	word := string(w)
	for _, p := range koreanParticles {
		after, p := p[0], p[1:]
		length := utf8.RuneCountInString(p)
		n := len(w) - length
		if n < 2 || !strings.HasSuffix(word, p) {
			continue
		}
		if p == "의" && slices.ContainsFunc(koreanNouns, func(noun string) bool { return strings.HasSuffix(word, noun) }) {
			return 0
		}
		last := w[n-1]
		if last < 0xAC00 || last > 0xD7A3 {
			return length
		}
		final := (last - 0xAC00) % 28 // index of the final consonant, 8 is ㄹ
		if after == 'c' && final == 0 || after == 'v' && final != 0 && !(p == "로" && final == 8) {
			continue
		}
		return length
	}
	return 0
}

// japaneseParticles may stand at the head of a run of hiragana after a noun.
var japaneseParticles = strings.Fields("から まで より には では とは への との は が を に で と の も へ や")

// japanese reads one unit: katakana; kanji with the hiragana that inflect it ("述べた"); a particle; or hiragana.
func (t *tokenizer) japanese(i int) int {
	run := func(from int, is func(rune) bool) int {
		j := from
		for j < t.end && j-i < maxToken && is(t.src[j]) {
			j++
		}
		return j
	}
	switch r := t.src[i]; {
	case isKatakana(r):
		return t.add(i, run(i, isKatakana), true, false)
	case isHan(r):
		j := run(i, isHan)
		if j < t.end && isHiragana(t.src[j]) && t.particle(j) == 0 {
			for j < t.end && j-i < maxToken && isHiragana(t.src[j]) && t.src[j] != 'を' {
				j++
			}
		}
		return t.add(i, j, true, false)
	}
	if n := t.particle(i); n > 0 && len(t.tokens) > 0 && t.tokens[len(t.tokens)-1].End == i && t.tokens[len(t.tokens)-1].Word {
		return t.add(i, i+n, false, true)
	}
	j := i + 1
	for j < t.end && j-i < maxToken && isHiragana(t.src[j]) && t.src[j] != 'を' {
		j++
	}
	return t.add(i, j, true, false)
}

// particle is the length of the particle at i, 0 for none. を is never anything else.
func (t *tokenizer) particle(i int) int {
	ahead := string(t.src[i:min(i+longestParticle, t.end)])
	for _, p := range japaneseParticles {
		// Followed by more hiragana it may be the head of a word (とても), unless that is a verb's or a name's start.
		if n := utf8.RuneCountInString(p); strings.HasPrefix(ahead, p) && (p == "を" || !isHiragana(t.at(i+n))) {
			return n
		}
	}
	return 0
}

// longestParticle is the code points of the longest Japanese particle.
const longestParticle = 2

// chineseParticles are words of one character that end the word before them.
const chineseParticles = "的了和在与與是对對将將就于於等也并並及但而或被把向从從"

// chinese reads a run of up to four characters, which is likely one word; a longer one, or a particle, character by character.
func (t *tokenizer) chinese(i int) int {
	j := i
	for j < t.end && j-i < maxToken && isHan(t.src[j]) && !strings.ContainsRune(chineseParticles, t.src[j]) {
		j++
	}
	switch {
	case j == i:
		return t.add(i, i+1, true, false)
	case j-i <= 4:
		return t.add(i, j, true, false)
	}
	for k := i; k < j; k++ {
		t.add(k, k+1, true, false)
	}
	return j
}
