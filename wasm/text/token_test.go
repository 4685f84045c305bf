package text

import (
	"strings"
	"testing"
)

// TestTokenize: tokens between bars, particles behind a plus.
func TestTokenize(t *testing.T) {
	for s, want := range map[string]string{
		"Yoon Suk-yeol's Korea-Japan talks":                "Yoon|Suk-yeol's|Korea|-|Japan|talks",
		"director-general President-elect 1910-45":         "director-general|President-elect|1910-45",
		"$1,200.50 18th 50-minute 10% 11:52PM 2019-08-29.": "$1,200.50|18th|50-minute|10%|11:52PM|2019-08-29|.",
		"the U.S. and U.N. at 2 p.m. today":                "the|U.S.|and|U.N.|at|2|p.m.|today",
		"don’t “ask” -- ... AT&T":                          "don’t|“|ask|”|--|...|AT&T",
		"the ministers’ talks":                             "the|ministers|’|talks",
		"회담은 서울에서 열렸다. 협의 국장이":                             "회담|+은|서울|+에서|열렸다|.|협의|국장|+이",
		"강제징용 문제를 논의 한일협의":                                 "강제징용|문제|+를|논의|한일협의",
		"日韓両政府は29日、ソウルで協議を開いた。":                            "日韓両政府|+は|29|日|、|ソウル|+で|協議|+を|開いた|。",
		"两国外长在首尔会谈":                                        "两国外长|在|首尔会谈",
		"日本外务省局长说的":                                        "日|本|外|务|省|局|长|说|的",
		"Café and Tōkyō":                                   "Café|and|Tōkyō",
		"":                                                 "",
	} {
		src := []rune(s)
		var got []string
		for _, k := range Tokenize(src, Span{0, len(src)}) {
			if k.Particle {
				if k.Word {
					t.Errorf("%q is particle and word", k.Text)
				}
				k.Text = "+" + k.Text
			}
			got = append(got, k.Text)
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s\n got %s\nwant %s", s, g, want)
		}
	}
}

func TestTokenFields(t *testing.T) {
	src := []rune("Yoon’s Meetings were in 1,200 TOWNS of the U.S.")
	var got []string
	for _, k := range Tokenize(src, Span{0, len(src)}) {
		u := ""
		if k.Upper {
			u = "^"
		}
		got = append(got, u+k.Norm+"/"+k.Stem)
	}
	want := "^yoon/yoon ^meetings/meet were/were in/in 1200/1200 ^towns/town of/of the/the ^u.s./u.s."
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got %s", g)
	}
	// Another language has no stems of English.
	d := New("Minister treffen sich\n\nDie Minister haben sich in den Sitzungen am Montag in Berlin getroffen.", "de", "")
	for _, p := range d.Passages {
		for _, k := range p.Tokens {
			if k.Stem != k.Norm {
				t.Errorf("%q has the stem %q", k.Text, k.Stem)
			}
		}
	}
}

// TestSpanInside: a span inside a longer source reads nothing beyond it.
func TestSpanInside(t *testing.T) {
	src := []rune("abc U.S. 12,345 회담은")
	for i := 0; i <= len(src); i++ {
		for j := i; j <= len(src); j++ {
			for _, k := range Tokenize(src, Span{i, j}) {
				if k.Start < i || k.End > j {
					t.Fatalf("token %v of span %d %d", k.Span, i, j)
				}
			}
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Tōkyō": "tokyo", "Ｔｏｋｙｏ　２": "tokyo 2", "the  U.S.\n": "the u.s.", "US": "u.s.", "U.S": "u.s.", "USA": "usa", "us": "us", "U.N.": "un", "UN": "un", "p.m.": "pm",
		"Abe’s “visit” — now": "abe \"visit\" - now", "Yoon's": "yoon", "Yoon’s visit": "yoon visit", "1,200": "1200", "1,2": "1,2", "12,345,678": "12345678",
		"\u1112\u1161\u11ab\u1100\u116e\u11a8": "한국", "cafe\u0301": "cafe", "": "", " ": "", "The U.S. Secretary": "the u.s. secretary", "straße": "strasse",
	} {
		got := Fold(s)
		if got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q", got, again)
		}
	}
}

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"": "en", "12": "en", "The talks were held.": "en", "본문 바로가기 The talks were held in Seoul on Thursday, the ministry said.": "en",
		"회담은 서울에서 열렸다": "ko", "協議を開いた": "ja", "两国同意继续对话": "zh", "日韓両政府は協議を開いた。Yoon": "ja",
	} {
		if got := Language([]rune(s)); got != want {
			t.Errorf("Language(%q) = %q, want %q", s, got, want)
		}
	}
}
