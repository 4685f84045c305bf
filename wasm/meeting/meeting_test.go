package meeting_test

import (
	"slices"
	"strings"
	"testing"

	"readout/wasm/know"
	"readout/wasm/meeting"
	"readout/wasm/text"
	"readout/wasm/when"
	"readout/wasm/who"
)

// read understands one article far enough for package meeting.
func read(t testing.TB, published, source string, k *know.Base) (*meeting.Article, []meeting.Thread) {
	t.Helper()
	pub, err := when.Parse(published)
	if published != "" && err != nil {
		t.Fatal(err)
	}
	d := text.New(source, "en", "")
	a := &meeting.Article{Doc: d, Published: pub, When: when.Find(d, pub), Who: who.Find(d, k, pub)}
	return a, meeting.Read(a, k)
}

// names lists the family names of a thread's people, sorted.
func names(a *meeting.Article, t meeting.Thread) string {
	var out []string
	for _, p := range t.People {
		out = append(out, a.Who.People[p].Name)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// line is a thread as one line: what the tests compare.
func line(a *meeting.Article, t meeting.Thread) string {
	return strings.Join([]string{string(t.Type), names(a, t), t.Date.String(), t.Place, string(t.Status)}, " | ")
}

// TestThreads reads short articles, each a headline and a body, and compares all threads but guesses.
func TestThreads(t *testing.T) {
	for _, c := range []struct {
		name, published, body string
		want                  []string
	}{
		{"held on a day", "2019-05-10", "Foreign Minister Anna Berg of Norway met her Finnish counterpart, Eero Salo, in Helsinki on Thursday.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held"}},
		{"scheduled", "2019-05-07", "Norwegian Foreign Minister Anna Berg will hold talks with Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | scheduled"}},
		{"the report's day is not the meeting's", "2019-05-10", "Norwegian Foreign Minister Anna Berg said Friday that she had met Finnish Foreign Minister Eero Salo on Monday.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-06 |  | held"}},
		{"a press conference is no meeting", "2019-05-10", "Norwegian Foreign Minister Anna Berg told a regular press conference in Oslo on Thursday that fish quotas would be cut.", nil},
		{"meeting demands is no meeting", "2019-05-10", "Norwegian Foreign Minister Anna Berg said Finland met the demands of the treaty on Thursday.", nil},
		{"a host event is a venue", "2019-05-10", "President Juan Vega of Chile met President Rosa Lima of Peru on the sidelines of the Pacific Trade Summit in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"denied", "2019-05-10", "President Rosa Lima of Peru has refused to meet President Juan Vega of Chile.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019 |  | denied"}},
		{"nothing decided", "2019-05-10", "A summit between President Rosa Lima of Peru and President Juan Vega of Chile could take place next week.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-13/2019-05-19 |  | not-yet"}},
		{"the day before counts from the meeting told before", "2019-05-10",
			"Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n\nThe day before, Norwegian Ambassador Kari Lund held talks with Finnish Deputy Minister Mika Aho.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held", "talks | Kari Lund, Mika Aho | 2019-05-08 |  | held"}},
		{"the talks go on with the meeting", "2019-05-10",
			"Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n\nThe talks lasted two hours.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held"}},
		{"two rounds of the same two people", "2019-05-10",
			"Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n\nThe previous meeting was held on April 2 between Berg and Salo in Oslo.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held", "talks | Anna Berg, Eero Salo | 2019-04-02 | Oslo | held"}},
		{"a visit", "2019-05-10", "President Rosa Lima of Peru visited Chile in March.",
			[]string{"visit | Rosa Lima | 2019-03 | Chile | held"}},
		{"a shrine is not visited as a country is", "2019-05-10", "President Rosa Lima of Peru visited the Old Shrine in March.", nil},
		{"a phone call", "2019-05-10", "President Rosa Lima of Peru in her first phone call with President Juan Vega of Chile on Monday stressed calm.",
			[]string{"call | Juan Vega, Rosa Lima | 2019-05-06 |  | held"}},
		{"who sent a delegation is not there", "2019-05-10", "A delegation sent by President Rosa Lima of Peru and headed by Senator Luis Paz met Chilean Foreign Minister Ana Rey in Santiago on Thursday.",
			[]string{"talks | Ana Rey, Luis Paz | 2019-05-09 | Santiago | held"}},
		{"whose delegation comes is not there", "2019-05-10", "President Rosa Lima's trade policy delegation met Chilean Foreign Minister Ana Rey in Santiago on Thursday. Senator Luis Paz leads the group.",
			[]string{"talks | Ana Rey, Luis Paz | 2019-05-09 | Santiago | held"}},
		{"whom he last met", "2019-05-10", "Norwegian Foreign Minister Anna Berg came to Helsinki on Thursday to see Finnish Foreign Minister Eero Salo, whom she last met in Oslo last week.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held", "talks | Anna Berg, Eero Salo | 2019-04-29/2019-05-05 | Oslo | held"}},
		{"days after they met", "2019-05-10", "Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday, eight days after they met in Oslo on May 1.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held", "talks | Anna Berg, Eero Salo | 2019-05-01 | Oslo | held"}},
		{"pressed to enter a dialogue", "2019-05-10", "Norway on Thursday pressed Finland to enter a trilateral dialogue with Sweden on fish.",
			[]string{"talks |  | 2019-05-09/.. |  | proposed"}},
		{"days of meetings are not one", "2019-05-10", "The Finnish delegation came to Oslo on Sunday for five days of meetings.", nil},
		{"until when somebody stays", "2019-05-10", "Finnish Senator Eero Salo, in Oslo until May 14, will meet Norwegian Foreign Minister Anna Berg as well.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-10/.. | Oslo | scheduled"}},
		{"whom a meeting is about is not there", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile met in Lima on Thursday over the jailing of Senator Luis Paz.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"the next round is of the same two", "2019-05-10",
			"Union negotiator Marta Kroon met port chief executive Piet Ros in Delft on Thursday.\n\nThe previous round on May 2 broke down. The two sides will meet again on Monday.",
			[]string{"talks | Marta Kroon, Piet Ros | 2019-05-09 | Delft | held", "talks | Marta Kroon, Piet Ros | 2019-05-02 |  | held", "talks | Marta Kroon, Piet Ros | 2019-05-13 |  | scheduled"}},
		{"whom he met", "2019-05-10", "Club chairwoman Alma Ek met director Ivan Torrado in Delft on Thursday.\n\nThe player's agent, Marco Bellini, stayed away. He met Torrado in Madrid last Friday.",
			[]string{"talks | Alma Ek, Ivan Torrado | 2019-05-09 | Delft | held", "talks | Ivan Torrado, Marco Bellini | 2019-05-03 | Madrid | held"}},
		{"a call over the hotline", "2019-05-10", "General Juan Vega of Chile and General Rosa Lima of Peru spoke over the hotline on Monday.",
			[]string{"call | Juan Vega, Rosa Lima | 2019-05-06 |  | held"}},
		{"who arranged it takes no part", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile in Quito on Thursday, in talks arranged by Senator Luis Paz and Bishop Ana Rey.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Quito | held"}},
		{"talks that were due have been called off", "2019-05-10", "Talks between Rector Alma Ek and union president Marta Kroon that were due to be held on Thursday have been called off.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | denied"}},
		{"the day of another thing", "2019-05-10", "President Rosa Lima of Peru met General Juan Vega, who led the Feb. 1 coup, in Quito on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Quito | held"}},
		{"one meeting in two sentences of a lead", "2019-05-10", "Norway and Finland held talks in Helsinki on Thursday. Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo for an hour.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held"}},
		{"what was not spoken of at dinner", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile had dinner in Lima on Thursday, but the two did not discuss copper.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"what was not spoken of at a meeting", "2019-05-10", "President Rosa Lima of Peru did not discuss copper during her meeting with President Juan Vega of Chile on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held"}},
		{"to ask why somebody refused", "2019-05-10", "Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Oslo on Monday to find out why the board refused to sell fish.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-13 | Oslo | scheduled"}},
		{"is meeting one who said something on a day", "2019-05-10", "Union president Marta Kroon came to the town hall on Friday. She is meeting Rector Alma Ek, who yesterday said the college could not pay.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-10? |  | held"}},
		{"the round before the next", "2019-05-10", "The next round of talks between Rector Alma Ek and union president Marta Kroon will be held on May 15.\n\nThe round of talks between Ek and Kroon on Thursday was held at the town hall in Lund.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-15 |  | scheduled", "talks | Alma Ek, Marta Kroon | 2019-05-09 | Lund | held"}},
		{"after a meeting of its own", "2019-05-10", "President Rosa Lima of Peru and bank governor Juan Vega had a long and friendly talk over dinner.\n\nVega spoke of fish. After a meeting last week, the bank said it would wait.",
			[]string{"talks | Juan Vega, Rosa Lima |  |  | held"}},
		{"the day to come in the lead", "2019-05-10", "A mediator will hold talks with Rector Alma Ek and union president Marta Kroon.\n\n\"The negotiations will be held under my own auspices at the old town hall beginning Monday,\" the mediator said.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-13 |  | scheduled"}},
		{"more of those who were at the meeting", "2019-05-10", "Rector Alma Ek and union president Marta Kroon met before a mediator on Thursday.\n\nKroon and two members of her union, Peter Ros and Ann Lee, kept silent on their way out of the meeting.",
			[]string{"talks | Alma Ek, Ann Lee, Marta Kroon, Peter Ros | 2019-05-09 |  | held"}},
		{"met and refused something else", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday but refused to call off the exams.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"met over what was delayed", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday to speak of delayed pay.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"ended after somebody refused", "2019-05-10", "Talks between Rector Alma Ek and union president Marta Kroon ended without a result on Thursday after the ministry refused to pay.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"rounds by their number", "2021-05-14", "The eighth round of talks between the farmers and three ministers got underway here on Friday.\n\nRector Alma Ek and union president Marta Kroon are holding the talks at the town hall.\n\nOn May 10, the seventh round of talks ended without a result.",
			[]string{"talks | Alma Ek, Marta Kroon | 2021-05-14 |  | held", "talks | Alma Ek, Marta Kroon | 2021-05-10 |  | held"}},
		{"talks of two countries in the lead", "2019-05-10", "Norwegian and Finnish officials have begun talks on their border.\n\nThe talks got underway on Thursday in Vadso.",
			[]string{"talks |  | 2019-05-09 | Vadso | held"}},
		{"to decide whether", "2019-05-10", "Rector Alma Ek and union president Marta Kroon will meet on Monday to decide whether the college may open.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-13 |  | scheduled"}},
		{"the first round, told after the second", "2019-05-10", "The second round of talks between Norway and Finland will be held on May 28, an official said on Wednesday.\n\nThe first round of talks took place on Thursday in the town of Vadso.",
			[]string{"talks |  | 2019-05-28 |  | scheduled", "talks |  | 2019-05-09 | Vadso | held"}},
		{"a dateline in brackets", "2019-05-08", "OSLO (Fjord News - 8th May, 2019) Talks between Norway and Finland on their border are due to be held on May 28, an official said.",
			[]string{"talks |  | 2019-05-28 |  | scheduled"}},
		{"the ministers of two countries", "2019-05-10", "The foreign ministers of Norway and Finland held talks in Oslo on Thursday.\n\nNorwegian Foreign Minister Anna Berg spoke of fish, Finnish Foreign Minister Eero Salo of snow.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Oslo | held"}},
		{"with those who are not named", "2019-05-10", "Norwegian Foreign Minister Anna Berg met with counterparts from six island states in Oslo on Thursday.",
			[]string{"talks | Anna Berg | 2019-05-09 | Oslo | held"}},
		{"another counterpart, earlier", "2019-05-10", "Norwegian Foreign Minister Anna Berg held talks with leaders of six island states in Oslo on Thursday.\n\nBerg earlier had talks with Finnish Foreign Minister Eero Salo.",
			[]string{"talks | Anna Berg | 2019-05-09 | Oslo | held", "talks | Anna Berg, Eero Salo |  |  | held"}},
		{"a house in a city", "2019-05-10", "President Rosa Quiroga of Peru met President Juan Vega of Chile at Havana's airport on Thursday.",
			[]string{"talks | Juan Vega, Rosa Quiroga | 2019-05-09 | Havana | held"}},
		{"back at the table", "2020-03-11", "The school district and the union of its teachers are headed back to the bargaining table on Thursday.",
			[]string{"talks |  | 2020-03-12 |  | scheduled"}},
		{"something else is cancelled", "2020-03-12", "The district and its teachers are resuming talks as classes are cancelled for the third day on Thursday. The union announced Wednesday that talks would resume on Thursday morning.",
			[]string{"talks |  | 2020-03-12 |  | held"}},
		{"the next one is not the news", "2020-04-09", "Oil ministers agreed to cut output during an online meeting on Thursday.\n\nThe next meeting is set for June 10.",
			[]string{"talks |  | 2020-04-09 |  | held"}},
		{"from when something else is", "2019-05-10", "Union president Marta Kroon will meet Rector Alma Ek in a bid to avert strikes from Monday.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-10/.. |  | scheduled"}},
		{"the day of a strike", "2019-05-10", "Rector Alma Ek and union president Marta Kroon met on Thursday. Talks aimed at averting Monday's strike were abandoned after an hour.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"the year of an election", "2019-05-10", "President Rosa Quiroga of Peru met President Juan Vega of Chile in Lima, which failed to resolve their quarrel over the 2018 Lima election.",
			[]string{"talks | Juan Vega, Rosa Quiroga |  | Lima | held"}},
		{"a statement after meeting", "2019-05-10", "President Rosa Quiroga of Peru and President Juan Vega of Chile issued a statement after meeting in Lima Thursday.",
			[]string{"talks | Juan Vega, Rosa Quiroga | 2019-05-09 | Lima | held"}},
		{"talk by phone", "2019-05-10", "President Rosa Quiroga of Peru and President Juan Vega of Chile talk by phone after an exchange of offers on Thursday.",
			[]string{"call | Juan Vega, Rosa Quiroga | 2019-05-09 |  | held"}},
		{"the day of a statement that is quoted", "2019-05-10", "President Rosa Quiroga of Peru and President Juan Vega of Chile met in Lima on Thursday.\n\n\"This afternoon, President Quiroga and President Vega met at the palace,\" the statement said.",
			[]string{"talks | Juan Vega, Rosa Quiroga | 2019-05-09 | Lima | held"}},
		{"have been meeting", "2019-05-10", "Rector Alma Ek and union president Marta Kroon have been meeting for ten hours on Thursday, hoping to end a strike.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"a time behind but", "2019-05-10", "Rector Alma Ek and union president Marta Kroon met on Thursday. \"We had a good talk with Kroon, but we want to win next week,\" Ek said.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"what it suspended last week", "2019-05-10", "President Rosa Quiroga of Peru and President Juan Vega of Chile met in Lima for talks on the pact that it suspended last week.",
			[]string{"talks | Juan Vega, Rosa Quiroga |  | Lima | held"}},
		{"who fought in April", "2019-05-10", "President Rosa Quiroga of Peru met President Juan Vega of Chile, who is trying to part two neighbours that fought in April.",
			[]string{"talks | Juan Vega, Rosa Quiroga |  |  | held"}},
		{"met and rejected", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday and flatly rejected the union's demand for a rise.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"denied that they met", "2019-05-10", "Rector Alma Ek denied that she met union president Marta Kroon on Thursday.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | denied"}},
		{"the two men", "2019-05-10", "Rector Alma Ek and union president Marta Kroon met about pay.\n\nMinister Luis Paz is open to a rise.\n\nThe two officials most pivotal to the dispute sat down on Thursday.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"at the seat of a government", "2019-05-10", "President Rosa Quiroga of Peru met President Juan Vega of Chile at the White House on Thursday.",
			[]string{"talks | Juan Vega, Rosa Quiroga | 2019-05-09 | White House | held"}},
		{"a second visit is no next round", "2019-05-10", "President Rosa Quiroga of Peru is on her second visit to Chile.",
			[]string{"visit | Rosa Quiroga |  | Chile | held"}},
		{"a round that had been before", "2021-05-14", "Rector Alma Ek and union president Marta Kroon are holding talks on pay.\n\nThe seventh round of talks had ended without a result on May 10.",
			[]string{"talks | Alma Ek, Marta Kroon | 2021-05-14? |  | held", "talks | Alma Ek, Marta Kroon | 2021-05-10 |  | held"}},
		{"dinner", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile had dinner in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"opposite each other", "2019-05-10", "On Thursday Rector Alma Ek sat opposite Peter Ros for three hours.",
			[]string{"talks | Alma Ek, Peter Ros | 2019-05-09 |  | held"}},
		{"what two sign", "2019-05-10", "Rector Alma Ek and union president Marta Kroon signed an agreement on Thursday that ends the strike.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"they will speak again", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday.\n\nEk and Kroon are to speak again on Monday.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held", "talks | Alma Ek, Marta Kroon | 2019-05-13 |  | scheduled"}},
		{"a clause of its own says what may come", "2019-05-10", "Talks between Rector Alma Ek and union president Marta Kroon ended without agreement on Thursday, and a union lawyer said members would strike unless the rector moved.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"who had spoken by phone and urged them", "2019-05-10", "Mayor Paul Brandt said he had spoken by phone with Rector Alma Ek on Monday and urged her to stay at the table.",
			[]string{"call | Alma Ek, Paul Brandt | 2019-05-06 |  | held"}},
		{"no truth in reports", "2019-05-10", "There is no truth in reports that manager Peter Tully has met owner Juan Vega, the club said.",
			[]string{"talks | Juan Vega, Peter Tully | 2019 |  | denied"}},
		{"he is to meet", "2019-05-10", "Senator Luis Paz, who heads the committee, said he wanted to see the text. He is to meet with Rector Alma Ek on Monday.",
			[]string{"talks | Alma Ek, Luis Paz | 2019-05-13 |  | scheduled"}},
		{"the two are those who met", "2019-05-10", "Club director Bruno Salas met his counterpart Anna Berg in Milan on Thursday.\n\nThe player's agent, Davi Monteiro, came late. He did not say a word, and Salas left first.\n\nThe two met for the first time on April 11 in Oslo.",
			[]string{"talks | Anna Berg, Bruno Salas | 2019-05-09 | Milan | held", "talks | Anna Berg, Bruno Salas | 2019-04-11 | Oslo | held"}},
		{"another day elsewhere", "2019-05-10", "The deal was struck in Oslo, where Rector Alma Ek met union president Marta Kroon for the third time.\n\nThe two sides had failed to agree at a day-long meeting in Helsinki on April 30.",
			[]string{"talks | Alma Ek, Marta Kroon |  | Oslo | held", "talks | Alma Ek, Marta Kroon | 2019-04-30 | Helsinki | held"}},
		{"an old day is not that of the news", "2019-05-20", "Rector Alma Ek took the train and met union president Marta Kroon in person.\n\nCompare that to their meeting on May 2, which was over in an hour.",
			[]string{"talks | Alma Ek, Marta Kroon |  |  | held", "talks | Alma Ek, Marta Kroon | 2019-05-02 |  | held"}},
		{"since talks collapsed", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday, the first time since talks collapsed on April 4.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held", "talks | Alma Ek, Marta Kroon | 2019-04-04 |  | held"}},
		{"on the same day", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile on May 8. They kept to an understanding that was reached on April 2.\n\nOn the same day Mr Vega also held talks with Peruvian Foreign Minister Ana Rey.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-08 |  | held", "talks | Ana Rey, Juan Vega | 2019-05-08 |  | held"}},
		{"after a meeting of others", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile on Thursday. The understanding was reached after a meeting in Quito on April 2 between Minister Ana Rey and Minister Luis Paz.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held", "talks | Ana Rey, Luis Paz | 2019-04-02 | Quito | held"}},
		{"also present", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday.\n\nAlso present was Peter Ros, chairman of the board, whose lawyer is Luis Paz.",
			[]string{"talks | Alma Ek, Marta Kroon, Peter Ros | 2019-05-09 |  | held"}},
		{"not present", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday. Chairman Peter Ros was not also present.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"what is next is to come", "2019-05-08", "Rector Alma Ek met union president Marta Kroon on Tuesday. The next meeting is on Thursday at noon.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-07 |  | held", "talks | Alma Ek, Marta Kroon | 2019-05-09 |  | scheduled"}},
		{"the first is not the second", "2019-05-20", "The second meeting in a week between Rector Alma Ek and union president Marta Kroon has produced an offer.\n\nUnlike at the first meeting on May 6, lawyers were there.",
			[]string{"talks | Alma Ek, Marta Kroon |  |  | held", "talks | Alma Ek, Marta Kroon | 2019-05-06 |  | held"}},
		{"who had refused, and spoke", "2019-05-10", "Minister Luis Paz, who had refused to step in, spoke to Rector Alma Ek by telephone on Monday.",
			[]string{"call | Alma Ek, Luis Paz | 2019-05-06 |  | held"}},
		{"postponed", "2019-05-08", "Talks between Rector Alma Ek and union president Marta Kroon, which were to be held in Delft on Thursday, have been postponed.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 | Delft | denied"}},
		{"it would have been", "2019-05-10", "It would have been the first time that President Rosa Lima of Peru and President Juan Vega of Chile met in Lima on May 8.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-08 | Lima | denied"}},
		{"the third time this month", "2019-05-10", "Late last night Rector Alma Ek met union president Marta Kroon for the third time this month.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held"}},
		{"a year in which something begins", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile signed an agreement on gas that is to flow from 2028.",
			[]string{"talks | Juan Vega, Rosa Lima |  |  | held"}},
		{"in the margins of a summit of others", "2019-05-10", "It followed a meeting between President Rosa Lima of Peru and President Juan Vega of Chile on the sidelines of a summit of Brazil's neighbours in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"before the summit", "2019-05-10", "Before the summit President Rosa Lima of Peru and President Juan Vega of Chile met in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"talks on a day", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile held nine hours of talks on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held"}},
		{"he will meet two", "2019-05-10", "Senator Luis Paz spoke of a scandal. He will meet Rector Alma Ek and union president Marta Kroon on Monday.",
			[]string{"talks | Alma Ek, Luis Paz, Marta Kroon | 2019-05-13 |  | scheduled"}},
		{"where he was received by another", "2019-05-10", "General Luis Paz flew to Lima on Thursday, where he was received by President Rosa Lima.",
			[]string{"talks | Luis Paz, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"whom she last saw", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile in Quito on Thursday, whom she last saw in Lima in March.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Quito | held", "talks | Juan Vega, Rosa Lima | 2019-03 | Lima | held"}},
		{"the prime minister among ministers", "2019-05-10", "Prime Minister Anna Berg came from Oslo with Energy Minister Eero Salo. On Thursday the prime minister met President Rosa Lima of Peru.",
			[]string{"talks | Anna Berg, Rosa Lima | 2019-05-09 |  | held"}},
		{"the talks on a coming day are another round", "2019-05-10", "Rector Alma Ek met union president Marta Kroon on Thursday.\n\nThe talks on May 20 will be held by video.",
			[]string{"talks | Alma Ek, Marta Kroon | 2019-05-09 |  | held", "talks | Alma Ek, Marta Kroon | 2019-05-20 |  | scheduled"}},
		{"a lead without names", "2019-05-10", "Creditors of the airline gave in at a meeting in Lima on Thursday.",
			[]string{"talks |  | 2019-05-09 | Lima | held"}},
		{"whose talks", "2019-05-10", "President Rosa Lima of Peru came to Quito on Thursday. During her talks with Minister Luis Paz, the price of gas was fixed.",
			[]string{"talks | Luis Paz, Rosa Lima | 2019-05-09? |  | held"}},
		{"who led them is told below", "2019-05-10", "The union and the hospital's board held nine hours of talks in Delft on Thursday.\n\nUnion president Marta Kroon and chairman Peter Ros led their teams.",
			[]string{"talks | Marta Kroon, Peter Ros | 2019-05-09 | Delft | held"}},
		{"two weeks of talks are one", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile ended two weeks of talks in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"gathered for breakfast", "2019-05-10", "Minister Anna Berg, the Norwegian, gathered Minister Eero Salo and Minister Luis Paz for breakfast on Thursday.",
			[]string{"talks | Anna Berg, Eero Salo, Luis Paz | 2019-05-09 |  | held"}},
		{"they have seen each other", "2019-05-10", "President Rosa Lima and President Juan Vega have seen each other yesterday in Lima.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | held"}},
		{"pleased with the results", "2019-05-10", "President Rosa Lima of Peru said she was pleased on Thursday with the results of the summit in Quito with President Juan Vega of Chile.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09? | Quito | held"}},
		{"the two leaders and not who tells of them", "2019-05-10", "President Rosa Lima of Peru was in Quito with President Juan Vega of Chile. Adviser Luis Paz said so.\n\nAccording to Paz, the two leaders, who met on Thursday, spoke of gas.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held"}},
		{"also met one and another", "2019-05-10", "Minister Anna Berg of Norway also met on Thursday with the President of Peru, Rosa Lima, and the President of Chile, Juan Vega.",
			[]string{"talks | Anna Berg, Rosa Lima | 2019-05-09 |  | held", "talks | Anna Berg, Juan Vega | 2019-05-09 |  | held"}},
		{"agreed to put off", "2019-05-08", "President Rosa Lima of Peru and President Juan Vega of Chile agreed on Wednesday to put off talks that were due to be held in Lima on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 | Lima | denied"}},
		{"no longer meeting", "2019-05-08", "Foreign Minister Anna Berg of Norway is no longer meeting with Finnish Foreign Minister Eero Salo on Thursday in Helsinki, as had been planned.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | denied"}},
		{"of a thing that is put off the plans are told too", "2019-05-08",
			"Finnish Foreign Minister Eero Salo's Thursday meeting with Norwegian Foreign Minister Anna Berg has been postponed.\n\nSalo was expected to travel to Oslo to meet with Berg.\n\nThe purpose of the meeting was to discuss herring.\n\nThe meeting will now take place at a later date.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Oslo | denied"}},
		{"put off to a day", "2019-05-08", "Talks between Finnish Foreign Minister Eero Salo and Norwegian Foreign Minister Anna Berg have been postponed until Friday.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-10 |  | scheduled"}},
		{"had been put off before", "2019-05-10", "Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Oslo on Thursday.\n\nThe meeting had been postponed twice.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Oslo | held"}},
		{"an envoy of another country", "2019-05-08", "A senior Finnish envoy's meeting with Norwegian Foreign Minister Anna Berg was held on Tuesday.\n\nIt was cordial, said Danish envoy Kari Lund.",
			[]string{"talks | Anna Berg | 2019-05-07 |  | held"}},
		{"who tells of it has a title", "2019-05-08", "Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg on Tuesday, said Danish envoy Kari Lund.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-07 |  | held"}},
		{"the administration of somebody", "2019-05-10", "Finnish Foreign Minister Eero Salo met the Lima administration's envoy, Juan Vega, on Thursday. President Rosa Lima was at sea.",
			[]string{"talks | Eero Salo, Juan Vega | 2019-05-09 |  | held"}},
		{"met one by one", "2019-05-10", "President Rosa Lima of Peru met separately with President Juan Vega of Chile and President Luis Paz of Bolivia on Thursday.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held", "talks | Luis Paz, Rosa Lima | 2019-05-09 |  | held"}},
		{"separate calls", "2019-05-10", "President Rosa Lima of Peru held separate phone talks with President Juan Vega of Chile and President Luis Paz of Bolivia on Thursday.",
			[]string{"call | Juan Vega, Rosa Lima | 2019-05-09 |  | held", "call | Luis Paz, Rosa Lima | 2019-05-09 |  | held"}},
		{"who met both", "2019-05-10", "President Juan Vega of Chile and President Luis Paz of Bolivia met in Lima on Thursday.\n\nThe meeting was mediated by President Rosa Lima of Peru, who met with both Vega and Paz individually beforehand.",
			[]string{"talks | Juan Vega, Luis Paz, Rosa Lima | 2019-05-09 | Lima | held", "talks | Juan Vega, Rosa Lima | 2019-05-09? |  | held", "talks | Luis Paz, Rosa Lima | 2019-05-09? |  | held"}},
		{"who met separately met not each other", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile met separately with leaders of the islands on Thursday.",
			[]string{"talks |  | 2019-05-09 |  | held"}},
		{"a meeting room", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile on Thursday.\n\nPresident Luis Paz of Bolivia and Vega left the meeting room after an hour.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held"}},
		{"to host an event", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile on Thursday.\n\nLima commended Vega for withdrawing a bid to host the ALPAC climate summit next year.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-09 |  | held"}},
		{"a week after something else", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile in Quito.\n\nThe meeting took place a week after an escalation on the border.",
			[]string{"talks | Juan Vega, Rosa Lima |  | Quito | held"}},
		{"those who brought them along", "2019-05-10", "Peru's President Luis Paz and Chile's President Juan Vega met in Quito on Thursday.\n\nA statement was adopted at a meeting of Paz, Vega and EU envoy Kari Lund.",
			[]string{"talks | Juan Vega, Kari Lund, Luis Paz | 2019-05-09 | Quito | held"}},
		{"agreed to an invitation", "2019-05-10", "President Rosa Lima of Peru, who received Minister Luis Paz in Lima on Wednesday, agreed to an invitation to hold talks with President Juan Vega of Chile in Quito.",
			[]string{"talks | Luis Paz, Rosa Lima | 2019-05-08 | Lima | held"}},
		{"a day of agreeing", "2019-05-10", "President Rosa Lima of Peru on Wednesday agreed to visit Chile.", []string{"visit | Rosa Lima | 2019-05-08/.. | Chile | scheduled"}},
		{"the time of what went before", "2019-05-10", "President Rosa Lima of Peru and President Juan Vega of Chile held talks in Quito after a quarrel earlier this year.",
			[]string{"talks | Juan Vega, Rosa Lima |  | Quito | held"}},
		{"the second round of two countries", "2019-05-10", "The second round of talks between Peru and Chile has ended without an outcome.", []string{"talks |  |  |  | held"}},
		{"a dateline with a weekday and a year", "2019-05-13", "Monday, May 13, 2019 – Details have emerged of the Friday secret meeting between President Rosa Lima of Peru and President Juan Vega of Chile.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-10 |  | held"}},
		{"an interview has a day of its own", "2019-05-13", "In an interview with a local station on Sunday, President Rosa Lima of Peru admitted meeting President Juan Vega of Chile in March.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-03 |  | held"}},
		{"who speaks of a meeting between others", "2019-05-10", "Norwegian Foreign Minister Anna Berg and Finnish Foreign Minister Eero Salo discussed the chance of a meeting between President Rosa Lima of Peru and President Juan Vega of Chile in Lima on May 20.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-20 | Lima | scheduled"}},
		{"who urges others to meet", "2019-05-10", "President Rosa Lima of Peru urged President Juan Vega of Chile to hold talks with President Ana Sosa of Bolivia.",
			[]string{"talks | Ana Sosa, Juan Vega | 2019-05-10/.. |  | proposed"}},
		{"whose meeting it is", "2019-05-10", "The agenda of Anna Berg and Eero Salo's meeting in Oslo on Thursday did not name the missing envoys Kari Lund and Mika Aho.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Oslo | held"}},
		{"the last time they met", "2019-05-10", "President Rosa Lima of Peru will meet President Juan Vega of Chile in Lima on May 20.\n\nThe last time the two leaders met was in December 2018 in Arica.",
			[]string{"talks | Juan Vega, Rosa Lima | 2019-05-20 | Lima | scheduled", "talks | Juan Vega, Rosa Lima | 2018-12 | Arica | held"}},
		{"who came along", "2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile in Arica on Thursday.\n\nThe meeting, attended by Foreign Ministers Ana Sosa and Luis Paz, was brief.",
			[]string{"talks | Ana Sosa, Juan Vega, Luis Paz, Rosa Lima | 2019-05-09 | Arica | held"}},
		{"a counted round", "2019-05-10", "Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday. The first round took place in Oslo on April 2 and 3.",
			[]string{"talks | Anna Berg, Eero Salo | 2019-05-09 | Helsinki | held", "talks |  | 2019-04-02/2019-04-03 | Oslo | held"}},
		{"who presides over a summit", "2019-05-10", "The fair was opened by summit chairperson Rosa Lima of Peru on Thursday.", nil},
		{"a meeting that stands ahead of another", "2019-05-10", "Anna Berg and Eero Salo often meet in Oslo ahead of a vote.",
			[]string{"talks | Anna Berg, Eero Salo |  | Oslo | held"}},
		{"whom she is to meet", "2019-06-11", "Bishop Anna Berg opened the hall on Monday. She is to meet the churchwardens in Leeds on 27 June.",
			[]string{"talks | Anna Berg | 2019-06-27 | Leeds | scheduled"}},
		{"calls with several", "2019-05-10", "President Rosa Lima of Peru had calls with President Juan Vega of Chile on Monday.",
			[]string{"call | Juan Vega, Rosa Lima | 2019-05-06 |  | held"}},
		{"a meeting of nobody", "2019-05-13", "Chief executive Ana Vik met union leader Luis Paz on Sunday. No talks are currently scheduled between the drivers and the firm.",
			[]string{"talks | Ana Vik, Luis Paz | 2019-05-12 |  | held"}},
		{"a meeting with a capital", "2019-05-10", "The 57th Foreign Ministers' Meeting took place on May 9 in Lima under Foreign Minister Anna Berg.",
			[]string{"talks |  | 2019-05-09 | Lima | held"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, ts := read(t, c.published, "News of the day\n\n"+c.body+"\n", &know.Base{})
			var got []string
			for _, th := range ts {
				if !th.Guess {
					got = append(got, line(a, th))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestLastTime: an article is about the meeting to come, and not about the last one, of which it tells more.
func TestLastTime(t *testing.T) {
	_, ts := read(t, "2019-05-10", "President Rosa Lima of Peru will meet President Juan Vega of Chile on May 20.\n\nThe last time the Peruvian and Chilean leaders met was in December 2018, in Arica. At that summit they spoke of fish. The summit in Arica ended with a dinner.", &know.Base{})
	for _, th := range ts {
		if th.Main != (th.Date.String() == "2019-05-20") {
			t.Errorf("%s: main %v", th.Date, th.Main)
		}
	}
}

// TestOrder reads claims about the place of a meeting in a sequence.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ body, words, anchor string }{
		{"Anna Berg of Norway and Eero Salo of Finland held their first talks since the border was closed.", "first talks since the border was closed", "the border was closed"},
		{"Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo on Friday. The upcoming talks are the second of their kind.", "second of their kind", ""},
	} {
		a, ts := read(t, "2019-05-10", "News of the day\n\n"+c.body+"\n", &know.Base{})
		found := false
		for _, th := range ts {
			for _, m := range th.Mentions {
				if m.Order != nil {
					found = true
					if n := a.Doc.Slice(m.Order.Count); len(n) > len("second of their kind") || !strings.HasPrefix(c.words, n) || n == "" {
						t.Errorf("%q: %q counts", c.body, n)
					}
					if w := a.Doc.Slice(m.Order.Span); w != c.words || m.Order.Anchor != c.anchor {
						t.Errorf("%q: claim %q, anchor %q; want %q, %q", c.body, w, m.Order.Anchor, c.words, c.anchor)
					}
				}
			}
		}
		if !found {
			t.Errorf("%q: no claim found", c.body)
		}
	}
}

// archive clusters articles given as published date and text.
func archive(t testing.TB, k *know.Base, articles ...[2]string) []meeting.Meeting {
	ar := &meeting.Archive{Know: k}
	var whos []*who.Article
	for _, x := range articles {
		a, ts := read(t, x[0], x[1], k)
		ar.Articles, ar.Threads = append(ar.Articles, a), append(ar.Threads, ts)
		whos = append(whos, a.Who)
	}
	ar.People = who.Link(whos, nil)
	return meeting.Cluster(ar)
}

// TestDayOfALead: the day that one lead names without naming a contact is not the meeting's; where two leads agree on it, it is.
func TestDayOfALead(t *testing.T) {
	met := [2]string{"2019-05-10", "Ministers talk\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki.\n"}
	lead := func(day string) [2]string {
		return [2]string{"2019-05-10", "Fish\n\nOn " + day + " Norwegian Foreign Minister Anna Berg and Finnish Foreign Minister Eero Salo shared out the cod of the Barents Sea.\n"}
	}
	for _, c := range []struct {
		articles [][2]string
		want     string
	}{
		{[][2]string{met, lead("May 8")}, ""},
		{[][2]string{met, lead("May 8"), lead("May 8")}, "2019-05-08"},
	} {
		ms := archive(t, &know.Base{}, c.articles...)
		if len(ms) != 1 || ms[0].Date.String() != c.want {
			t.Errorf("%d articles: %+v, want one meeting on %q", len(c.articles), ms, c.want)
		}
	}
}

// TestComingDay: an article whose lead names nobody who met tells when they will, and not when that was said.
func TestComingDay(t *testing.T) {
	for lead, want := range map[string]string{
		"The Postal Workers Union said Wednesday that it will resume negotiations with Nordbank next week.":                                                  "2023-07-24/2023-07-30",
		"On Wednesday, twelve days before the contract ends on July 31, the two sides have agreed to return to the bargaining table tomorrow, a union said.": "2023-07-20",
		"The Postal Workers Union said Wednesday that its negotiators are ready, and that the bank would be on strike next week if it fails to move at all.": "2023-07-19",
	} {
		_, ts := read(t, "2023-07-19", lead+"\n\nThe union speaks for nine thousand people in the whole of the country.", &know.Base{})
		if len(ts) != 1 || !ts[0].Main || ts[0].Date.String() != want {
			t.Errorf("%s: %+v, want one meeting or guess on %s", lead, ts, want)
		}
	}
}

// TestUncertainDay: what one article tells only along with the news of another day may have been on the day that a second article gives.
func TestUncertainDay(t *testing.T) {
	along := [2]string{"2019-05-10", "Oslo\n\nNorwegian Foreign Minister Anna Berg met President Rosa Lima of Peru in Oslo on Wednesday. Berg also met Finnish Foreign Minister Eero Salo.\n"}
	for day, want := range map[string]int{"Thursday": 2, "May 2": 3} {
		ms := archive(t, &know.Base{}, along, [2]string{"2019-05-10", "Talks\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on " + day + ".\n"})
		if len(ms) != want {
			t.Errorf("on %s: %d meetings, want %d: %+v", day, len(ms), want, ms)
		}
	}
}

// TestCluster joins what two articles tell of one meeting and keeps apart what only looks alike.
func TestCluster(t *testing.T) {
	held := [2]string{"2019-05-10", "Ministers talk\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n"}
	ahead := [2]string{"2019-05-07", "Ministers to talk\n\nFinnish Foreign Minister Eero Salo will meet Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.\n"}
	april := [2]string{"2019-04-03", "Ministers talk\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Oslo on Tuesday.\n"}
	ms := archive(t, &know.Base{}, held, ahead, april)
	if len(ms) != 2 {
		t.Fatalf("%d meetings, want 2: %+v", len(ms), ms)
	}
	for _, m := range ms {
		if m.Date.String() == "2019-05-09" && (len(m.Coverage) != 2 || m.Status != meeting.Held) {
			t.Errorf("9 May: %d articles, %s; want 2, held", len(m.Coverage), m.Status)
		}
		if m.Date.String() == "2019-04-02" && len(m.Coverage) != 1 {
			t.Errorf("2 April: %d articles, want 1", len(m.Coverage))
		}
	}
}

// TestClusterOrder permutes the articles: the meetings stay the same.
func TestClusterOrder(t *testing.T) {
	articles := [][2]string{
		{"2019-05-10", "Ministers talk\n\nNorwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n"},
		{"2019-05-07", "Ministers to talk\n\nFinnish Foreign Minister Eero Salo will meet Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.\n"},
		{"2019-05-11", "Visit\n\nPresident Rosa Lima of Peru met President Juan Vega of Chile in Lima on Friday.\n"},
	}
	ids := func(l [][2]string) string {
		var out []string
		for _, m := range archive(t, &know.Base{}, l...) {
			out = append(out, m.ID+" "+string(m.Status))
		}
		slices.Sort(out)
		return strings.Join(out, "\n")
	}
	want := ids(articles)
	for range 5 {
		articles = append(articles[1:], articles[0])
		if got := ids(articles); got != want {
			t.Errorf("another order gives\n%s\nnot\n%s", got, want)
		}
		slices.Reverse(articles[:2])
	}
}

// FuzzRead feeds arbitrary text: threads must cite passages that exist, in order.
func FuzzRead(f *testing.F) {
	f.Add("Headline\n\nAnna Berg met Eero Salo in Oslo on Thursday. The talks, the first since 2010, lasted an hour.")
	f.Add("met met met to meet with and between, ; \" talks the the talks summit visit to Japan")
	f.Fuzz(func(t *testing.T, s string) {
		a, ts := read(t, "2019-05-10", s, &know.Base{})
		for _, th := range ts {
			for i, p := range th.Passages {
				if p < 0 || p >= len(a.Doc.Passages) || i > 0 && p <= th.Passages[i-1] {
					t.Fatalf("passages %v of %d", th.Passages, len(a.Doc.Passages))
				}
			}
		}
	})
}

// Clubs, firms and universities have directors, presidents and mediators too: only states hold summits and director-general talks. Where
// nobody is named the place is.
func TestTitles(t *testing.T) {
	for body, want := range map[string]string{
		"The two sides met in Geneva on Thursday, and neither of them would say what about.":                             "Meeting in Geneva",
		"Sporting director Bruno Salas of Torrevecchia met Lindholm's sporting director Peter Ros in Milan on Thursday.": "Meeting between Bruno Salas and Peter Ros",
		"President Rosa Lima of Peru met President Juan Vega of Chile in Lima on Thursday.":                              "Summit between Juan Vega and Rosa Lima",
	} {
		a, ts := read(t, "2019-05-10", "News of the day\n\n"+body+"\n", &know.Base{})
		people := who.Link([]*who.Article{a.Who}, nil)
		ms := meeting.Cluster(&meeting.Archive{Articles: []*meeting.Article{a}, Threads: [][]meeting.Thread{ts}, People: people, Know: &know.Base{}})
		if len(ms) != 1 || ms[0].Title != want {
			t.Errorf("%s: %+v, want %q", body, ms, want)
		}
	}
}

// TestEvents: articles that name no contact are of one event where their words speak for it, a week apart too, and not a season apart.
func TestEvents(t *testing.T) {
	for _, c := range []struct {
		odds   float64
		second string
		want   int
	}{{1, "2019-05-10", 1}, {-2, "2019-05-10", 2}, {1, "2019-05-17", 1}, {1, "2019-08-17", 2}} {
		ar := &meeting.Archive{Know: &know.Base{}, Odds: func(pairs [][2]int) []float64 {
			odds := make([]float64, len(pairs))
			for i := range odds {
				odds[i] = c.odds
			}
			return odds
		}}
		for _, published := range []string{"2019-05-10", c.second} {
			a, ts := read(t, published, "Storm tears off roofs\n\nA storm tore the roofs off many houses in the north of the country, and nobody was hurt there.\n", ar.Know)
			ar.Articles, ar.Threads = append(ar.Articles, a), append(ar.Threads, ts)
		}
		if got := ar.Events(); len(got) != c.want {
			t.Errorf("odds %v, published 2019-05-10 and %s: %v, want %d events", c.odds, c.second, got, c.want)
		}
	}
}

// TestCompared: whether two articles of a few days are about one meeting is for the odds by all their words to say, although they differ on its day and on
// who was there. Articles of two days that give it a day each need better odds, and nothing joins articles of two weeks.
func TestCompared(t *testing.T) {
	for _, c := range []struct {
		odds   float64
		second string
		want   int
	}{{1, "2019-05-10", 1}, {-3, "2019-05-10", 2}, {1, "2019-05-09", 2}, {5, "2019-05-09", 1}, {5, "2019-05-24", 2}} {
		ar := &meeting.Archive{Know: &know.Base{}, Odds: func(pairs [][2]int) []float64 { return slices.Repeat([]float64{c.odds}, len(pairs)) }}
		var people []*who.Article
		for _, x := range [][2]string{
			{"2019-05-10", "President Rosa Lima of Peru met President Juan Vega of Chile on Thursday."},
			{c.second, "President Rosa Lima of Peru and Ambassador Ana Ruiz met on Wednesday."},
		} {
			a, ts := read(t, x[0], "News of the day\n\n"+x[1]+"\n", ar.Know)
			ar.Articles, ar.Threads, people = append(ar.Articles, a), append(ar.Threads, ts), append(people, a.Who)
		}
		ar.People = who.Link(people, nil)
		if got := meeting.Cluster(ar); len(got) != c.want {
			t.Errorf("odds %v, published 2019-05-10 and %s: %d meetings, want %d: %+v", c.odds, c.second, len(got), c.want, got)
		}
	}
}

// TestAnswerToAProposal: what answers a proposal some sentences later is coverage of the meeting that was proposed.
func TestAnswerToAProposal(t *testing.T) {
	a, ts := read(t, "2019-05-10", "Peru seeks talks\n\nPresident Rosa Lima of Peru proposed talks with President Juan Vega of Chile on Thursday.\n\nThe price of copper fell in both countries.\n\nChile did not respond to the appeal.\n", &know.Base{})
	if len(ts) != 1 {
		t.Fatalf("%+v", ts)
	}
	covered := ""
	for _, p := range ts[0].Passages {
		covered += a.Doc.Slice(a.Doc.Passages[p].Span) + "\n"
	}
	if !strings.Contains(covered, "respond to the appeal") || strings.Contains(covered, "copper") {
		t.Errorf("covered:\n%s", covered)
	}
}
