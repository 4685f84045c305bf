package know

import (
	"strings"
	"sync"

	"readout/wasm/wordlist"
)

// cityTable lists well-known cities by country, capitals apart: those where states meet, and the large ones that
// news of any field names. City names that are common surnames or first names are left out on purpose
// ("Florence" stays, as it seldom opens a name in the news).
const cityTable = `AE:Dubai,Sharjah
AF:Kandahar,Herat
AR:Cordoba,Rosario
AT:Salzburg,Graz,Innsbruck,Linz
AU:Sydney,Melbourne,Brisbane,Perth,Adelaide,Darwin,Hobart,Cairns
BA:Mostar
BD:Chittagong
BE:Antwerp,Ghent,Bruges,Liege
BO:La Paz
BR:Rio de Janeiro,Sao Paulo,São Paulo,Salvador,Recife,Belem,Belém,Porto Alegre,Fortaleza
CA:Toronto,Montreal,Vancouver,Calgary,Edmonton,Quebec City,Halifax,Winnipeg,Charlevoix,Kananaskis,Whistler
CD:Goma
CH:Geneva,Zurich,Basel,Lausanne,Davos,Lucerne,Lugano,Montreux,Burgenstock,Bürgenstock
CI:Abidjan
CL:Valparaiso
CN:Shanghai,Guangzhou,Shenzhen,Tianjin,Chongqing,Chengdu,Wuhan,Nanjing,Hangzhou,Xian,Xi'an,Dalian,Qingdao,Shenyang,Harbin,Urumqi,Lhasa,Kunming,Xiamen,Macau,Macao,Sanya,Boao,Dandong,Beidaihe
CO:Cartagena,Medellin,Medellín,Cali
CU:Guantanamo
CZ:Brno
DE:Munich,Hamburg,Frankfurt,Cologne,Bonn,Dresden,Leipzig,Stuttgart,Dusseldorf,Düsseldorf,Ramstein,Hanover,Bremen,Nuremberg,Wolfsburg
EG:Alexandria,Sharm el-Sheikh,Sharm el Sheikh
ES:Barcelona,Valencia,Seville,Bilbao,Malaga
FI:Tampere,Turku
FR:Lyon,Marseille,Nice,Strasbourg,Cannes,Biarritz,Bordeaux,Toulouse,Lille,Versailles,Deauville,Calais
GB:Manchester,Liverpool,Birmingham,Edinburgh,Glasgow,Cardiff,Belfast,Leeds,Bristol,Oxford,Cambridge,Newcastle,Sheffield,Carbis Bay,Gleneagles,Lough Erne,Chequers
GE:Batumi,Sukhumi
GR:Thessaloniki,Piraeus
HR:Dubrovnik,Split
ID:Bali,Surabaya,Bandung,Nusa Dua,Labuan Bajo
IE:Cork,Galway
IL:Tel Aviv,Haifa
IN:Mumbai,Kolkata,Chennai,Bangalore,Bengaluru,Hyderabad,Ahmedabad,Goa,Jaipur
IQ:Basra,Mosul,Erbil
IR:Isfahan,Mashhad,Natanz
IT:Milan,Naples,Turin,Venice,Florence,Genoa,Bologna,Palermo,Taormina,Trieste,L'Aquila,Bari
JP:Osaka,Kyoto,Yokohama,Nagoya,Sapporo,Fukuoka,Hiroshima,Nagasaki,Kobe,Sendai,Naha,Okinawa,Kumamoto,Kagoshima,Matsue,Karuizawa,Ise-Shima,Kitakyushu,Shimonoseki,Toyako,Beppu,Niigata,Hakodate,Nara,Kawasaki
JO:Aqaba
KE:Mombasa
KH:Siem Reap
KP:Kaesong,Wonsan,Rason,Sinuiju,Hamhung
KR:Busan,Pusan,Incheon,Daegu,Daejeon,Gwangju,Ulsan,Sejong,Suwon,Jeju,Pyeongchang,Gyeongju,Pohang,Panmunjom,Paju,Gangneung,Seongnam,Pangyo,Pyeongtaek
KZ:Almaty
LU:Luxembourg City
LY:Benghazi
MA:Marrakesh,Marrakech,Casablanca,Fez,Tangier
MM:Yangon,Rangoon,Mandalay
MX:Cancun,Guadalajara,Monterrey,Tijuana,Los Cabos
MY:Penang,Langkawi,Johor Bahru
NG:Lagos,Kano,Port Harcourt
NL:Rotterdam,Utrecht,Maastricht,Eindhoven
NO:Bergen,Trondheim,Tromso,Tromsø
NZ:Auckland,Christchurch,Queenstown
PE:Cusco,Arequipa
PH:Cebu,Davao,Subic Bay,Quezon City
PK:Karachi,Lahore,Peshawar,Rawalpindi
PL:Krakow,Kraków,Gdansk,Gdańsk,Wroclaw,Lodz,Katowice,Poznan
PS:Gaza,Gaza City,Rafah,Khan Younis,Hebron,Jenin,Nablus
PT:Porto,Faro
RO:Cluj,Constanta
RS:Novi Sad
RU:St. Petersburg,St Petersburg,Saint Petersburg,Vladivostok,Sochi,Kazan,Novosibirsk,Khabarovsk,Yekaterinburg,Kaliningrad,Murmansk
SA:Jeddah,Mecca,Medina,Dammam
SE:Gothenburg,Malmo,Malmö,Uppsala
SY:Aleppo,Homs,Idlib
TH:Phuket,Chiang Mai,Pattaya
TR:Istanbul,Izmir,Antalya,Adana
TW:Kaohsiung,Taichung,Hsinchu
TZ:Dar es Salaam,Zanzibar
UA:Kharkiv,Odesa,Odessa,Lviv,Mariupol,Donetsk,Luhansk,Kherson,Zaporizhzhia,Sevastopol,Yalta,Dnipro
US:New York,New York City,Los Angeles,Chicago,San Francisco,Boston,Houston,Dallas,Miami,Seattle,Atlanta,Philadelphia,Detroit,Denver,Honolulu,Las Vegas,Phoenix,San Diego,Minneapolis,Pittsburgh,Baltimore,New Orleans,Camp David,Mar-a-Lago,Anchorage,Sunnylands,Palo Alto,Cleveland,St. Louis,Portland,Memphis,Nashville,Kansas City,Cincinnati,Milwaukee,Sacramento,Oakland,San Jose,Orlando,Tampa,Salt Lake City,Manhattan,Brooklyn,Palm Beach,Annapolis
UZ:Samarkand
VE:Maracaibo
VN:Ho Chi Minh City,Da Nang,Danang,Haiphong,Hue
YE:Aden,Hodeidah
ZA:Cape Town,Johannesburg,Durban,Sun City`

type cityIndex struct {
	iso   map[string]string
	reach *reach // as countryIndex has it
}

var cities = sync.OnceValue(func() *cityIndex {
	m := map[string]string{}
	for line := range strings.SplitSeq(cityTable, "\n") {
		iso, list, _ := strings.Cut(line, ":")
		for c := range strings.SplitSeq(list, ",") {
			if key := fold(c); m[key] == "" {
				m[key] = iso
			}
		}
	}
	for key, w := range countries().words {
		if w.By == ByCapital {
			m[key] = w.ISO
		}
	}
	for _, state := range []string{"singapore", "luxembourg", "monaco", "djibouti", "san marino", "kuwait", "hong kong"} {
		m[state] = countries().words[state].ISO
	}
	reach := reaches{"the": longestPhrase}
	for key := range m {
		reach.add(key)
	}
	return &cityIndex{m, wordlist.MapOf(reach)}
})

// City returns the country of a well-known city, capitals included, for a folded name of one to four words.
func City(folded string) (iso string, ok bool) {
	iso, ok = cities().iso[fold(folded)]
	return iso, ok
}
