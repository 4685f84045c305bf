// Invented texts for the page "Compare your own": eight accounts of one meeting, two that have nothing in common, two in Korean.

export const eight = [
  { outlet: 'Oslo Times', published: '2019-05-07', text: `Ministers to talk about cod

OSLO - Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced Tuesday.

Berg will urge Finland to cut the cod quota by 20 percent. The two last met in Tromso in 2017.

The ministry said the two would also discuss a ferry line between Vardo and Kemi, which was closed in March.
` },
  { outlet: 'Helsinki Post', published: '2019-05-10', text: `Berg and Salo agree on cod

HELSINKI - Finnish Foreign Minister Eero Salo met Norwegian Foreign Minister Anna Berg in Helsinki on Thursday.

The two sides agreed to cut the cod quota by 30 percent from next year. Salo said Finland had asked for the cut.

"We are content with the quota," Berg told reporters after the talks.

Salo proposed that the ferry line between Kemi and Vardo be opened again in June.
` },
  { outlet: 'Nordic Wire', published: '2019-05-09', text: `Norway, Finland cut cod quota

HELSINKI - Norway and Finland agreed on Thursday to cut their cod quota by 30 percent, Norwegian Foreign Minister Anna Berg said after meeting her Finnish counterpart Eero Salo.

The cut takes effect next year. It was the first meeting of the two ministers since 2017.
` },
  { outlet: 'Bergen Daily', published: '2019-05-10', text: `Fishermen angry at Helsinki deal

BERGEN - Fishermen in Bergen protested on Friday against a deal that Foreign Minister Anna Berg struck in Helsinki the day before.

Berg and Finnish Foreign Minister Eero Salo agreed on Thursday to cut the cod quota by 25 percent.

"Nobody asked us," said Lars Moe, who heads the union of fishermen.
` },
  { outlet: 'Vardo News', published: '2019-05-11', text: `Ferry to Kemi may come back

VARDO - The ferry between Vardo and Kemi could run again from June, Finland proposed when the foreign ministers of both countries met in Helsinki on Thursday.

Norwegian Foreign Minister Anna Berg said she would look at the proposal. Finnish Foreign Minister Eero Salo said his country would pay half of the cost.
` },
  { outlet: 'Baltic Review', published: '2019-05-12', text: `A quiet deal in Helsinki

TALLINN - When Norwegian Foreign Minister Anna Berg and Finnish Foreign Minister Eero Salo met in Helsinki on Thursday, they needed two hours to agree on what their experts had not settled in two years.

The cod quota of the two countries will be cut by 30 percent from next year. Scientists had asked for 50 percent.
` },
  { outlet: 'Kemi Gazette', published: '2019-05-10', text: `Salo: ferry in June

KEMI - Foreign Minister Eero Salo proposed on Thursday that the ferry between Kemi and Vardo be opened again in June, he said after talks with his Norwegian colleague Anna Berg in Helsinki.

Finland would pay half of the cost, Salo said.
` },
  { outlet: 'The Sea Journal', published: '2019-05-13', text: `What the cod deal means

STOCKHOLM - Thirty percent less cod: that is what the foreign ministers of Norway and Finland, Anna Berg and Eero Salo, agreed on in Helsinki on 9 May.

Scientists had asked for a cut of 50 percent. Berg called the quota a good compromise, and said that Norway was content with it.
` },
];

export const strangers = [
  { outlet: 'Garden Letter', published: '', text: `How to prune a pear tree

Pear trees are best pruned in late winter, before the buds swell. Take out dead wood first, then branches that cross.

A sharp saw leaves a clean cut that heals within a season.
` },
  { outlet: 'Port Bulletin', published: '2021', text: `Wage talks at the port

ROTTERDAM - Havenbedrijf chief executive Pieter de Boer sat down with union president Maria Visser in Rotterdam on Wednesday, after a week of rain.

The company offered four percent. Visser said that the dockers would vote on the offer by Friday.
` },
];

export const korean = [
  { outlet: '새벽신문', published: '2020-10-29', text: `한일 국장급 협의 서울서 개최

서울 - 김정한 외교부 아시아태평양국장은 29일 서울에서 다키자키 시게키 일본 외무성 아시아대양주국장과 만나 국장급 협의를 가졌다.

김 국장은 강제징용 문제에 대한 한국의 입장을 설명하고 일본의 수출규제 철회를 다시 요구했다.

양측은 코로나19 상황에서도 협의를 계속하기로 했다.
` },
  { outlet: '한강일보', published: '2020-10-30', text: `한일 국장급 협의, 입장차만 확인

한국과 일본이 29일 서울에서 국장급 협의를 열었으나 강제징용 문제에서 입장차를 좁히지 못했다.

다키자키 국장은 일본 기업의 자산이 현금화되면 안 된다고 말했다. 김정한 국장은 수출규제를 철회하라고 요구했다.

두 나라는 협의를 계속하기로 했다.
` },
];
