package know

import (
	"strings"
	"sync"

	"readout/wasm/text"
	"readout/wasm/wordlist"
)

// countryTable has one line per state: ISO 3166-1 alpha-2 code | name | capital | demonyms | other names and metonyms.
// It holds all members of the United Nations, its two observer states, Taiwan, Hong Kong, Kosovo and the European Union.
// Metonyms are seats of power that newspapers let speak for the state. Where a name serves two states (Congo,
// Guinea, Korea) it stands with the one that plain news English means by it.
const countryTable = `AD|Andorra|Andorra la Vella|Andorran|
AE|United Arab Emirates|Abu Dhabi|Emirati|UAE,U.A.E.,Emirates
AF|Afghanistan|Kabul|Afghan|
AG|Antigua and Barbuda|St. John's|Antiguan|
AL|Albania|Tirana|Albanian|
AM|Armenia|Yerevan|Armenian|
AO|Angola|Luanda|Angolan|
AR|Argentina|Buenos Aires|Argentine,Argentinian|Casa Rosada
AT|Austria|Vienna|Austrian|
AU|Australia|Canberra|Australian|
AZ|Azerbaijan|Baku|Azerbaijani,Azeri|
BA|Bosnia and Herzegovina|Sarajevo|Bosnian|Bosnia
BB|Barbados|Bridgetown|Barbadian|
BD|Bangladesh|Dhaka|Bangladeshi|
BE|Belgium|Brussels|Belgian|
BF|Burkina Faso|Ouagadougou|Burkinabe|
BG|Bulgaria|Sofia|Bulgarian|
BH|Bahrain|Manama|Bahraini|
BI|Burundi|Gitega|Burundian|
BJ|Benin|Porto-Novo|Beninese|
BN|Brunei|Bandar Seri Begawan|Bruneian|Brunei Darussalam
BO|Bolivia|Sucre|Bolivian|
BR|Brazil|Brasilia|Brazilian|Brasília,Planalto Palace
BS|Bahamas|Nassau|Bahamian|
BT|Bhutan|Thimphu|Bhutanese|
BW|Botswana|Gaborone|Botswanan|
BY|Belarus|Minsk|Belarusian,Belarussian|
BZ|Belize|Belmopan|Belizean|
CA|Canada|Ottawa|Canadian|
CD|Democratic Republic of the Congo|Kinshasa|Congolese|DR Congo,DRC,Democratic Republic of Congo,Congo
CF|Central African Republic|Bangui|Central African|
CG|Republic of the Congo|Brazzaville||Congo-Brazzaville,Republic of Congo
CH|Switzerland|Bern|Swiss|Berne
CI|Ivory Coast|Yamoussoukro|Ivorian|Cote d'Ivoire,Côte d'Ivoire
CL|Chile|Santiago|Chilean|
CM|Cameroon|Yaounde|Cameroonian|
CN|China|Beijing|Chinese|People's Republic of China,PRC,P.R.C.,mainland China,Zhongnanhai
CO|Colombia|Bogota|Colombian|Bogotá
CR|Costa Rica|San Jose|Costa Rican|San José
CU|Cuba|Havana|Cuban|
CV|Cape Verde|Praia|Cape Verdean|Cabo Verde
CY|Cyprus|Nicosia|Cypriot,Greek Cypriot,Turkish Cypriot|
CZ|Czech Republic|Prague|Czech|Czechia
DE|Germany|Berlin|German|Bundesregierung
DJ|Djibouti||Djiboutian|
DK|Denmark|Copenhagen|Danish,Dane|
DM|Dominica|Roseau||
DO|Dominican Republic|Santo Domingo|Dominican|
DZ|Algeria|Algiers|Algerian|
EC|Ecuador|Quito|Ecuadorian,Ecuadorean|
EE|Estonia|Tallinn|Estonian|
EG|Egypt|Cairo|Egyptian|
ER|Eritrea|Asmara|Eritrean|
ES|Spain|Madrid|Spanish,Spaniard|Moncloa
ET|Ethiopia|Addis Ababa|Ethiopian|
EU|European Union||EU|E.U.,European Commission,European Council
FI|Finland|Helsinki|Finnish,Finn|
FJ|Fiji|Suva|Fijian|
FM|Micronesia|Palikir|Micronesian|Federated States of Micronesia
FR|France|Paris|French|Elysee,Élysée,Elysee Palace,Élysée Palace,Quai d'Orsay,Matignon
GA|Gabon|Libreville|Gabonese|
GB|United Kingdom|London|British,Briton|UK,U.K.,Britain,Great Britain,Downing Street,10 Downing Street,Whitehall,England,Scotland,Wales
GD|Grenada|St. George's|Grenadian|
GE|Georgia|Tbilisi|Georgian|
GH|Ghana|Accra|Ghanaian|
GM|Gambia|Banjul|Gambian|
GN|Guinea|Conakry|Guinean|
GQ|Equatorial Guinea|Malabo|Equatorial Guinean|
GR|Greece|Athens|Greek|
GT|Guatemala|Guatemala City|Guatemalan|
GW|Guinea-Bissau|Bissau||Guinea Bissau
GY|Guyana|Georgetown|Guyanese|
HK|Hong Kong|||
HN|Honduras|Tegucigalpa|Honduran|
HR|Croatia|Zagreb|Croatian,Croat|
HT|Haiti|Port-au-Prince|Haitian|
HU|Hungary|Budapest|Hungarian|
ID|Indonesia|Jakarta|Indonesian|
IE|Ireland|Dublin|Irish|
IL|Israel|Jerusalem|Israeli|
IN|India|New Delhi|Indian|Delhi
IQ|Iraq|Baghdad|Iraqi|
IR|Iran|Tehran|Iranian|Islamic Republic of Iran,Teheran
IS|Iceland|Reykjavik|Icelandic,Icelander|Reykjavík
IT|Italy|Rome|Italian|Palazzo Chigi,Quirinale
JM|Jamaica|Kingston|Jamaican|
JO|Jordan|Amman|Jordanian|
JP|Japan|Tokyo|Japanese|Kasumigaseki,Kantei,Nagatacho
KE|Kenya|Nairobi|Kenyan|
KG|Kyrgyzstan|Bishkek|Kyrgyz|Kirgizstan
KH|Cambodia|Phnom Penh|Cambodian|
KI|Kiribati|Tarawa||
KM|Comoros|Moroni|Comorian|
KN|Saint Kitts and Nevis|Basseterre||St Kitts and Nevis,St. Kitts and Nevis
KP|North Korea|Pyongyang|North Korean|DPRK,D.P.R.K.,Democratic People's Republic of Korea,N. Korea,N Korea,Pyeongyang
KR|South Korea|Seoul|South Korean,Korean|ROK,R.O.K.,Republic of Korea,Korea,S. Korea,S Korea,Blue House,Cheong Wa Dae,Cheongwadae
KW|Kuwait|Kuwait City|Kuwaiti|
KZ|Kazakhstan|Astana|Kazakh,Kazakhstani|Nur-Sultan
LA|Laos|Vientiane|Laotian,Lao|
LB|Lebanon|Beirut|Lebanese|
LC|Saint Lucia|Castries||St Lucia,St. Lucia
LI|Liechtenstein|Vaduz||
LK|Sri Lanka|Colombo|Sri Lankan|
LR|Liberia|Monrovia|Liberian|
LS|Lesotho|Maseru|Basotho|
LT|Lithuania|Vilnius|Lithuanian|
LU|Luxembourg||Luxembourgish,Luxembourger|
LV|Latvia|Riga|Latvian|
LY|Libya|Tripoli|Libyan|
MA|Morocco|Rabat|Moroccan|
MC|Monaco||Monegasque|
MD|Moldova|Chisinau|Moldovan|
ME|Montenegro|Podgorica|Montenegrin|
MG|Madagascar|Antananarivo|Malagasy|
MH|Marshall Islands|Majuro|Marshallese|
MK|North Macedonia|Skopje|Macedonian,North Macedonian|Macedonia
ML|Mali|Bamako|Malian|
MM|Myanmar|Naypyidaw|Burmese|Burma,Naypyitaw
MN|Mongolia|Ulaanbaatar|Mongolian|Ulan Bator
MR|Mauritania|Nouakchott|Mauritanian|
MT|Malta|Valletta|Maltese|
MU|Mauritius|Port Louis|Mauritian|
MV|Maldives|Malé|Maldivian|
MW|Malawi|Lilongwe|Malawian|
MX|Mexico|Mexico City|Mexican|
MY|Malaysia|Kuala Lumpur|Malaysian|Putrajaya
MZ|Mozambique|Maputo|Mozambican|
NA|Namibia|Windhoek|Namibian|
NE|Niger|Niamey|Nigerien|
NG|Nigeria|Abuja|Nigerian|
NI|Nicaragua|Managua|Nicaraguan|
NL|Netherlands|Amsterdam|Dutch|The Hague,Holland,The Netherlands
NO|Norway|Oslo|Norwegian|
NP|Nepal|Kathmandu|Nepali,Nepalese|
NR|Nauru|Yaren|Nauruan|
NZ|New Zealand|Wellington|New Zealander|Beehive
OM|Oman|Muscat|Omani|
PA|Panama|Panama City|Panamanian|
PE|Peru|Lima|Peruvian|
PG|Papua New Guinea|Port Moresby|Papua New Guinean|PNG
PH|Philippines|Manila|Philippine,Filipino|Malacanang,Malacañang
PK|Pakistan|Islamabad|Pakistani|
PL|Poland|Warsaw|Polish,Pole|
PS|Palestine|Ramallah|Palestinian|Palestinian Authority,Palestinian territories
PT|Portugal|Lisbon|Portuguese|
PW|Palau|Ngerulmud|Palauan|
PY|Paraguay|Asuncion|Paraguayan|
QA|Qatar|Doha|Qatari|
RO|Romania|Bucharest|Romanian|
RS|Serbia|Belgrade|Serbian,Serb|
RU|Russia|Moscow|Russian|Russian Federation,Kremlin
RW|Rwanda|Kigali|Rwandan|
SA|Saudi Arabia|Riyadh|Saudi,Saudi Arabian|
SB|Solomon Islands|Honiara|Solomon Islander|Solomons
SC|Seychelles||Seychellois|
SD|Sudan|Khartoum|Sudanese|
SE|Sweden|Stockholm|Swedish,Swede|
SG|Singapore||Singaporean|
SI|Slovenia|Ljubljana|Slovenian,Slovene|
SK|Slovakia|Bratislava|Slovak,Slovakian|
SL|Sierra Leone|Freetown|Sierra Leonean|
SM|San Marino|||
SN|Senegal|Dakar|Senegalese|
SO|Somalia|Mogadishu|Somali|
SR|Suriname|Paramaribo|Surinamese|
SS|South Sudan|Juba|South Sudanese|
ST|Sao Tome and Principe|Sao Tome||
SV|El Salvador|San Salvador|Salvadoran,Salvadorean|
SY|Syria|Damascus|Syrian|
SZ|Eswatini|Mbabane|Swazi|Swaziland
TD|Chad|N'Djamena|Chadian|
TG|Togo|Lome|Togolese|
TH|Thailand|Bangkok|Thai|
TJ|Tajikistan|Dushanbe|Tajik|
TL|East Timor|Dili|East Timorese,Timorese|Timor-Leste,Timor Leste
TM|Turkmenistan|Ashgabat|Turkmen|
TN|Tunisia|Tunis|Tunisian|
TO|Tonga|Nuku'alofa|Tongan|
TR|Turkey|Ankara|Turkish,Turk|Turkiye,Türkiye
TT|Trinidad and Tobago|Port of Spain|Trinidadian|
TV|Tuvalu|Funafuti|Tuvaluan|
TW|Taiwan|Taipei|Taiwanese|Republic of China
TZ|Tanzania|Dodoma|Tanzanian|
UA|Ukraine|Kyiv|Ukrainian|Kiev
UG|Uganda|Kampala|Ugandan|
US|United States|Washington|American|U.S.,USA,U.S.A.,United States of America,America,White House,State Department,Pentagon,Capitol Hill,Foggy Bottom,Washington D.C.,Washington DC,U.S
UY|Uruguay|Montevideo|Uruguayan|
UZ|Uzbekistan|Tashkent|Uzbek|
VA|Vatican|Vatican City||Holy See
VC|Saint Vincent and the Grenadines|Kingstown||St Vincent and the Grenadines,St. Vincent and the Grenadines
VE|Venezuela|Caracas|Venezuelan|Miraflores
VN|Vietnam|Hanoi|Vietnamese|Viet Nam
VU|Vanuatu|Port Vila||
WS|Samoa|Apia|Samoan|
XK|Kosovo|Pristina|Kosovar|
YE|Yemen|Sanaa|Yemeni|Sana'a
ZA|South Africa|Pretoria|South African|
ZM|Zambia|Lusaka|Zambian|
ZW|Zimbabwe|Harare|Zimbabwean|`

// Naming says by what kind of word a country is named.
type Naming int

// The ways to name a country.
const (
	ByName    Naming = iota + 1 // "South Korea", "the ROK"
	ByCapital                   // "Seoul"
	ByDemonym                   // "South Korean"
	ByMetonym                   // "the Blue House": a seat of power that stands for the government
)

// CountryWord is what a phrase says of a country.
type CountryWord struct {
	ISO string // ISO 3166-1 alpha-2, "EU" for the European Union, "XK" for Kosovo
	By  Naming
}

// metonyms are the other names of countryTable that are seats of power and not names of the state.
const metonyms = "|Casa Rosada|Planalto Palace|Zhongnanhai|Bundesregierung|European Commission|European Council|Moncloa|Elysee|Élysée|Elysee Palace|Élysée Palace|Quai d'Orsay|Matignon|Downing Street|10 Downing Street|Whitehall|Palazzo Chigi|Quirinale|Kasumigaseki|Kantei|Nagatacho|Blue House|Cheong Wa Dae|Cheongwadae|Beehive|Malacanang|Malacañang|Kremlin|White House|State Department|Pentagon|Capitol Hill|Foggy Bottom|Miraflores|"

// capitals among the other names of countryTable.
const capitals = "|Brasília|Berne|Bogotá|San José|Delhi|Teheran|Reykjavík|Pyeongyang|The Hague|Naypyitaw|Ulan Bator|Putrajaya|Kiev|Washington D.C.|Washington DC|Sana'a|Nur-Sultan|"

type countryIndex struct {
	words map[string]CountryWord
	names map[string]string
	reach *reach // of the words with which a phrase may begin
}

var countries = sync.OnceValue(func() *countryIndex {
	ix := countryIndex{words: map[string]CountryWord{}, names: map[string]string{}}
	reach := reaches{"the": longestPhrase}
	add := func(phrase, iso string, by Naming) {
		if key := fold(phrase); key != "" {
			if _, taken := ix.words[key]; !taken || by == ByName {
				ix.words[key] = CountryWord{iso, by}
				reach.add(key)
			}
		}
	}
	for line := range strings.SplitSeq(countryTable, "\n") {
		f := strings.Split(line, "|")
		iso := f[0]
		ix.names[iso] = f[1]
		add(f[1], iso, ByName)
		add(f[2], iso, ByCapital)
		for d := range strings.SplitSeq(f[3], ",") {
			add(d, iso, ByDemonym)
			switch { // "Koreans", "Saudis", but "the Japanese", "the Swiss"
			case d == "", strings.HasSuffix(d, "ese"), strings.HasSuffix(d, "ish"), strings.HasSuffix(d, "ss"), strings.HasSuffix(d, "ch"):
			default:
				add(d+"s", iso, ByDemonym)
			}
		}
		for o := range strings.SplitSeq(f[4], ",") {
			switch {
			case strings.Contains(metonyms, "|"+o+"|"):
				add(o, iso, ByMetonym)
			case strings.Contains(capitals, "|"+o+"|"):
				add(o, iso, ByCapital)
			default:
				add(o, iso, ByName)
			}
		}
	}
	ix.reach = wordlist.MapOf(reach)
	return &ix
})

// fold makes the key of a phrase: folded as text.Fold does it, without a leading "the".
func fold(phrase string) string { return strings.TrimPrefix(text.Fold(phrase), "the ") }

// Country returns the ISO code of the country that a folded phrase of one to five words names by its name, its
// capital, its demonym or a seat of its government ("the Blue House"). "us" is never a country: pass "u.s.".
func Country(folded string) (iso string, ok bool) {
	w, ok := countries().words[fold(folded)]
	return w.ISO, ok
}

// head is the first word of a folded phrase, up to a hyphen.
func head(folded string) string {
	for i := range len(folded) {
		if folded[i] == ' ' || folded[i] == '-' {
			return folded[:i]
		}
	}
	return folded
}

// reach says of the words with which phrases begin, up to a space or hyphen, how many words the longest of these phrases has.
type (
	reach   = wordlist.Map[int]
	reaches map[string]int
)

// longestPhrase is more words than any phrase has.
const longestPhrase = 8

// add adds a folded phrase.
func (r reaches) add(phrase string) {
	first := head(phrase)
	words := 1
	for i := range len(phrase) {
		if phrase[i] == ' ' || phrase[i] == '-' {
			words++
		}
	}
	r[first] = max(r[first], words)
}

// CountryReach is the most words, parted by spaces and hyphens, of a phrase that Country knows and that begins with a folded word; 0 where
// there is none: for most words a look-up of phrases is saved.
func CountryReach(word string) int { return countries().reach.Of(head(word)) }

// CityReach is CountryReach for City.
func CityReach(word string) int { return cities().reach.Of(head(word)) }

// RoleBegins reports whether a phrase that RoleAt knows may begin with a folded word.
func RoleBegins(word string) bool { return roles().reach.Of(word) > 0 }

// CountryPhrase is Country that also says how the country is named.
func CountryPhrase(folded string) (CountryWord, bool) {
	w, ok := countries().words[fold(folded)]
	return w, ok
}

// CountryName is the plain English name of a country, or iso itself where the code is unknown.
func CountryName(iso string) string {
	if name, ok := countries().names[iso]; ok {
		return name
	}
	return iso
}

// KnownCountry reports whether iso is a code of the table.
func KnownCountry(iso string) bool {
	_, ok := countries().names[iso]
	return ok
}
