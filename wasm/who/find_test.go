package who_test

import (
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// read makes a document of paragraphs as they are, without stripping, so that tests say exactly what is read.
func read(paragraphs ...string) *text.Document {
	d := &text.Document{Language: "en"}
	for _, p := range paragraphs {
		from := len(d.Source)
		d.Source = append(d.Source, []rune(p)...)
		d.Blocks = append(d.Blocks, text.Block{Span: text.Span{Start: from, End: len(d.Source)}, Kind: text.Body})
		d.Source = append(d.Source, '\n', '\n')
	}
	text.Segment(d)
	return d
}

func date(t *testing.T, s string) when.Date {
	t.Helper()
	d, err := when.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// people lists "Name=form,form" for each person of an article.
func people(a *who.Article) string {
	var out []string
	for _, p := range a.People {
		out = append(out, p.Name+"="+strings.Join(p.Forms, ","))
	}
	return strings.Join(out, "; ")
}

func TestPeople(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nearest full name", "Kim Jung-han met his guest. Kim smiled.\nKim In-chul, a spokesman, said so. Kim added that it was fine.",
			"Kim Jung-han=Kim Jung-han,Kim; Kim In-chul=Kim In-chul,Kim"},
		{"title decides", "Foreign Minister Park Jin met lawmaker Park Hong-keun. Minister Park said no.", "Park Jin=Park Jin,Park; Park Hong-keun=Park Hong-keun"},
		{"title outranks distance", "Lawmaker Park Hong-keun met Foreign Minister Park Jin. Park Hong-keun left. Minister Park said no.", "Park Hong-keun=Park Hong-keun; Park Jin=Park Jin,Park"},
		{"spun full stop", "The group met with Prime Minister Fumio. Kishida despite opposition from some members of his ruling party.", "Fumio Kishida=Fumio. Kishida"},
		{"middle dot", "US Secretary of State John · Kerry stated that. Kerry left.", "John Kerry=John · Kerry,Kerry"},
		{"entity debris", "US President Barack & Middot; Obama visited. Obama left.", "Barack Obama=Barack & Middot; Obama,Obama"},
		{"both orders", "Prime Minister Suga Yoshihide took office. Yoshihide Suga said so.", "Suga Yoshihide=Suga Yoshihide,Yoshihide Suga"},
		{"hyphens and capitals", "President Park Geun-hye spoke. Park Geun-Hye left, and Park Geun Hye came.", "Park Geun-hye=Park Geun-hye,Park Geun-Hye,Park Geun Hye"},
		{"possessive", "Shigeki Takizaki's visit ended. Takizaki’s aide said so.", "Shigeki Takizaki=Shigeki Takizaki,Takizaki"},
		{"short before full", "Takizaki will come. Director-General Shigeki Takizaki said so.", "Shigeki Takizaki=Takizaki,Shigeki Takizaki"},
		{"abbreviated title", "A question by Sen. Bob Menendez followed. Menendez asked it.", "Bob Menendez=Bob Menendez,Menendez"},
		{"misread given name", "Takizaki Kigeki, Director-General, enters. Director Takizaki Shigeki left.", "Takizaki Kigeki=Takizaki Kigeki,Takizaki Shigeki"},
		{"surname only", "Territorial Issues Minister Yamamoto said no. It was Yamamoto’s day.", "Yamamoto=Yamamoto"},
		{"no people", "The Yasukuni Shrine, the Self-Defense Forces, Bamboo Island Day, the Liberal Democratic Party, the Korean Peninsula, Shimane Prefecture and the World Trade Organization were named on Monday in March.", ""},
		{"places that are names", "Michael Jordan met Denzel Washington in Jordan.", "Michael Jordan=Michael Jordan; Denzel Washington=Denzel Washington"},
		{"first names that are places", "Portuguese Vice Foreign Minister Sofia Brelmau met Orlando Vance in Sofia on Monday.", "Sofia Brelmau=Sofia Brelmau; Orlando Vance=Orlando Vance"},
		{"months that are names", "Theresa May resigned in May. May said so on Friday.", "Theresa May=Theresa May,May"},
		{"office of another", "Scott Boras, the agent for Mark Teixeira, said so. Boras smiled.", "Scott Boras=Scott Boras,Boras; Mark Teixeira=Mark Teixeira"},
		{"union", "Teamsters President Sean O’Brien met UPS chief executive Carol Tomé. O’Brien said the union won.", "Sean O’Brien=Sean O’Brien,O’Brien; Carol Tomé=Carol Tomé"},
		{"months that open names", "Cllr Jan Dekker met the Friends in January. May Fenwick chairs them. In May Dekker asked Fenwick back, and April Monroe came.",
			"Jan Dekker=Jan Dekker,Dekker; May Fenwick=May Fenwick,Fenwick; April Monroe=April Monroe"},
		{"months that close names", "It was settled by Assistant Foreign Minister Nie Jun on Monday Jun 5. Nie said so.", "Nie Jun=Nie Jun,Nie"},
		{"things that close names", "The Faroese minister, Høgni Dam, came to the dam. Fisheries Minister Høgni Dam said so, and Dam left.", "Høgni Dam=Høgni Dam,Dam"},
		{"portfolio of two words", "State Minister for Water Resources Rafiqul Haque led the delegation, and that of Delhi was headed by Minister of Jal Shakti Devendra Rathore.", "Rafiqul Haque=Rafiqul Haque; Devendra Rathore=Devendra Rathore"},
		{"many names in a clause", "Shri Rathore later called on Vice President Meenakshi Iyer and briefed her on the outcome.", "Rathore=Rathore; Meenakshi Iyer=Meenakshi Iyer"},
		{"streets", "They took the train from King's Cross and met at the department in Victoria Street.", ""},
		{"towns that are said of", "One manager in Wakefield told reporters that he had begun.", ""},
		{"full name below the short one", "Dela Rosa and his guest agreed. Foreign Secretary Enrique Dela Rosa spoke first.", "Enrique Dela Rosa=Dela Rosa,Enrique Dela Rosa"},
		{"bands and papers", "The indie band Orchard Row sued its label. It was like divorce, the drummer told Stereo Weekly.", ""},
		{"opponents at play", "They play the return leg on Thursday against Slavia Ostrava and would like to keep him.", ""},
		{"what bodies are stands before their names", "The union Terre Vive met bicycle maker Kessler Fahrradwerke and operator Citylink Westmoor. Opposition party Akel said so. The agent Jan Vos left.", "Jan Vos=Jan Vos"},
		{"hotels and museums", "Board chair Gordon MacPhee spoke at the Lord Fundy Hotel and in the Museum of Modern Art.", "Gordon MacPhee=Gordon MacPhee"},
		{"who is a person", "On Wednesday night Bartje Klaassen, who owns the club, came. Klaassen left.", "Bartje Klaassen=Bartje Klaassen,Klaassen"},
		{"who is called Mr", "On Wednesday night Bartje Claessens came. To Mr Claessens it was news.", "Bartje Claessens=Bartje Claessens,Claessens"},
		{"a name that ends as a body begins", "North Korean leader Kim Jong Un met his guest, UN envoy Anna Berg. Kim smiled.", "Kim Jong Un=Kim Jong Un,Kim; Anna Berg=Anna Berg"},
		{"a guild of those who have a title", "Talks with the striking Writers Guild of Norway and the Mayors Conference are to go on. Writers Guild members said so.", ""},
		{"one title for two", "Prime Ministers Ana Vik and Luis Paz met. Vik left.", "Ana Vik=Ana Vik,Vik; Luis Paz=Luis Paz"},
		{"first names put in", "The mandate given to President (Rosa Maria) Vikander was clear. Vikander smiled.", "Rosa Maria Vikander=Rosa Maria) Vikander,Vikander"},
		{"called by a short name", "Secretary of State Michael R. Orrick arrived. Mike Orrick left, said Senator Bill Orrick.", "Michael R. Orrick=Michael R. Orrick,Mike Orrick; Bill Orrick=Bill Orrick"},
		{"what somebody leads", "It was attended by Lars Moen and Hallam Roth Discovery CEO Ana Vik, and Morgan Stanley CEO Ted Berg.", "Lars Moen=Lars Moen; Ana Vik=Ana Vik; Ted Berg=Ted Berg"},
		{"parts of longer names", "The Alliance of Motion Picture and Television Producers signed a declaration on \"Friendly Relations and Good Neighbourliness\" on Friday.", ""},
		{"a name in capitals", "ANNA BERG-HOLM Finally Admits That She Met Ana Vik\nSenator Anna Berg-Holm met Ana Vik.", "Anna Berg-Holm=ANNA BERG-HOLM,Anna Berg-Holm; Ana Vik=Ana Vik"},
		{"of a country, with two first names", "Minister Anna Berg met Ethiopia's Tadele Worku Haile and Somalia's Abdi Nur Hirsi.", "Anna Berg=Anna Berg; Tadele Worku Haile=Tadele Worku Haile; Abdi Nur Hirsi=Abdi Nur Hirsi"},
		{"airports have names of people", "The two met at Oslo's Rosa Lima International Airport, and Ana Vik left from there.", "Ana Vik=Ana Vik"},
		{"verbs in title case", "Rector Ana Vik and Archbishop Paul Meet in Lund, Sign Pact\nArchbishop Paul met Ana Vik for the first time, and Vik said so.", "Ana Vik=Ana Vik,Vik; Paul=Paul"},
		{"a verb behind a surname in title case", "Kenyan Leader Vik, Bergstad Meet\nPresident Ana Vik met Omar Bergstad. Vik smiled at Bergstad.", "Ana Vik=Vik,Ana Vik; Omar Bergstad=Bergstad,Omar Bergstad"},
		{"shows have names of people", "Minister Ana Vik spoke of it on the Omar Diarra Show.", "Ana Vik=Ana Vik"},
		{"a cardinal", "Cardinal Kurt Hesse and Archbishop Ana Vik of the Council for Christian Unity came. Hesse left.", "Kurt Hesse=Kurt Hesse,Hesse; Ana Vik=Ana Vik"},
		{"styles and firms", "His Holiness Cosmas met Her Excellency Ana Vik at Harald Lindwood Co. on Monday. Cosmas smiled.", "Cosmas=Cosmas; Ana Vik=Ana Vik"},
		{"a surname in capitals", "Mr. BERGSTAD Anna, Prime Minister of Norway, met Foreign Minister Luis PASCOAL and Chairman ECOWAS Omar Diarra. Prime Minister Bergstad thanked Minister Pascoal.", "Bergstad Anna=BERGSTAD Anna,Bergstad; Luis Pascoal=Luis PASCOAL,Pascoal; Omar Diarra=Omar Diarra"},
		{"one surname, written in two ways", "President Bortnytsky came on Monday. Ivan Bortnytskyi met the mayor, and President Bortnytsky left.", "Ivan Bortnytskyi=Bortnytsky,Ivan Bortnytskyi"},
		{"what has a thing behind it", "They praised their Special and Cordial Strategic Partnership, and a Department of Health and Family Care official agreed.", ""},
		{"posts that are adjectives", "The strike stopped major Lindwood studios, and the All-Star Weekend was called off. They met at the Prime Minister's Official Residence.", ""},
		{"a verb behind a name in a headline", "Prime Minister Holmberg Departs Lund for Talks\nPrime Minister Erik Holmberg left on Sunday.", "Erik Holmberg=Holmberg,Erik Holmberg"},
		{"title case", "Esther Williams Dies at 91 After Long Illness\nThe family of Esther Williams said she was ill.", "Esther Williams=Esther Williams"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := who.Find(read(strings.Split(c.text, "\n")...), nil, when.Date{})
			if got := people(a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ text, title, level, country string }{
		{"South Korean Ambassador to Japan Li Bingqi spoke.", "South Korean Ambassador to Japan", "ambassador", "KR"},
		{"Economy, Trade and Industry Minister Koichi Hagiuda spoke.", "Economy, Trade and Industry Minister", "minister", ""},
		{"Japan’s Prime Minister Shinzo Abe spoke.", "Japan’s Prime Minister", "head", "JP"},
		{"David Stilwell, the U.S. assistant secretary of state for East Asian and Pacific affairs, said so.", "U.S. assistant secretary of state for East Asian and Pacific affairs", "director-general", "US"},
		{"The Japanese Foreign Ministry’s Deputy Minister Akitaka Saiki spoke.", "Japanese Foreign Ministry’s Deputy Minister", "vice-minister", "JP"},
		{"Junichi Ihara, head of the Asian and Oceanian affairs bureau at the Japanese foreign ministry, spoke.", "head of the Asian and Oceanian affairs bureau at the Japanese foreign ministry", "director-general", "JP"},
		{"She spoke to Norwegian Minister Anna Berg.", "Norwegian Minister", "minister", "NO"},
		{"Saudi Energy Minister Prince Faris bin Nayef spoke.", "Saudi Energy Minister Prince", "minister", "SA"},
		{"FM Berg spoke.", "FM", "minister", ""},
		{"It was union president Shawn Fain.", "union president", "leader", ""},
		{"Then coach Pete Carroll spoke.", "coach", "sport", ""},
	} {
		a := who.Find(read(c.text), nil, when.Date{})
		if len(a.Mentions) == 0 {
			t.Errorf("%s: nobody found", c.text)
			continue
		}
		if m := a.Mentions[0]; m.Title != c.title || m.Level != c.level || m.Country != c.country {
			t.Errorf("%s: got %q %q %q", c.text, m.Title, m.Level, m.Country)
		}
	}
}

// The registry's forms mean a person only with their cues and within their dates.
func TestRegistryForms(t *testing.T) {
	k := &know.Base{People: []know.Person{
		{ID: "cho-tai-young", Name: "Cho Tai-young", Country: "KR", Forms: []know.Form{{Text: "Zhao Taiyong"}}},
		{ID: "cho-tae-yong", Name: "Cho Tae-yong", Country: "KR", Forms: []know.Form{{Text: "Zhao Taiyong", Cues: []string{"six-party"}}}},
		{ID: "fumio-kishida", Name: "Fumio Kishida", Country: "JP", Forms: []know.Form{{Text: "Kanda", From: "2012-12", To: "2017-08"}},
			Roles: []know.Role{{Title: "Minister for Foreign Affairs", Level: "minister", From: "2012-12-26", To: "2017-08-03"}, {Title: "Prime Minister", Level: "head", From: "2021-10-04"}}},
	}}
	d := read("Spokesman Zhao Taiyong said so.", "The head of the Six-Party Talks, Zhao Taiyong, came.", "Zhao Taiyong said that Kanda’s appeal was heard.")
	a := who.Find(d, k, date(t, "2014-02-19"))
	var ids []string
	for _, m := range a.Mentions {
		ids = append(ids, a.People[m.Person].ID)
	}
	if got := strings.Join(ids, " "); got != "cho-tai-young cho-tae-yong cho-tai-young fumio-kishida" {
		t.Errorf("got %s", got)
	}
	for _, p := range a.People {
		if p.ID == "fumio-kishida" && p.Level != "minister" {
			t.Errorf("in 2014 Kishida is %s", p.Level)
		}
	}
	a = who.Find(d, k, date(t, "2022-04-25"))
	for _, p := range a.People {
		if p.ID == "fumio-kishida" {
			t.Error("in 2022 Kanda is nobody")
		}
	}
}

func TestBodiesAndPlaces(t *testing.T) {
	d := read("Seoul said South Korea's foreign ministry met the Japanese side in Tokyo.",
		"The ministry spoke at the Foreign Ministry in Seoul, and Kerry came to The Hague, the Netherlands.",
		"He visited Japan and South Korea. The Korean Peninsula is no actor, the White House is.",
		"United Auto Workers struck; the UAW said so, as Yonhap news agency reported.")
	a := who.Find(d, nil, when.Date{})
	var bodies, places []string
	for _, b := range a.Bodies {
		bodies = append(bodies, b.Form+"="+b.Name+"/"+b.Country+"/"+b.Kind)
	}
	for _, p := range a.Places {
		places = append(places, p.Name+"/"+p.Country)
	}
	for _, want := range []string{"Seoul=South Korea/KR/country", "South Korea's foreign ministry=South Korea's foreign ministry/KR/ministry", "Japanese side=Japan/JP/country",
		"ministry=South Korea's foreign ministry/KR/ministry", "White House=White House/US/government", "UAW=United Auto Workers//organisation", "Yonhap news agency=Yonhap news agency//outlet"} {
		if !has(bodies, want) {
			t.Errorf("no body %s in %q", want, bodies)
		}
	}
	for _, want := range []string{"Tokyo/JP", "Foreign Ministry, Seoul/KR", "The Hague, Netherlands/NL", "Japan/JP", "South Korea/KR"} {
		if !has(places, want) {
			t.Errorf("no place %s in %q", want, places)
		}
	}
	for _, b := range bodies {
		if strings.Contains(b, "Peninsula") || strings.HasPrefix(b, "Tokyo") {
			t.Errorf("%s is no actor here", b)
		}
	}
}

func has(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

func TestVoices(t *testing.T) {
	d := read("Japanese Foreign Minister Fumio Kishida said he hopes to meet. He added that “it is not decided.”",
		"“Korea is important. It is near. Taro Kono said that Tokyo agreed.",
		"A South Korean official told reporters that talks went well. The official added it was short, according to Kyodo News.",
		"“We want peace,” said Nobuo Kishi, the defense minister, and stressed its worth.",
		"They discussed the so-called “comfort women” issue.",
		"Kyodo News reported that Oslo proposed a meeting of the two ministers in June this year.")
	a := who.Find(d, nil, when.Date{})
	var got []string
	for _, u := range a.Utterances {
		s := u.Verb + "=" + u.Speaker
		if u.Direct {
			s = "“" + d.Slice(u.Span) + "”=" + u.Speaker
		}
		got = append(got, s)
		if u.Person >= 0 && a.People[u.Person].Name != u.Speaker {
			t.Errorf("%s is linked to %s", s, a.People[u.Person].Name)
		}
	}
	for _, want := range []string{"said=Fumio Kishida", "added=Fumio Kishida", "“it is not decided.”=Fumio Kishida", "“Korea is important. It is near.”=Taro Kono", "said=Taro Kono",
		"told=South Korean official", "added=South Korean official", "according to=Kyodo News", "“We want peace,”=Nobuo Kishi", "said=Nobuo Kishi"} {
		if !has(got, want) {
			t.Errorf("no %s in %q", want, got)
		}
	}
	for _, g := range got {
		if strings.HasPrefix(g, "proposed=") {
			t.Error("what somebody reports that others proposed is in the voice of those others")
		}
		if strings.Contains(g, "comfort") {
			t.Errorf("a quoted term is nobody's voice: %s", g)
		}
	}
}

// Across articles a name is one person's only when nothing speaks against it.
func TestLink(t *testing.T) {
	find := func(s string) *who.Article { return who.Find(read(s), nil, when.Date{}) }
	arts := []*who.Article{
		find("South Korean director-general Kim Jeong-han spoke. He left."),
		find("Kim Jung-han, South Korea's director-general, spoke."),
		find("Japanese Prime Minister Suga Yoshihide spoke."),
		find("Prime Minister Yoshihide Suga spoke."),
		find("British actor John Smith spoke."),
		find("U.S. Senator John Smith spoke."),
		find("Spokesman Kim spoke."),
	}
	all := who.Link(arts, nil)
	id := func(n int) string { return arts[n].People[0].ID }
	if id(0) != id(1) {
		t.Errorf("%s and %s are one man in two romanisations", id(0), id(1))
	}
	if id(2) != id(3) {
		t.Errorf("%s and %s are one man in two orders", id(2), id(3))
	}
	if id(4) == id(5) {
		t.Errorf("%s is two men", id(4))
	}
	if id(6) == id(0) {
		t.Error("a bare surname is nobody of another article")
	}
	for i := 1; i < len(all); i++ {
		if all[i-1].ID >= all[i].ID {
			t.Errorf("ids %s, %s are not in order", all[i-1].ID, all[i].ID)
		}
	}
}

// Whatever the text, spans lie in it, lists are in order, and two runs agree.
func FuzzFind(f *testing.F) {
	f.Add("Kim Jung-han, “the” U.S. & Middot; Obama · said. - ’s of the")
	f.Add("According to")
	f.Add("the ministry of\n\nof and, said Ministry of ,and")
	f.Add("‘Industry. “A” said Mr. B. C-d’s -e")
	f.Fuzz(func(t *testing.T, s string) {
		d := read(strings.Split(s, "\n\n")...)
		a := who.Find(d, nil, when.Date{})
		last := 0
		for _, m := range a.Mentions {
			if m.Start < last || m.End > len(d.Source) || m.Start >= m.End || d.Slice(m.Span) != m.Form || m.Person >= len(a.People) {
				t.Fatalf("mention %+v", m)
			}
			last = m.Start
		}
		for _, b := range a.Bodies {
			if d.Slice(b.Span) != b.Form {
				t.Fatalf("body %+v", b)
			}
		}
		for _, u := range a.Utterances {
			if u.Start >= u.End || u.End > len(d.Source) || u.Passage >= len(d.Passages) {
				t.Fatalf("utterance %+v", u)
			}
		}
	})
}

// TestLinkByEvent gives a common surname to the one who has it in the articles on the same event, and to nobody where two have it.
func TestLinkByEvent(t *testing.T) {
	find := func(s string) *who.Article { return who.Find(read(s), nil, when.Date{}) }
	arts := []*who.Article{
		find("South Korean director-general Kim Jung-han spoke. He left."),
		find("Spokesman Kim spoke."),
		find("Spokesman Kim spoke."),
		find("Lawmaker Kim Sang-hee spoke."),
	}
	id := func(n int) string { return arts[n].People[0].ID }
	who.Link(arts, []int{0, 0, 1, -1})
	if id(1) != id(0) {
		t.Errorf("Kim is %s, not %s of the same event", id(1), id(0))
	}
	if id(2) == id(0) || id(2) == id(3) {
		t.Errorf("Kim of another event is %s", id(2))
	}
	who.Link(arts, []int{0, 0, 1, 0})
	if id(1) == id(0) || id(1) == id(3) {
		t.Errorf("Kim is %s where two of the event have the name", id(1))
	}
}

// TestLinkByLetter takes one full name in the articles on one event for one person, whatever posts and countries they give.
func TestLinkByLetter(t *testing.T) {
	find := func(s string) *who.Article { return who.Find(read(s), nil, when.Date{}) }
	arts := []*who.Article{find("Finnish President Mauno Teixeira spoke."), find("Police Commissioner Mauno Teixeira spoke."), find("Police Commissioner Mauno Teixeira of Chile spoke."), find("Chilean Police Commissioner Mauno Teixeira spoke.")}
	who.Link(arts, []int{0, 0, 0, 1})
	id := func(n int) string { return arts[n].People[0].ID }
	if id(0) != id(1) || id(1) != id(2) || id(3) == id(0) {
		t.Errorf("one event: %s, %s, %s; another: %s", id(0), id(1), id(2), id(3))
	}
}

// TestOneCountryEach: of two countries before two names each has its own.
func TestOneCountryEach(t *testing.T) {
	a := who.Find(read("She met her Finnish and Danish counterparts, Eero Salo and Kari Lund."), nil, when.Date{})
	if len(a.People) != 2 || a.People[0].Country != "FI" || a.People[1].Country == "FI" {
		t.Errorf("%+v", a.People)
	}
}

// TestGreekCypriot: a people of two words is one country's.
func TestGreekCypriot(t *testing.T) {
	a := who.Find(read("Greek Cypriot leader Andreas Petrou met Turkish Cypriot leader Mehmet Aksoy."), nil, when.Date{})
	for _, p := range a.People {
		if p.Country != "CY" {
			t.Errorf("%s is of %q", p.Name, p.Country)
		}
	}
}

// TestLinkInitial takes "Y. Belkadi" for the one of that surname and letter in the articles on the same event.
func TestLinkInitial(t *testing.T) {
	find := func(s string) *who.Article { return who.Find(read(s), nil, when.Date{}) }
	arts := []*who.Article{find("Minister Y. Belkadi spoke."), find("Minister Youssef Belkadi spoke."), find("Minister K. Belkadi spoke.")}
	who.Link(arts, []int{0, 0, 0})
	id := func(n int) string { return arts[n].People[0].ID }
	if id(0) != id(1) || id(2) == id(1) {
		t.Errorf("Y. is %s, Youssef %s, K. %s", id(0), id(1), id(2))
	}
}

// TestLinkSpelling takes names of one sound for one person in the articles on one event, or of one post of one country, unless one article has
// both.
func TestLinkSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		event []int
		same  bool
	}{
		{"Armenian Prime Minister Tigran Sarkisyan spoke.", "Armenian Prime Minister Tigran Sarkissian spoke.", nil, true},
		{"Tigran Sarkisyan, the minister, spoke.", "Prime Minister Tigran Sarkissian spoke.", []int{0, 0}, false},
		{"President Mahmoud Farmaajo spoke.", "President Mahmud Abdullahi Farmajo spoke.", []int{0, 0}, true},
		{"President Mahmoud Farmaajo spoke.", "President Mahmud Abdullahi Farmajo spoke.", []int{0, 1}, false},
		{"Armenian Prime Minister Tigran Sarkisyan spoke. Armenian Prime Minister Tigran Sarkissian spoke.", "Nobody spoke.", nil, false},
		{"Minister Ahmed Moallim Fiqi spoke.", "Minister Moallim Fiqi spoke.", []int{0, 0}, true},
		{"Turkish President Ahmet Cemal Korkmaz spoke.", "Turkish President Cemal Korkmaz spoke.", nil, true},
		{"Turkish President Ahmet Cemal Korkmaz spoke.", "Where Cemal Korkmaz was, he spoke.", nil, true},
		{"Turkish President Ahmet Cemal Korkmaz spoke.", "Actor Cemal Korkmaz spoke.", nil, false},
		{"Ethiopian Foreign Minister Tadele Atske Haile spoke.", "His Ethiopian counterpart Tadele Asge Haile spoke.", nil, true},
	} {
		var arts []*who.Article
		for _, s := range []string{c.a, c.b} {
			arts = append(arts, who.Find(read(s), nil, when.Date{}))
		}
		if got := len(who.Link(arts, c.event)) == 1; got != c.same {
			t.Errorf("%q and %q are one: %v", c.a, c.b, got)
		}
	}
}

// TestLinkName calls people as most articles do.
func TestLinkName(t *testing.T) {
	var arts []*who.Article
	for _, s := range []string{"Turkish President Cemal Korkmaz spoke.", "Turkish President Ahmet Cemal Korkmaz spoke.", "Ahmet Cemal Korkmaz, the president of Turkey, spoke.", "President Korkmaz spoke.", "President Korkmaz spoke.", "President Korkmaz left."} {
		arts = append(arts, who.Find(read(s), nil, when.Date{}))
	}
	if all := who.Link(arts, []int{0, 0, 0, 0, 0, 0}); len(all) != 1 || all[0].Name != "Ahmet Cemal Korkmaz" || all[0].ID != "ahmet-cemal-korkmaz" {
		t.Errorf("got %+v", all)
	}
}

// TestVoicesOfReplies: who answers speaks, a visit is no speech, and whom the sentence before only met or named speaks not next.
func TestVoicesOfReplies(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"Anna Berg asked Eero Salo to lift the ban. Salo answered that it protected the herring. He called for patience.", "asked=Anna Berg answered=Eero Salo called=Eero Salo"},
		{"Anna Berg, meeting Eero Salo in Oslo, smiled. He urged her to sign.", "urged=Anna Berg"},
		{"Anna Berg did not name Eero Salo but said that the law had been broken.", "said=Anna Berg"},
		{"Foreign Minister Anna Berg met Norwegian President Eero Salo. The minister said that it was short. The Norwegian president added that it was long.", "said=Anna Berg added=Eero Salo"},
		{"Anna Berg left, according to government sources.", "according to=government sources"},
		{"Senator Anna Berg called on the president of Peru in Lima.", ""},
	} {
		a := who.Find(read(c.source), nil, when.Date{})
		var got []string
		for _, u := range a.Utterances {
			got = append(got, u.Verb+"="+u.Speaker)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.source, s, c.want)
		}
	}
}

// TestLinkNamesakes: who may be two stays two.
func TestLinkNamesakes(t *testing.T) {
	for _, c := range []struct {
		why  string
		a, b who.Person
		want int
	}{
		{"a rare surname", who.Person{Name: "Dana Orrick"}, who.Person{Name: "Orrick"}, 1},
		{"a surname so short that many have it", who.Person{Name: "Dana Orr"}, who.Person{Name: "Orr"}, 2},
		{"a minister and a player", who.Person{Name: "Milo Dvorsky", Level: "minister"}, who.Person{Name: "Milo Dvorsky", Level: "sport"}, 2},
		{"a minister who was a judge", who.Person{Name: "Milo Dvorsky", Level: "minister"}, who.Person{Name: "Milo Dvorsky", Level: "judge"}, 1},
		{"of two countries", who.Person{Name: "Milo Dvorsky", Country: "CZ"}, who.Person{Name: "Milo Dvorsky", Country: "SK"}, 2},
	} {
		c.a.Forms, c.b.Forms = []string{c.a.Name}, []string{c.b.Name}
		if got := len(who.Link([]*who.Article{{People: []who.Person{c.a}}, {People: []who.Person{c.b}}}, nil)); got != c.want {
			t.Errorf("%s: %d people, want %d", c.why, got, c.want)
		}
	}
}

// TestBareCredit: who took a picture is nobody of the article, unless words say what he did for it.
func TestBareCredit(t *testing.T) {
	page := "Nurses of Lund go back to the table\n\nThe nurses of Lund will go back to the table next week, their union said on Tuesday.\n\nPorters walk past the gate of the hospital. CREDIT\n\nThe contract ends in June, and the board of the hospital holds that it was a good one.\n"
	for credit, want := range map[string]int{"(Lund Post/Dan Ruiz)": 0, "(Ann Lee/Getty Images)": 0, "Photo by Dan Ruiz": 1} {
		if a := who.Find(text.New(strings.Replace(page, "CREDIT", credit, 1), "en", ""), nil, when.Date{}); len(a.People) != want {
			t.Errorf("%s: %v, want %d people", credit, a.People, want)
		}
	}
}
