package know

import (
	"strings"
	"sync"

	"readout/wasm/wordlist"
)

// The levels of roles, from the registry and from titles in the text. They say at which height somebody meets.
const (
	LevelHead            = "head"             // of a state or government, crowned heads included
	LevelMinister        = "minister"         // of a cabinet; secretaries of state; EU high representative
	LevelViceMinister    = "vice-minister"    // deputy and parliamentary ministers, under secretaries
	LevelDirectorGeneral = "director-general" // bureau chiefs, assistant secretaries
	LevelEnvoy           = "envoy"            // special representatives, negotiators, delegates
	LevelAmbassador      = "ambassador"       // heads of missions and their deputies, consuls
	LevelSpokesperson    = "spokesperson"     // whoever speaks for a body
	LevelLawmaker        = "lawmaker"         // members and speakers of parliaments, party leaders
	LevelMilitary        = "military"         // officers
	LevelLocal           = "local"            // governors, mayors, councillors
	LevelJudge           = "judge"            // judges, prosecutors, lawyers
	LevelPolice          = "police"           // police, fire and rescue officers
	LevelLeader          = "leader"           // of a company, union, club, agency or other body
	LevelOfficial        = "official"         // any other public servant or delegate
	LevelExpert          = "expert"           // scholars, analysts, doctors
	LevelSport           = "sport"            // players, coaches, managers, referees
	LevelArts            = "arts"             // actors, singers, writers
	LevelPress           = "press"            // reporters, editors, photographers
	LevelPeer            = "peer"             // "her Finnish counterpart": of the level of whoever was named
)

// roleTable lists title phrases by level. A title takes the level of its longest phrase that is found last; so
// "vice foreign minister" is no minister and "spokesman for the president" no head, see Role.
const roleTable = `head:president,prime minister,premier,pm,chancellor,king,queen,emperor,sultan,emir,crown prince,crown princess,pope,grand duke,taoiseach,president-elect,prime minister-elect,head of state,head of government,first minister,supreme leader,acting president,interim president,general secretary,chairman of the state affairs commission,sheikh,monarch,pontiff,dictator,vice president,vice-president,state president
minister:minister,fm,foreign secretary,secretary of state,defense secretary,defence secretary,treasury secretary,home secretary,commerce secretary,energy secretary,interior secretary,labor secretary,trade secretary,health secretary,education secretary,secretary of defense,secretary of the treasury,secretary of commerce,u.s. trade representative,us trade representative,trade representative,high representative,foreign policy chief,attorney general,chief cabinet secretary,state councilor,state councillor,national security adviser,national security advisor,security adviser,un secretary-general,secretary-general,secretary general,deputy prime minister,vice premier,vice prime minister,finance chief,defense chief,defence chief,foreign affairs chief,industry chief,chancellor of the exchequer,business secretary,transport secretary,spy chief,secretary
vice-minister:vice minister,vice-minister,vice foreign minister,deputy minister,deputy foreign minister,vice defense minister,parliamentary vice-minister,administrative vice-minister,administrative vice minister,deputy secretary,deputy secretary of state,under secretary,undersecretary,under secretary of state,undersecretary of state,parliamentary secretary,minister of state,state minister,senior vice minister,junior minister,second vice minister,first vice minister,state secretary,executive deputy foreign minister,vice-foreign minister,deputy defense minister,deputy defence minister,deputy finance minister,vice finance minister,second official,permanent secretary,deputy trade representative,deputy national security adviser,deputy attorney general
director-general:director-general,sporting director,technical director,director of football,development director,artistic director,director of operations,director general,director,bureau chief,bureau head,bureau director,assistant secretary,assistant secretary of state,assistant minister,assistant foreign minister,deputy assistant secretary,deputy director-general,deputy director general,department head,head of department,head of bureau,managing director,head of the bureau,senior director,department director,division director
envoy:envoy,special envoy,special representative,representative,negotiator,chief negotiator,government negotiator,chief government negotiator,union negotiator,peace commissioner,high commissioner for peace,nuclear envoy,chief nuclear envoy,trade envoy,climate envoy,peace envoy,chief representative,chief delegate,delegate,head of delegation,head of the delegation,chief of the delegation,leader of the delegation,mediator,arbitrator,presidential envoy,un envoy,point man,nuclear negotiator,chief nuclear negotiator,brexit negotiator,trade negotiator,special adviser,special advisor
ambassador:ambassador,consul,consul general,consul-general,charge d'affaires,deputy chief of mission,chief of mission,permanent representative,high commissioner,nuncio,attache,defense attache,ambassador-designate
spokesperson:spokesperson,spokesman,spokeswoman,press secretary,press officer,white house press secretary,communications director,communications chief,director of communications,head of communications,head of press,government spokesman,foreign ministry spokesman,foreign ministry spokesperson,foreign ministry spokeswoman,deputy spokesperson,deputy spokesman,chief spokesperson,press spokesman
lawmaker:lawmaker,senator,sen,congressman,congresswoman,representative rep,rep,mp,mep,msp,member of parliament,parliamentarian,legislator,assemblyman,assemblywoman,speaker,house speaker,vice speaker,deputy speaker,vice-president of the national assembly,vice president of the national assembly,majority leader,minority leader,senate majority leader,senate minority leader,house majority leader,opposition leader,party leader,party chief,floor leader,whip,chief whip,lord,baroness,democrat,republican,committee chairman,committee chairwoman,policy chief,congress member,presidential candidate,candidate,politician
military:general,gen,admiral,adm,colonel,col,lieutenant,lt,lieutenant general,major general,brigadier,brigadier general,captain,capt,commander,maj,major,sergeant,sgt,corporal,cpl,private,pvt,field marshal,chief of staff,joint chiefs chairman,joint chiefs of staff chairman,army chief,navy chief,air force chief,air marshal,lieutenant colonel,warlord,rebel leader
local:governor,gov,mayor,deputy mayor,councillor,councilor,councilman,councilwoman,council leader,alderman,county executive,provincial governor,city manager,selectman
judge:judge,justice,chief justice,magistrate,prosecutor,chief prosecutor,district attorney,attorney,lawyer,barrister,solicitor,public defender,defense attorney,defence lawyer,defense lawyer,coroner,advocate,counsel,general counsel,legal counsel,ombudsman,assistant district attorney,juror,da
police:police chief,chief of police,sheriff,detective,inspector,superintendent,chief inspector,chief superintendent,constable,officer,police officer,police spokesman,fire chief,chief constable,commissioner,police commissioner,trooper,sheriff's deputy,agent,special agent,det,supt,marshal,deputy sheriff,undersheriff,warden
leader:leader,chief executive,chief executive officer,ceo,chairman,chairwoman,chairperson,chair,vice chairman,vice chair,executive director,executive vice president,senior vice president,founder,co-founder,cofounder,owner,boss,chief,head,deputy head,chief financial officer,cfo,chief operating officer,coo,cto,chief technology officer,union leader,union president,union chief,union boss,union official,general manager,manager,shop steward,organizer,organiser,national secretary,assistant general secretary,regional secretary,treasurer,secretary-treasurer,principal,dean,rector,executive,board member,trustee,cardinal,archbishop,bishop,archdeacon,deacon,vicar,curate,provost,churchwarden,priest,abbot,abbess,moderator,monsignor,mufti,jury president,branch president,chapter president,vice-chancellor,pro-vice-chancellor,deputy vice-chancellor,vice-rector,headteacher,headmaster,headmistress,board chair,board chairman,board chairwoman,chief constable's deputy,union representative,shop convener,convener,convenor,rebel commander,rebel chief,junta chief,coup leader,guerrilla leader,faction leader,militia leader,chief of operations,climate chief,trade chief,economy chief,reverend,rev,patriarch,central bank governor,bank governor,fed chair,federal reserve chair,federal reserve chairman,president and ceo,company president,strike leader,activist,campaigner,lead negotiator,deputy director,managing partner,entrepreneur,billionaire,investor,businessman,businesswoman
official:official,officer,aide,adviser,advisor,senior official,government official,diplomat,bureaucrat,administrator,coordinator,inspector general,counselor,counsellor,attaché,secretary-designate,ex-president,former president,prince,princess,duke,duchess,first lady,nominee,defector,member,delegation member,staffer,clerk,superintendent of schools
expert:professor,prof,analyst,economist,scholar,researcher,research fellow,fellow,senior fellow,scientist,historian,expert,dr,doctor,physician,surgeon,nurse,epidemiologist,strategist,commentator,astronomer,engineer,psychologist,psychiatrist,geologist,seismologist,biologist,physicist,author,teacher,lecturer,meteorologist,forecaster,pathologist
sport:coach,head coach,player,striker,goalkeeper,quarterback,pitcher,defender,midfielder,forward,linebacker,receiver,wide receiver,running back,cornerback,safety,lineman,tackle,catcher,shortstop,outfielder,center,centre,guard,point guard,winger,driver,jockey,boxer,referee,umpire,skipper,team principal,champion,golfer,swimmer,sprinter,athlete,trainer,teammate,team-mate,batsman,bowler,fielder,cyclist,caddie,rider
arts:actor,actress,singer,director-producer,film director,filmmaker,musician,artist,novelist,poet,comedian,host,rapper,composer,producer,executive producer,showrunner,star,model,conductor,presenter,writer,playwright,dancer,screenwriter,guitarist,drummer,celebrity,designer
press:reporter,correspondent,editor,journalist,photographer,columnist,managing editor,responsible editor,staff writer,cameraman,anchor,editor-in-chief,news editor,staff reporter
peer:counterpart,counterparts,opposite number,colleague,colleagues`

type roleIndex struct {
	level map[string]string
	reach *reach // of the first words of all phrases, by the spaces alone
}

var roles = sync.OnceValue(func() *roleIndex {
	m := map[string]string{}
	reach := reaches{}
	for line := range strings.SplitSeq(roleTable, "\n") {
		level, list, _ := strings.Cut(line, ":")
		for phrase := range strings.SplitSeq(list, ",") {
			if _, taken := m[phrase]; !taken {
				m[phrase] = level
				head, _, _ := strings.Cut(phrase, " ")
				reach[head] = max(reach[head], 1+strings.Count(phrase, " "))
			}
		}
	}
	return &roleIndex{m, wordlist.MapOf(reach)}
})

// RoleAt returns the level of the longest title phrase that begins at words[0] and how many words it takes,
// or "", 0. Words are folded: lower case, possessive dropped, no full stop.
func RoleAt(words []string) (level string, n int) {
	if len(words) == 0 {
		return "", 0
	}
	for n = min(len(words), roles().reach.Of(words[0])); n > 0; n-- {
		if level, ok := roles().level[strings.Join(words[:n], " ")]; ok {
			return level, n
		}
	}
	return "", 0
}

// RoleLevel returns the level of a whole folded title, "" where it holds no title phrase. The post stands at the
// end of the first group of nouns ("union president", "ministry spokesman"); what follows a preposition only says
// of what ("spokesman for the president", "head of the bureau").
func RoleLevel(title string) string {
	words := strings.Fields(title)
	level := ""
	for i := 0; i < len(words); {
		if linking[words[i]] && level != "" {
			break
		}
		found, n := RoleAt(words[i:])
		if n == 0 {
			i++
			continue
		}
		if level == "" || n > 1 || !ranks.Has(words[i]) {
			level = found
		}
		i += n
	}
	return adjust(level, words)
}

// ranks behind a post say what its holder is besides: "Energy Minister Prince", "Defence Minister General".
var ranks = wordlist.Of(`prince princess sheikh sheikha dr prof professor lord baroness gen general adm admiral colonel captain`)

// linking words end the part of a title that names the post.
var linking = map[string]bool{"of": true, "for": true, "to": true, "at": true, "in": true, "with": true, "on": true, "from": true, "who": true, ",": true}

// adjust corrects the level of a post by the other words of the title: the deputy of a minister is a vice-minister,
// the head of a bureau a director-general, the president of a union no head of state.
func adjust(level string, words []string) string {
	has := func(list ...string) bool {
		for _, w := range words {
			for _, l := range list {
				if w == l {
					return true
				}
			}
		}
		return false
	}
	switch level {
	case LevelMinister:
		if has("vice", "deputy", "parliamentary", "junior") && !has("prime", "premier") {
			return LevelViceMinister
		}
	case LevelPolice: // "European commissioner for climate", "Commissioner for Peace": of no police
		if has("commissioner") && has("european", "eu", "eu's", "for", "trade", "climate", "economy", "energy", "competition", "un") && !has("police", "fire", "chief") {
			return LevelMinister
		}
	case LevelLeader, LevelDirectorGeneral:
		switch {
		case has("delegation", "talks", "negotiations"):
			return LevelEnvoy
		case has("bureau", "department", "division") && has("head", "chief", "director"):
			return LevelDirectorGeneral
		case words[len(words)-1] == "leader" && leadsCountry(words):
			return LevelHead
		}
	case LevelHead:
		switch {
		case has("assembly", "parliament", "senate", "party"):
			return LevelLawmaker
		case has("union", "company", "club", "association", "university", "federation", "chamber", "bank", "corp",
			"institute", "college", "local", "teamsters", "league", "network", "studio", "group", "foundation"):
			return LevelLeader
		}
	}
	return level
}

// leadsCountry reports whether a title is a country and "leader": "North Korean leader".
func leadsCountry(words []string) bool {
	_, ok := Country(strings.Join(words[:len(words)-1], " "))
	return ok
}
