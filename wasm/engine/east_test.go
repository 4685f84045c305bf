package engine_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"readout/wasm/engine"
	"readout/wasm/know"
	"readout/wasm/when"
)

// eastern are invented meetings told in Korean and Japanese, and what an editor reads there of the meeting that the account is chiefly
// about. People are as their names are written.
var eastern = []struct {
	file, published          string
	typ, date, place, status string
	level, people, countries string
}{
	{"ko-bureau", "2021-06-17", "talks", "2021-06-17", "Tokyo", "held", "director-general", "한수호 하야미겐토", "JP KR"},
	{"ja-bureau", "2021-06-17", "talks", "2021-06-17", "Tokyo", "held", "director-general", "速水健人 韓秀浩", "JP KR"},
	{"ko-ministers", "2021-09-22", "talks", "2021-09-24", "New York", "scheduled", "minister", "서도현 고다마료", "JP KR"},
	{"ja-ministers", "2021-09-22", "talks", "2021-09-24", "New York", "scheduled", "minister", "児玉亮 徐度賢", "JP KR"},
	{"ko-trilateral", "2021-07-22", "talks", "2021-07-20", "Washington", "held", "vice-minister", "", "JP KR US"},
	{"ja-trilateral", "2021-07-20", "talks", "2021-07-20", "Washington", "held", "vice-minister", "", "JP KR US"},
	{"ja-summit", "2022-11-12", "talks", "", "Beijing", "denied", "head", "", "CN JP"},
	{"ko-call", "2022-02-05", "call", "2022-02-05", "", "held", "head", "우정민 대니얼워커", "KR US"},
	{"ja-visit", "2023-04-03", "visit", "2023-04-10/2023-04-16", "", "scheduled", "head", "三好和也", "VN"},
	{"ko-union", "2021-03-11", "talks", "2021-03-11", "", "held", "", "배준서 문태오", ""},
	{"ja-union", "2021-03-09", "talks", "2021-03-09", "", "held", "", "江原智子 古川徹", ""},
	{"ko-previous", "2022-03-09", "talks", "2022-03-09", "Seoul", "held", "director-general", "윤가람 모리시타다쿠", "JP KR"},
}

func easternArticle(t *testing.T, file, published string, k *know.Base) *engine.Article {
	t.Helper()
	b, err := os.ReadFile("testdata/east/" + file + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	day, err := when.Parse(published)
	if err != nil {
		t.Fatal(err)
	}
	return engine.Understand(engine.Source{File: file + ".txt", Text: string(b), Published: day}, k)
}

func TestEasternMeetings(t *testing.T) {
	right, all := 0, 0
	for _, want := range eastern {
		a := easternArticle(t, want.file, want.published, &know.Base{})
		n := a.Main()
		if n < 0 || a.Threads[n].Guess {
			t.Errorf("%s: no meeting is found", want.file)
			all += 7
			continue
		}
		th := a.Threads[n]
		var people []string
		for _, p := range th.People {
			people = append(people, strings.ReplaceAll(a.Who.People[p].Name, " ", ""))
		}
		names := strings.Fields(want.people)
		slices.Sort(people)
		slices.Sort(names)
		date := th.Date.String()
		if want.status == "denied" { // what is called off has no day, and stands for the time in which it is
			date = ""
		}
		for _, c := range [][3]string{
			{"type", string(th.Type), want.typ}, {"date", date, want.date}, {"place", th.Place, want.place},
			{"status", string(th.Status), want.status}, {"level", th.Level, want.level},
			{"people", strings.Join(people, " "), strings.Join(names, " ")}, {"countries", strings.Join(th.Countries, " "), want.countries},
		} {
			if all++; c[1] == c[2] {
				right++
			} else {
				t.Errorf("%s: %s is %q, want %q", want.file, c[0], c[1], c[2])
			}
		}
	}
	t.Logf("%d of %d values are right", right, all)
}

// TestEasternGroups holds that accounts in three languages of one meeting are joined where countries, day and level are the same, and
// others are not.
func TestEasternGroups(t *testing.T) {
	var arts []*engine.Article
	for _, a := range eastern {
		arts = append(arts, easternArticle(t, a.file, a.published, &know.Base{}))
	}
	arts = append(arts, easternArticle(t, "en-bureau", "2021-06-18", &know.Base{}), easternArticle(t, "en-ministers", "2021-09-22", &know.Base{}))
	c := engine.Assemble(arts, &know.Base{})
	var got []string
	for _, m := range c.Meetings {
		var files []string
		for _, cov := range m.Coverage {
			if c.Articles[cov.Article].Threads[cov.Thread].Main {
				files = append(files, strings.TrimSuffix(c.Articles[cov.Article].File, ".txt"))
			}
		}
		slices.Sort(files)
		if len(files) > 1 {
			got = append(got, strings.Join(files, " "))
		}
	}
	slices.Sort(got)
	want := []string{"en-bureau ja-bureau ko-bureau", "en-ministers ja-ministers ko-ministers", "ja-trilateral ko-trilateral"}
	if !slices.Equal(got, want) {
		t.Errorf("meetings of several articles:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
