package text

// Language guesses the language of a text by its script: "ko", "ja", "zh", or else "en". A page in English may have
// Korean menus, so each script must reach a share of all letters. The shares are guesses; no mixed page seen so far
// comes near them.
func Language(source []rune) string {
	var letters, hangul, kana, han int
	for _, r := range source {
		switch {
		case isHangul(r):
			hangul++
		case isHiragana(r) || isKatakana(r):
			kana++
		case isHan(r):
			han++
		case !isLetter(r):
			continue
		}
		letters++
	}
	wide := hangul + kana + han
	switch {
	case wide*5 < letters || wide == 0: // under a fifth
		return "en"
	case hangul*2 >= wide:
		return "ko"
	case kana*10 >= wide: // Japanese is a third kana or more; Chinese has none
		return "ja"
	default:
		return "zh"
	}
}
