package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSentences: a bar stands where a sentence ends.
func TestSentences(t *testing.T) {
	for _, s := range []string{
		`He left on Sept. 9. | She came on Aug. 29 with Sen. Bob Menendez and Dr. Kim.`,
		`The U.S. Secretary of State met him. | They spoke in the U.S. | The talks went well.`,
		`It began at 10 a.m. and ended at 2 p.m. | No date was set.`,
		`Acme Inc. Chairman Lee spoke. | He works for Acme Inc. | He said so.`,
		`“We met. | We agreed on 3.5 percent.” | He left.`,
		`“Will you come?” she asked. | He did not say.`,
		`"Why not?" Kim asked. | Nobody knew.`,
		`"We will see!" | Kim left the room an hour later.`,
		`Prime Minister Fumio. Kishida despite opposition from some members of his party, people said.`,
		`He met President Moon. | Kishida said so.`,
		`said Chung, chief. of the delegation and head of the Assembly. , told reporters.`,
		`since the start of this year. .`,
		`It is between the departments. “Routine communication”.`,
		`They accused Seoul of interfering. Reason and common sense.`,
		`according to a Defense statement. Ministry officer.`,
		`They met. | It is so. | Nobody denies that.`,
		`Trains stood still until 10 p.m. | Passengers slept in the hall.`,
		`It began at 8:30 p. m. | Neighbours heard it.`,
		`At 5 a.m. Ms. Okoro rose. | They will speak at 9 p.m. Monday and at 10 a.m. Lagos time.`,
		`That was not enough. | Workers now get 57 percent.`,
		`The law was cut down. | Companies speak of a disaster. | Talks with the council follow. | Never again. | Next vote: May 3.`,
		`He lives in the U.S.A. now. | She lives in the U.K. | Nobody minds. | The U.K. Treasury paid.`,
		`See p. 12 and fig. 3 in vol. 2. | It cost approx. 40 euros.`,
		`In case No. 7 and case no. 8 the court said no. | 15 people left.`,
		`The F. B. I. and the D. A. were there. | So were Ann P. Lowe and P. J. Katz.`,
		`They chose plan B. | Companies agreed. | It is between you and I. | Ian I. Boyd knows.`,
		`She came from Camden (N.J.) High School. | He came from Trenton (N.J.). | They met.`,
		`The firm, in Fresno, Calif.-based, failed. | Its rate was 3.5 percent.`,
		`1. The price stays. | 2. The date moves.`,
		`a.) The price stays.`,
		`He turned to her. . . . | Then he left. | It was ... well ... late. | We waited.... | Nobody came.`,
		`We waited... | We're late... | That's all. | It rose in... Geneva.`,
		`He cried, ‘ Stop! ’ | They ran. | She said, 'It is over. ' | Nobody believed it.`,
		`“Where to?” Deputy Trade Minister Kofi Boateng asked. | Does it help? | Ministers could not say.`,
		`They lend the? 22 billion and a. 38 calibre. | It had a share of (. 53).`,
		`Write to a.b@example.com. | See https://example.com/a.b?c=1. | It is free!! | Is it?! | Yes.`,
		`The council sits at 12 Oak St. | She knows St. Mary and Msgr. Ruiz.`,
		`Relations are poor.|The two want talks. | The page www.example.com has more.`,
		`He paused ... and went on. | No. 3 left.`,
		`George W. Bush and J. Kerry agreed on plan B. | The plan works.`,
		`会談は24日に行われた。|「受け入れられない。変わらない。」と述べた。|終わり。`,
		`김 국장은 "일본이 바뀌어야 한다. | 그렇다."라고 말했다. | 회담은 끝났다.`,
		`两国同意继续对话。|会谈持续两小时！|完。`,
	} {
		var want []string
		for _, p := range strings.Split(s, "|") {
			want = append(want, strings.TrimSpace(p))
		}
		src := []rune(strings.ReplaceAll(strings.ReplaceAll(s, " |", ""), "|", ""))
		var got []string
		for _, p := range sentences(src, Block{Span: Span{0, len(src)}, Kind: Body}) {
			got = append(got, string(src[p.Start:p.End]))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s\n%s", s, d)
		}
	}
}

// TestClauses: a bar stands where a clause ends; most of the sentences must stay whole.
func TestClauses(t *testing.T) {
	for _, s := range []string{
		`Kim explained the position of Seoul | and again demanded that Tokyo withdraw the curbs.`,
		`Kim met the minister on Friday, | and the two agreed to meet again in Tokyo.`,
		`Kim raised the issue of labor, | called for talks on trade | and urged Tokyo to show sincerity.`,
		`Seoul denied the reports on the 16th | and reiterated that it had not spoken with Tokyo, Yonhap said.`,
		`He said that the visit was only a courtesy; | the ambassador came to Seoul to attend a meeting.`,
		`Tokyo said the treaty had settled the matter, | but Seoul rejected the claim.`,
		`Hayashi said the two should develop ties | and he expects Yoon to show leadership.`,
		`The official said that the situation is grave | and that the directors would pool their wisdom.`,
		`Tokyo explained its view, | while Seoul repeated the demand for an apology.`,
		// whole
		`He said, "Kim explained the position, and Takizaki gave the answer of Tokyo to it."`,
		`He answered Sen. Bob Menendez, who voiced concern over the ties and asked about the role of Washington.`,
		`The delegation met Nobuo Kishi, who said he would keep in touch and stressed the importance of cooperation.`,
		`Kim and Takizaki discussed trade, labor, and the water of Fukushima.`,
		`He pledged to work with Japan, the United States, and South Korea in the region.`,
		`He said Japan, the United States, and South Korea will work together.`,
		`Both sides agreed to maintain communication on nuclear and related issues.`,
		`The two are expected to head to New York and meet with Takizaki.`,
		`Yoon, who is focused on ties, and Kishida agreed to meet.`,
		`The talks held in Seoul and the measures announced in Tokyo are two matters.`,
		`When Kim met Kanasugi and told him of the plan, nobody else was in the room.`,
		`President Barack & Middot; Obama visited the two countries in April.`,
		`“We met him. And we asked him to leave the room,” Kim said.`,
		`It was planned and carried out.`,
	} {
		var want []string
		for _, p := range strings.Split(s, "|") {
			want = append(want, strings.TrimSpace(p))
		}
		src := []rune(strings.ReplaceAll(s, " |", ""))
		d := &Document{Source: src, Language: "en", Blocks: []Block{{Span: Span{0, len(src)}, Kind: Body}}}
		if strings.HasPrefix(s, "“We met him. ") {
			want = []string{"“We met him.", "And we asked him to leave the room,” Kim said."}
		}
		Segment(d)
		check(t, d)
		var got []string
		for _, p := range d.Passages {
			got = append(got, d.Slice(p.Span))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s\n%s", s, d)
		}
	}
}

// TestBlocksAreBounds: no sentence reaches from one paragraph into the next, and headlines stay whole.
func TestBlocksAreBounds(t *testing.T) {
	d := New("Talks end... \"No progress. None\"\n\nThe ministers met in Seoul on Thursday and said after two hours that they would go on with the work of the group until the summit in May and then\n\ntalking in the week after that, the ministry told reporters later.", "", "")
	check(t, d)
	var got []string
	for _, p := range d.Passages {
		got = append(got, string(p.Kind)+": "+d.Slice(p.Span))
	}
	want := []string{"headline: Talks end... \"No progress. None\"", "body: talking in the week after that, the ministry told reporters later."}
	if len(got) < 3 || got[0] != want[0] || got[len(got)-1] != want[1] {
		t.Errorf("%q", got)
	}
}
