package who

import "readout/wasm/wordlist"

// Word lists are folded. They are general news English; the registry holds what is special.

var calendarWords = wordlist.Of(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
	today yesterday tomorrow tonight christmas easter ramadan thanksgiving am pm gmt est edt utc jst kst`)

// functionWords never belong to a name, whatever their capitals.
var functionWords = wordlist.Of(`a an the this that these those he she it they we i you his her its their our my your him them us who whom whose which what
	when where why how if unless until till while although though because since as after before during amid among between both either neither
	and or but nor so yet not no also only even just still then than there here such same other another each every all any some many much most more
	less few several one two three four five six seven eight nine ten first second third last next previous former latter in on at by for from
	with within without of to into onto over under above below against across along around behind beyond near off out up down through throughout
	toward towards via per about according despite regarding concerning following including like unlike is are was were be been being am do does
	did has have had having will would shall should can could may might must let lets however moreover meanwhile nevertheless nonetheless
	therefore thus hence instead otherwise indeed besides furthermore additionally earlier later recently currently now once again soon ago
	yes please thanks today yesterday tomorrow well very too quite rather almost already always never often sometimes perhaps maybe
	overall separately similarly specifically finally initially ultimately apparently reportedly allegedly nearly approximately
	on-site asked told said says amidst apart aside back both's whether upon plus minus versus vs re wartime new`)

// titleModifiers may stand in a title before or between its role words.
var titleModifiers = wordlist.Of(`foreign prime defense defence finance financial trade interior home deputy vice senior former ex acting chief assistant
	associate executive first second third new newly incoming outgoing then late current incumbent retired special top visiting longtime veteran
	opposition ruling party parliamentary administrative territorial issues economy economic industry industrial affairs justice health education labor
	labour transport environment energy security national state federal regional local city county union company club team ministry bureau
	department office government cabinet house senate committee presidential press military army navy police agriculture unification
	intelligence counter-terrorism democratic republican equivalent commerce treasury culture sports tourism land infrastructure science technology
	welfare digital reconstruction oceans fisheries nuclear chief's u.n. un eu nato interim caretaker
	co lead main public human resources legal media communications spokes founding honorary hall capital district northeast asian pacific
	asia-pacific oceanian conservative liberal democrat labour's general executive's
	firebrand populist billionaire star rookie fellow ousted disgraced embattled jailed slain exiled hardline moderate`)

// nameParticles may stand small inside a name.
var nameParticles = wordlist.Of(`de da dos das del della di du van von der den ter ten bin ibn al el la le abu mac y e zu af bint ul`)

// thingWords make a capitalised run an institution, a place or a thing and not a person.
var thingWords = wordlist.Of(`show podcast facility art arts shrine day days island islands islets prefecture party agency organization organisation forces force peninsula talks war
	agreement accord pact treaty act law bill bureau committee council assembly parliament congress senate house university college institute
	school academy hospital church cathedral mosque temple street avenue ave road rd blvd square river lake mountain mount sea ocean bay gulf strait coast beach
	valley desert canal dam bridge airport port station stadium arena hotel center centre building tower palace castle museum library theatre
	theater gallery league cup games olympics championship championships tournament series open prix association union federation
	confederation company corporation corp inc ltd llc plc co bank fund group holdings industries motors motor airlines airways air steel
	electric times news post journal herald tribune daily mail telegraph guardian press shimbun ilbo tv radio network channel broadcasting agency
	media magazine review summit forum conference convention festival awards award prize court courts tribunal police army navy guard corps
	command fleet marines ministry ministries department office commission authority administration cabinet secretariat board
	service services affairs district province state states county city town village borough region republic kingdom empire federation
	emirates nations world international global national european american asian african pacific atlantic democratic republican liberal
	conservative labour labor communist socialist green movement front alliance coalition brotherhood army's initiative program programme
	project plan policy strategy system security defense defence foreign finance trade economic economy industry health education justice
	technology technologies systems software solutions studios pictures entertainment records music capital partners investments trust
	foundation society club fc united rovers wanderers athletic line railway rail metro subway express delegation mission embassy consulate
	bowl super world's stock exchange index dow street's nuclear power plant reactor missile radar navy's incident accident disaster earthquake
	hurricane typhoon storm tsunami attack attacks bombing crisis dispute conflict revolution uprising protest protests election elections
	primary vote referendum constitution amendment declaration statement protocol resolution convention communique memorandum budget
	deal issue issues question problem rights human relations ties cooperation partnership dialogue meeting chamber senate's hall
	hills heights park gardens garden zoo farm mall market store stores restaurant cafe bar pub inn casino resort club's zone area border
	line's wall fence route highway interstate freeway line tunnel terminal pier harbour harbor shipyard base camp fort field headquarters hq
	teamsters workers teachers nurses students veterans citizens people women children youth soviet nato asean g7 g20 wto fifa uefa ioc
	opec imf nba nfl nhl mlb wta atp ufc nascar motogp gp f1 app phone iphone windows android internet web website online twitter facebook google
	apple microsoft amazon yahoo youtube netflix tesla boeing airbus ford toyota honda samsung sony nissan hyundai bible koran quran christmas
	catholic catholics christian christians muslim muslims islamic islam jewish jews hindu buddhist protestant orthodox sunni shiite arab arabs kurdish kurds
	north south east west northern southern eastern western northeast northwest southeast southwest central middle upper lower
	championship's playoffs playoff finals final semifinal round season game match week month year century anniversary
	unity synod hub assurance reserve reserves centennial residence
	weekly courier observer bulletin dispatch examiner inquirer gazette chronicle sentinel
	medal trophy stage tour race derby marathon rally grand slam masters golf tennis football soccer baseball basketball hockey cricket rugby`)

// speech verbs: what is said stands beside them. Those that also mean something else ("called", "noted") are kept
// when a speaker stands right before or after them.
var speechVerbs = wordlist.Of(`said says say saying told tells stated states stating added adds adding announced announces announcing explained explains
	emphasized emphasised emphasizes emphasizing stressed stresses stressing urged urges urging insisted insists insisting reported reporting
	responded responds replied replies warned warns warning claimed claims claiming argued argues arguing noted notes noting demanded demands
	denied denies denying reiterated reiterates reiterating confirmed confirms confirming disclosed discloses revealed reveals expressed
	expresses expressing conveyed conveys quoted quotes cited cites suggested suggests acknowledged acknowledges admitted admits vowed vows
	pledged pledges promised promises criticized criticised criticizes criticises accused accuses declared declares remarked remarks
	commented comments recalled recalls concluded concludes maintained maintains asserted asserts contended contends countered observed
	testified alleged alleges tweeted wrote writes posted lamented cautioned complained predicted joked quipped protested hoped hopes hoping
	believes believed called calls calling asked asks asking voiced voices sympathized sympathised
	requested requests proposed proposes described describes retorted signaled signalled briefed condemned condemns rejected rejects
	praised praises welcomed welcomes thanked appealed appeals apologized apologised advised outlined shared conceded repeated underscored underlined
	answered answers refuted refutes rebutted rebuts`)

// strongSpeech verbs say only that somebody speaks: a capitalised word before one of them is a speaker.
var strongSpeech = wordlist.Of(`said says told stated added explained emphasized emphasised stressed urged insisted responded replied warned claimed argued
	reiterated remarked commented testified tweeted noted vowed recalled quipped joked acknowledged admitted conceded lamented cautioned complained`)

// personalVerbs have people as subjects; they support a reading as a name but do not make one.
var personalVerbs = wordlist.Of(`who met meets visited visits attended arrived resigned died born married smiled tweeted whose starred scored played
	pleaded testified won lost beat defeated joined became serves served led leads replaced succeeded`)

// koreanSurnames stand first in names like "Kim Jung-han". They are shared by too many to identify anybody.
var koreanSurnames = wordlist.Of(`kim lee park choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo suh shin sin kwon hwang ahn an song
	ryu yoo yu hong jeon chun ko koh moon mun yang son sohn bae pae baek paik paek heo huh hur nam noh roh no ha joo ju woo u ku koo gu min ri rim rhee yi pak
	sim shim cha won bang pang byun byeon do eom um ok pyo ban bahn sung seong tae thae paik yeo lyu`)

// chineseSurnames likewise, with the Chinese readings of Korean and Japanese names in mind.
var chineseSurnames = wordlist.Of(`wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie tang song deng han feng
	cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan lu xi hua geng qin mao bo jia fan
	fang shi yin jin tsai chiang ong hsu hsieh zhai meng bai kong qian`)

// commonSurnames are both.
var commonSurnames = wordlist.Of(append(koreanSurnames.Words(), chineseSurnames.Words()...)...)

// westernSurnames are the surnames that most people share in the United States and Britain.
var westernSurnames = wordlist.Of(`smith jones johnson williams brown miller davis wilson anderson thomas taylor moore jackson martin thompson white harris
	clark lewis robinson walker hall allen young king wright scott green baker adams nelson hill campbell mitchell roberts carter phillips evans
	turner parker collins edwards stewart morris murphy cook rogers morgan cooper bell bailey kelly howard ward cox richardson wood watson brooks
	bennett gray hughes price myers long foster sanders ross powell sullivan russell jenkins perry butler barnes fisher garcia martinez rodriguez
	hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes`)

// lowTitles are titles of courtesy, with or without a full stop.
var courtesyTitles = wordlist.Of(`mr mrs ms miss dr prof sir dame lord lady rev sen rep gov gen lt col capt maj sgt cpl cmdr adm supt det insp hon fr sr jr pres amb atty const ofc sup revd ven rt msgr cllr shri smt holiness excellency highness majesty eminence`)
