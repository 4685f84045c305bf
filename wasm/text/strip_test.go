package text

import (
	"strings"
	"testing"
)

// Pages as other outlets have them, in our own words. Each line begins with what it is: H headline, D deck, S subhead,
// C caption, B body, - nothing; a line that begins with > goes on with the paragraph above.
var pages = map[string]string{
	"what stands under pictures, with and without its maker": `
-File - Nurses and porters hold a vigil outside the town hospital in Lund, Monday, May 6, 2024, as talks go on. The talks broke down.
-Nurses hold a vigil outside the town hospital in Lund.
-Nurses hold a vigil outside the town hospital in Lund.
-Tom Hall - staff, ASSOCIATED PRESS
HNurses of Lund go back to the table
CRuth Oye, union chair
CRuth Oye, who is the chair of the union in Lund, speaks during a rally in the town square on Wednesday, May 1, 2024.
-Anna Berg | Bloomberg | Getty Images
BThe nurses of Lund will go back to the table next week, their union said on Tuesday, after a pause of two weeks.
CPorters walk past the gate of the hospital.
-Ann Lee via PA Wire
B"We hold to what we have asked for," Oye said on Tuesday, "and we look forward to the day on which it is signed."
CTom Bo, the mediator, at the gate (Kim Olin/Getty Images)
BThe contract was signed on May 3, 2021 and ends in June, and the board holds that it was a good one.
BBo met both sides (Reuters).
-This text is for your own non-commercial use only.
`,
	"no headline, and a picture with its maker within the line": `
-The gate of the works in Lund (Photo by Kim Olin/Alamy) Alamy
BThe dockers of Lund have reached a tentative deal with the harbour board, their union said on Tuesday, after a strike of two weeks.
BIts members vote on the deal next week, and the harbour works again from Thursday.
`,
	"a headline of those who hold talks, above a picture": `
HHarbour Board, Dockers Hold First Talks in Lund
-Pool via REUTERS
CThe chair of the harbour board, Ruth Oye, shakes hands with the head of the dockers before the talks in Lund, May 6, 2024.
BThe harbour board and the dockers of Lund have held talks for the first time since the strike began, and both called them useful.
`,
	"agencies and names where the headline is missing": `
-Coast News Service
-Ruth Oye
-Lund, March 20
BThe harbour board and the dockers of Lund have held talks for the first time since the strike began, and both called them useful.
BThey will meet again on Friday, the chairman of the board said.
`,
	"a kicker and points above the text": `
-Harbour strike
HBoard of Lund and its dockers go back to the table
-Highlights
-- The board met on Monday
BThe harbour board and the dockers of Lund have met for the first time since the strike began, and both called the talks useful.
-Photo by Hafenverwaltungsgesellschaft der Hansestadt und ihrer Nachbargemeinden on Picturebox / CC BY 4.0
BThey will meet again on Friday, the chairman of the board said.
-{{#rendered}} {{/rendered}}
BThe dockers want a tenth more, and the board holds that it cannot pay so much.
-1. larsholm - May 6, 2024 at 8:15 PM
-Well, nobody left in a huff this time, and that is a step in the right direction for all of us here.
`,
	"a headline of whole sentences below a date and its button": `
-Thursday, Nov 21 2024 Donate
HThe deans of Lund met the mayor yesterday. Here is what they said.
-(Tom Hall/Getty Images)
BThe deans of Lund met the mayor at the town hall on Wednesday and talked of a number of things, their office confirmed.
BThey will meet again on Friday, the office said, and then the bishop will be there too.
-For all current news, visit our News home page.
`,
	"a picture told to those who do not see it": `
HMayor of Lund to visit the deans
-The mayor of Lund, Ruth Oye, and the head of the deans, Tom Bo
CThe mayor of Lund, Ruth Oye, and the head of the deans, Tom Bo shake hands following their talks in Lund.
BThe mayor of Lund is to visit the deans of the town this year, their head announced on Thursday, the first visit in ten years.
BThey will meet again on Friday, the office said, and then the bishop will be there too.
`,
	"the way to the page before the headline": `
-lundnews.exampleLund FinanceThe board of the harbour met again after a year
HThe board of the harbour met again after a year
-By Anna Berg
BThe board of the harbour in Lund met again on Tuesday, after a year in which nobody had called it together.
BIt agreed to nothing, said the chairman, and will meet again in May.
`,
	"a stamp with dashes and no headline": `
-- Associated Press - Thursday, February 24, 2022
BThe league and the players met for a seventh day on Thursday, and the mediator said that some progress had been made.
BThey will not meet on Friday, he said.
`,
	"a picture told twice on one line": `
-The board met in Lund, but nothing came out of the long meeting. The board met in Lund, but nothing came out of the long meeting.
BThe meeting of the board ended without a result after the ministry refused to give its consent to the plan.
`,
	"a stamp parted by dots, what was edited and who took the picture": `
HVan Rijn gets the nod: nearly all jobs in the town of Kempen are saved
-Kempen · 7 June 2023, 5:58 am · Reading time: 2 min.
BThe chairwoman of the works council cried on Tuesday, and she was not ashamed of it in the least.
BNearly all of the jobs in Kempen are saved, and the name of Van Rijn stands on the wall.
-This interview has been edited for length and clarity.
-Image Credits: E. Fischer.
`,
	"a headline of whole sentences above a date": `
HQ&A: The town has no bridge. What happens now?
-Updated June 2, 2024
-By Anna Berg
BOn Saturday evening, minutes before the close of its session, the town council put off the bridge for a year. We answer your questions.
BThe bridge of the town was washed away in March, and nobody was hurt.
`,
	"menus above, related below": `
-Skip to content
-Home News Politics Economy Sports Opinion Video
-Home » Foreign affairs
HSeoul and Tokyo to hold talks on export curbs next week
-By Hong Gil-dong
-Published : Aug 29, 2019 - 17:01    Updated : Aug 29, 2019 - 18:30
-Listen to this article
-3 min read
CKim Jung-han (left) shakes hands with Kenji Kanasugi at the ministry in Seoul on Thursday.
BSEOUL, Aug. 29 (Yonhap) -- Senior officials of South Korea and Japan will meet next week, the foreign ministry said.
BThe two last met in Beijing. They made no progress.
-Advertisement
S'Two parallel lines'
BA ministry official said the talks would cover wartime labor and the whitelist.
BBoth agreed.
-jdoe@example.com
-(END)
-Related Articles
-Japan removes South Korea from whitelist
-Seoul files complaint against Tokyo
-Most Viewed
-1. Storm warning for the south coast
-Copyright © Example News. All rights reserved.`,

	"cookie banner, newsletter, box in the middle": `
-We use cookies to improve your experience. By continuing to use our website you accept this.
-Subscribe
-Sign in
HMinisters fail to bridge the gap | The Example Times
DTalks in Vienna end without a joint text, but both sides want to meet again
-By Jane Doe and John Smith
-16 September 2013 Last updated at 12:42 GMT
BForeign ministers from the five countries left Vienna on Sunday without agreement on the text.
BThe chairwoman said: “We came close. We will come closer.”
-Sign up to our newsletter and get the latest in your inbox every morning.
-Related stories
-What the talks are about
-Five things to know
BDiplomats said that three paragraphs were open, and that the ministers would meet again in March in Geneva.
BAsked what that meant for the treaty, he replied:
B“Nothing at all.”
-Share this:
-Tweet
-15 Comments`,

	"comments longer than the article": `
HMayor meets the union over the strike at the port
BThe mayor met the dockers' union on Monday for the first time since the strike at the port began.
BNo date was set for another meeting, a spokesman for the city said after two hours of talks.
-Leave a comment
-anna
-I think the mayor should have met them weeks ago, and now it is far too late for the port and for the town.
-Reply
-ben
-The port has been losing ships for years, and everybody in the town hall knew it well before the strike began.
-Reply
-carla
-What nobody says is that the ships went to the other port because it is cheaper and closer to the motorway.
-Reply`,

	"scores under comments, no header": `
HMayor meets the union over the strike at the port
BThe mayor met the dockers' union on Monday for the first time since the strike at the port began.
BNo date was set for another meeting, a spokesman for the city said after two hours of talks.
BThe strike is in its fifth week and the union says that it will go on for as long as it must.
-It is about time that they met.
-2 ( +3 / -1 )
-What a waste of money all this talking is.
--4 ( +0 / -4 )`,

	"headline again in the caption, with credit": `
-Menu
HThe prime ministers agree to reopen the border in May
BThe two prime ministers agreed on Friday to reopen the border between their countries in May.
CThe prime ministers agree to reopen the border in May The two after the signing on Friday. Photo: Jane Doe/Agency
BIt has been closed since 2020, and both towns on the river have asked for it to be opened.`,

	"what an outlet says of itself and its makers": `
HPort and dockers agree to talk
-An interview by Rosa Lind
-Posted on September 18, 2024 by Tom Hall
-Harbour Post / 12:40 PM September 18, 2024
-Last updated: 18 September 2024, 19:05 CAT
BThe port and the dockers' union agreed on Tuesday to talk about the night shift for the first time this year.
BSupport for the union has grown on Facebook, and the channel to the port was full of small boats.
-Read more: What the night shift costs
BNobody would say when the two sides will meet or who will be there, and the port has said nothing at all.
-MORE: Five things to know about the port
-Enjoyed this? Support independent writing for the price of a pie.
-Follow us on Facebook, Bluesky and X and never miss an update!
-For all latest news, follow the Harbour Post's Google News channel.
-Join HP's Telegram channel and get the latest breaking news delivered to you.
-Are you a docker? Tell us what you think: letters@harbour.example
-Reach the reporter at 555-0143 or on X, @harbourpost.
-Quick guide: How do I sign up for news alerts?
-Correction: An earlier version of this article misstated the number of boats. There are 64.
-Additional reporting by Ann Moor.
-This article is for general information only and is not legal advice.
-Text may not be republished without an agreement.
-Translated from the Dutch by Ruth Ames
-The writer is the Post's shipping editor.
-Rosa Lind is a writer and lives in Ghent. Her last book was about rivers.
-About the author: Rosa Lind has covered ports for the Harbour Post since 2016.
-Our rules: we want our comments to be a lively and valuable part of our community.
-About Harbour Post: we have been telling you where the boats are since 1998.`,

	"credit in brackets behind no full stop": `
HMinisters meet again over the strike at the port
CMark Sand, the minister, and Eva Lund of the dockers' union at a store in Bradford (Photo by Colin Marsh/Alamy)
BMark Sand and Eva Lund met on Tuesday for the first time since the strike at the port began.
BNo date was set for another meeting, a spokesman for the minister said after two hours of talks.`,

	"a firm speaks of itself below its release": `
HGulf Line and its crews reach an agreement on pay
BGulf Line and the union of its crews agreed on Monday on a rise in pay of four per cent from January.
BThe agreement has to be approved by the members of the union, who will vote on it in the first week of May.
-About Gulf Line
-Gulf Line is a shipping company with 40 ferries and has served three countries since 1926.`,

	"korean": `
-본문 바로가기
H한일 국장급 협의, 강제징용 이견 재확인
-홍길동 기자
-입력 2020.10.29. 오후 5:01
B(서울=연합뉴스) 홍길동 기자 = 한국과 일본 외교당국이 29일 서울에서 국장급 협의를 열고 강제징용 문제 등 현안을 논의했다.
B김정한 국장은 "일본이 더 성의 있는 자세를 보여야 한다"고 말했다. 다키자키 국장은 일본의 입장을 설명했다.
-저작권자 ⓒ 예시일보 무단 전재 및 재배포 금지
-댓글 12`,

	"japanese": `
-メニュー
H日韓局長級協議、元徴用工問題で平行線
B日韓両政府は29日、ソウルで外務省の局長級協議を開き、元徴用工問題などの懸案について意見を交わした。
B滝崎局長は「受け入れられない。日本の立場は変わらない。」と述べた。両国は対話を続けることで一致した。
-関連記事
-日本、輸出管理を見直し`,

	"no prose": `
HMinister in Seoul
BMeets counterpart
BLeaves Friday`,

	"a lead of one short sentence": `
HNorway and Sweden agree on cod
BOSLO - Anna Berg met Lars Holm in Oslo on Thursday.
BThe two ministers signed an agreement on quotas for cod in the Barents Sea, officials of both countries said.
BThe deal takes effect in January.`,

	"a byline above a short lead": `
-The Harbour Post
HDockers and owners back at the table
-By Jane Doe
BDockers met the port's owners on Monday.
BThe talks in the town hall lasted for three hours, and the union said that it would not call off the strike before Friday.`,

	"two short sentences lead": `
HUnion and port talk again
BThe union is back.
BIts leaders met the port's owners on Monday.
BThe talks in the town hall lasted for three hours, and the union said that it would not call off the strike before Friday.`,

	"wrapped at a column": `
HMinisters meet in Geneva
BThe foreign ministers of the two countries met in Geneva on Tuesday
>and agreed to send their ambassadors back before the end of the
>month, a spokeswoman said.
BNeither of them would say what had changed since the last round of
>talks in March, which had ended after an hour without a word to the
>press or a date for the next one.
BThey meet again on Friday.`,
}

func TestStripPages(t *testing.T) {
	kinds := map[byte]Kind{'H': Headline, 'D': Deck, 'S': Subhead, 'C': Caption, 'B': Body, '-': "", '>': "go on"}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			var lines, want []string
			for _, l := range strings.Split(strings.TrimSpace(page), "\n") {
				lines = append(lines, l[1:])
				want = append(want, string(kinds[l[0]]))
			}
			gap := "\n\n"
			if name == "wrapped at a column" {
				gap = "\n"
			}
			var b strings.Builder
			var starts []int
			n := 0
			for i, l := range lines {
				if i > 0 {
					sep := gap
					if gap == "\n" && want[i] != "go on" {
						sep = "\n\n"
					}
					b.WriteString(sep)
					n += len(sep)
				}
				starts = append(starts, n)
				b.WriteString(l)
				n += len([]rune(l))
			}
			d := New(b.String(), "", "")
			check(t, d)
			for i, l := range lines {
				got := ""
				for _, p := range d.Blocks {
					if !p.Aside && p.Overlaps(Span{starts[i], starts[i] + len([]rune(l))}) {
						got = string(p.Kind)
					}
				}
				if want[i] == "go on" {
					want[i] = want[i-1]
				}
				if got != want[i] {
					t.Errorf("%q: got %q, want %q", l, got, want[i])
				}
			}
		})
	}
}
