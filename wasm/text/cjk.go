package text

// Korean particles, longest first within the same ending. A particle that has two shapes stands with the one it follows:
// after a final consonant, after a vowel, or either.
var koreanParticles = []struct {
	text  []rune
	after byte // 'c' final consonant, 'v' vowel (or ㄹ for 로), 0 either
}{
	{[]rune("에서는"), 0}, {[]rune("에서도"), 0}, {[]rune("에게는"), 0}, {[]rune("으로는"), 'c'}, {[]rune("이라고"), 'c'},
	{[]rune("에서"), 0}, {[]rune("에게"), 0}, {[]rune("께서"), 0}, {[]rune("으로"), 'c'}, {[]rune("까지"), 0}, {[]rune("부터"), 0},
	{[]rune("보다"), 0}, {[]rune("에는"), 0}, {[]rune("에도"), 0}, {[]rune("과의"), 'c'}, {[]rune("와의"), 'v'}, {[]rune("라고"), 'v'},
	{[]rune("은"), 'c'}, {[]rune("는"), 'v'}, {[]rune("이"), 'c'}, {[]rune("가"), 'v'}, {[]rune("을"), 'c'}, {[]rune("를"), 'v'},
	{[]rune("과"), 'c'}, {[]rune("와"), 'v'}, {[]rune("로"), 'v'}, {[]rune("의"), 0}, {[]rune("에"), 0},
}

// koreanNouns end in a syllable that looks like the particle 의 and are no particle.
var koreanNouns = [][]rune{
	[]rune("회의"), []rune("협의"), []rune("논의"), []rune("합의"), []rune("결의"), []rune("동의"), []rune("항의"), []rune("강의"),
	[]rune("문의"), []rune("심의"), []rune("주의"), []rune("정의"), []rune("편의"), []rune("제의"), []rune("건의"), []rune("유의"),
}

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

func koreanParticle(w []rune) int {
	for _, p := range koreanParticles {
		n := len(w) - len(p.text)
		if n < 2 || !hasSuffix(w, p.text) {
			continue
		}
		if len(p.text) == 1 && p.text[0] == '의' {
			for _, noun := range koreanNouns {
				if hasSuffix(w, noun) {
					return 0
				}
			}
		}
		last := w[n-1]
		if last < 0xAC00 || last > 0xD7A3 {
			return len(p.text)
		}
		final := (last - 0xAC00) % 28 // index of the final consonant, 8 is ㄹ
		switch {
		case p.after == 'c' && final == 0, p.after == 'v' && final != 0 && !(p.text[0] == '로' && final == 8):
			continue
		}
		return len(p.text)
	}
	return 0
}

func hasSuffix(w, suffix []rune) bool {
	if len(w) < len(suffix) {
		return false
	}
	for i, r := range suffix {
		if w[len(w)-len(suffix)+i] != r {
			return false
		}
	}
	return true
}

// japaneseParticles may stand at the head of a run of hiragana after a noun.
var japaneseParticles = [][]rune{
	[]rune("から"), []rune("まで"), []rune("より"), []rune("には"), []rune("では"), []rune("とは"), []rune("への"), []rune("との"),
	[]rune("は"), []rune("が"), []rune("を"), []rune("に"), []rune("で"), []rune("と"), []rune("の"), []rune("も"), []rune("へ"), []rune("や"),
}

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
	for _, p := range japaneseParticles {
		n := len(p)
		if i+n > t.end {
			continue
		}
		same := true
		for k, r := range p {
			same = same && t.src[i+k] == r
		}
		// Followed by more hiragana it may be the head of a word (とても), unless that is a verb's or a name's start.
		if same && (p[0] == 'を' || !isHiragana(t.at(i+n))) {
			return n
		}
	}
	return 0
}

// chineseParticles are words of one character that end the word before them.
const chineseParticles = "的了和在与與是对對将將就于於等也并並及但而或被把向从從"

func (t *tokenizer) chinese(i int) int {
	j := i
	for j < t.end && j-i < maxToken && isHan(t.src[j]) && !isChineseParticle(t.src[j]) {
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

func isChineseParticle(r rune) bool {
	for _, p := range chineseParticles {
		if p == r {
			return true
		}
	}
	return false
}
