package text

import (
	"strings"

	"readout/wasm/wordlist"
)

// role is what a line is for, as far as its own words say.
type role int

const (
	plainLine  role = iota
	furniture       // menus, prompts, dates, bylines: dropped where they stand
	listHeader      // opens a list of other stories or tags
	ending          // copyright, editor's credit: the article is over
	comments        // opens the comment section
	picture         // stands under a picture: what it shows, who made it
)

// Phrases of the lines that news pages have around their articles, in several languages. No outlet's name is among them.
var (
	commentHeads = phrases("leave a reply|leave a comment|post a comment|add a comment|write a comment|join the conversation|join the discussion|log in to comment|" +
		"login to comment|sign in to comment|log in to leave a comment|login to leave a comment|view comments|show comments|hide comments|read comments|" +
		"comments|comment|reader comments|have your say|what do you think|discussion|댓글|コメント|评论|留言|發表評論|发表评论")
	listHeads = phrases("related|read more|read next|see also|more from|more on|more stories|more news|recommended|you may also like|you might also like|you may like|most read|" +
		"most popular|most viewed|most shared|trending|editor's pick|editors' pick|top stories|top news|latest news|latest stories|latest articles|popular|" +
		"special coverage|tags|tag|topics|filed under|categories|keywords|in this article|in this story|sponsored|promoted|around the web|from the web|" +
		"don't miss|what to read next|next story|previous story|next article|previous article|about the author|share this|관련기사|관련 기사|많이 본|인기|関連記事|関連ニュース|相关新闻|" +
		"相关阅读|相關新聞")
	endings = phrases("responsible editor|editor in charge|edited by|editing by|editor:|(reporting by|reporting by|(editing by|(end)|copyright|©|(c)|ⓒ|all rights reserved|" +
		"source:|contact the writer|责任编辑|責任編輯|<저작권자|저작권자")
	prompts = phrases("a service of|take our|sign up|sign in|subscribe|click here|click to|click on|follow us|follow @|download our|download the|please enable|please log|please sign|" +
		"please subscribe|log in|login|log out|to write comments|to comment|to read the full|to continue reading|continue reading|we use cookies|this site uses|" +
		"this website uses|by continuing|by clicking|by subscribing|by signing|accept all|accept cookies|support our|support independent|already a subscriber|" +
		"your email|enter your email|get the latest|get our|get unlimited|stay up to date|join us|join our|thank you for reading|thanks for reading|" +
		"use your facebook|share on|share via|share to|tweet|listen to|skip to|jump to|view all|see all|back to top|go to top|text size|font size|print this|" +
		"email this|save this|copy link|bookmark|advertisement|advertising|story continues|article continues|scroll to continue|scroll down|loading|" +
		"photo gallery|view gallery|watch live|watch:|video:|play video|menu|search|home|read more|read full|show more|load more|이 기사|기사 공유|본문|글자|メニュー|シェア|会員|" +
		"分享|字号|扫一扫|registered users|user registration|lock icon|help-image|required fields|all comments|report this|report abuse|reply|sort by")
	webWords = phrases("account|log in|login|register|newsletter|subscription|subscribe|cookie|browser|e-mail|email|password|inbox| app |javascript|ad blocker|sign up|sign in|" +
		"free trial|website|notification")
	credits = phrases("photo by|photos by|photo:|photos:|photo :|photo courtesy|picture by|picture:|image:|images:|image by|credit:|photograph:|photograph by|courtesy of|" +
		"file photo|ap photo|afp photo|getty images|reuters/|사진=|사진 =|사진:|写真|(写真|图片")
)

// staff and times of reading stand in bylines.
var staff = phrases("staff writer|staff reporter|staff correspondent|contributing writer|min read|minute read|minutes read")

// phrases are the phrases of a list, parted by bars.
func phrases(list string) []string { return strings.Split(list, "|") }

func startsWithAny(s string, list []string) bool {
	for _, p := range list {
		if strings.HasPrefix(s, p) {
			// "popular" is a header and "popularity" a word: the phrase ends where a word ends.
			rest := s[len(p):]
			if rest == "" || !isLetter(rune(rest[0])) || !isLetter(rune(p[len(p)-1])) || rest == "s" || p[len(p)-1] >= 0x80 {
				return true
			}
		}
	}
	return false
}

// roleOf judges a line by its own words alone.
func roleOf(p *paragraph) role {
	low := strings.TrimLeft(p.fold, "-*#>| \"")
	short := p.words <= 12
	switch {
	case p.share < 500, p.broken:
		return furniture
	case p.words <= 10 && !p.ends && commentHead(low):
		return comments
	case strings.HasPrefix(low, "your email address will not be published"):
		return comments
	case p.words <= 40 && (startsWithAny(low, endings) || strings.Contains(low, "all rights reserved") || strings.Contains(p.fold, "무단 전재") || strings.Contains(p.fold, "무단전재")):
		if startsWithAny(low, endings) || short || strings.ContainsAny(low, "©ⓒ") {
			return ending
		}
	case elsewhere(p, low):
		return furniture
	case p.words <= 8 && !p.ends && startsWithAny(low, listHeads):
		return listHeader
	}
	switch {
	case p.words <= 25 && !p.prose && startsWithAny(low, prompts):
		return furniture
	case p.words <= 60 && startsWithAny(low, prompts) && second(low) && !strings.Contains(low, "\""):
		return furniture
	case p.words <= 60 && second(low) && !strings.Contains(low, "\"") && containsAny(low, webWords):
		return furniture
	case p.words <= 40 && second(low) && strings.Contains(low, "@") && !strings.Contains(low, "\""), imprint(p, low):
		return furniture
	case (!p.ends || strings.HasSuffix(low, " min.")) && breadcrumb(p.text):
		return furniture
	case p.words <= 10 && !p.ends && byline(p):
		return furniture
	case p.words <= 14 && dateLine(low), p.words <= 6 && p.lower == 0 && dateLine(low[strings.IndexByte(low, ',')+1:]): // "Lund, March 20"
		return furniture
	case strings.ContainsAny(p.text, "{}<") && strings.ContainsAny(p.text, ";=>"), strings.Contains(p.text, "{{"), strings.Contains(p.text, "[["): // code, and fields that nobody filled in
		return furniture
	case summaryHeads.Has(strings.ReplaceAll(low, " ", "_")):
		return furniture
	}
	return plainLine
}

// summaryHeads stand above an article in points.
var summaryHeads = wordlist.Of(`highlights story_highlights key_points key_takeaways takeaways in_brief in_short at_a_glance`)

func containsAny(s string, list []string) bool {
	for _, p := range list {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// second reports whether a line speaks to the reader.
func second(low string) bool {
	return strings.HasPrefix(low, "you") || strings.Contains(low, " you") || strings.HasPrefix(low, "please") || strings.Contains(low, ", please ") || strings.Contains(low, " our ") || strings.HasPrefix(low, "we ")
}

// commentHead knows "15 Comments", "Comments (3)", "Leave a Reply", "1. larsholm - May 8, 2012 at 8:15 PM".
func commentHead(low string) bool {
	rest := strings.TrimLeft(low, "0123456789,. ")
	numbered := len(rest) < len(low) && strings.HasPrefix(strings.TrimLeft(low, "0123456789"), ". ")
	return startsWithAny(rest, commentHeads) && len(rest) < 60 || numbered && strings.Contains(rest, ":") && dated(rest)
}

// vote knows the score below a reader's comment: "2 ( +3 / -1 )", and the buttons beside it.
func vote(p *paragraph) bool {
	switch p.fold {
	case "reply", "report", "like", "quote", "share", "upvote", "downvote", "reply share", "like reply", "推薦", "답글", "신고":
		return true
	}
	digits, signs := false, false
	for _, r := range p.text {
		switch {
		case isDigit(r):
			digits = true
		case r == '+' || r == '/' || r == '(':
			signs = true
		case isLetter(r):
			return false
		}
	}
	return digits && signs
}

func hex(r rune) bool { return isDigit(r) || 'a' <= r|0x20 && r|0x20 <= 'f' }

// breadcrumb knows "Home > National > Politics".
func breadcrumb(s string) bool {
	for _, sep := range []string{" > ", " » ", " › ", " → ", ">>", " / "} {
		if n := strings.Count(s, sep); n > 0 && (n > 1 || sep != " / ") && len(strings.Fields(s)) <= 6*(n+1) {
			return true
		}
	}
	return strings.Count(s, " | ") >= 2 && len(strings.Fields(s)) <= 20 || strings.Count(s, " • ") >= 2 && len(strings.Fields(s)) <= 20 || strings.Count(s, " · ") >= 2 && len(strings.Fields(s)) <= 20
}

// byline knows "By Kim Min-su", "Lee Ji-yoon, Staff writer", "jylee@example.com", "홍길동 기자".
func byline(p *paragraph) bool {
	low := p.fold
	switch {
	case strings.HasPrefix(low, "by ") && p.words <= 9 && p.lower <= p.words/2+1 && startsUpper(p.text[3:]):
		return true
	case strings.Contains(low, "@") && p.words <= 10:
		return true
	case containsAny(low, staff), p.lower == 0 && p.words <= 5 && deskOf(low):
		return true
	case strings.HasSuffix(low, "기자") || strings.HasSuffix(low, "특파원"):
		return true
	}
	return false
}

// deskOf knows the names of those who write for several outlets, or for one, where they stand in place of a byline: "Coast News Service",
// "Web Desk", "The Lund Herald".
func deskOf(low string) bool {
	for _, end := range desks {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	last := low[strings.LastIndexByte(low, ' ')+1:]
	return strings.HasPrefix(low, "the ") && papers.Has(last)
}

var (
	desks  = phrases("news service|news agency|news desk|web desk|news bureau|news staff|online desk|correspondent")
	papers = wordlist.Of(`shimbun times herald tribune gazette chronicle observer telegraph courier`)
)

func startsUpper(s string) bool {
	for _, r := range s {
		if !isSpace(r) {
			return isUpper(r)
		}
	}
	return false
}

// dateLine knows a line that only dates the page: "Published : Aug 29, 2019 - 17:01", "2019-08-29 17:01 KST".
func dateLine(low string) bool {
	digits, other, year := 0, 0, false
	for _, w := range strings.FieldsFunc(low, func(r rune) bool { return !isLetter(r) && !isDigit(r) }) {
		switch {
		case isDigit(rune(w[0])):
			digits++
			year = year || len(w) == 4
		case dateWords.Has(w) || months.Has(w):
		default:
			other++
		}
	}
	return digits > 0 && other == 0 || digits > 1 && year && other == 1 // and a button
}

var dateWords = wordlist.Of(`date published updated update posted modified last first date created on at by am pm kst jst gmt utc est edt bst cet ist hkt pst pdt cat eat wat sast sgt aest aedt wib pht cct eet msk
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
mon tue tues wed thu thur thurs fri sat sun st nd rd th hours hour minutes minute ago days day 입력 수정 등록 기사입력 최종수정 오전 오후`)
