package who

import "readout/wasm/wordlist"

// givenNames are first names as news in English writes them, folded; a run of capitals that begins with one is a person. They are of many
// languages, since the first word of a sentence has a capital anyway and only such a name tells "Claudia Ferrante and Paul Mensah met"
// from "Fishermen Ferrante trusts". Left out is what is also an everyday word, a title, a town or a surname.
var givenNames = wordlist.Of(`aage aaron aart aarti abbas abdalla abdallah abdelaziz abdelfattah abdelhamid abdelkader abdellatif abdelmadjid abdelmajid abderrahmane
	abdirahman abdolreza abdul abdulaziz abdulkarim abdulla abdullah abdullahi abdullo abdulrahman abdurrahman abena abhijit abhishek abida
	abigail abimbola abiodun abiola abiy abraham achmad adaeze adam adama adamantios adebayo adekunle adel adele adelheid adewale aditi
	aditya adnan adriaan adrian adriana adrien afolabi afzal agata agathe agim agnes agnese agnieszka agus aharon ahlam ahmad ahmadou ahmed
	ahmet ahunna aibek aicha aidar aigars aigul aija aino airlangga aisha aivars ajay ajit akash akhilesh akie akinwumi akira akos akosua
	akram aksel akua alaa alain alan alassane alban albana albert alberto albin albulena alejandro aleksandar aleksander aleksandr
	aleksandra alena ales alessandra alessandro alessia alex alexander alexandra alexandros alexei alexey alexis alf alfonso alfred alfredo
	algirdas alhassan ali aliaa alice alicja alina aline alioune alistair aliye allen allison almazbek alois alok alparslan aluf alva alvaro
	alvin alzbeta amadou amanda amandine amani amar amara amarinder amber amelie amichai amien amina aminata aminu amir amit amitabh amitav
	amjad amos amr amrita amy ana anais anand ananya anas anastasia anastasios anat anatoliy anatoly anders andrea andreas andreea andrei
	andrej andreja andres andrew andrey andris andrius andriy andrus andrzej aneta anette angela angelina angelo angus aniela anies anil
	anita anja anjali anju anke ankica ankit ann anna annalena anneke annelies anneliese annemarie annette annika anniken anoop anouk ante
	anthonie anthony antje antoine anton antonella antonette antonin antonio antony ants antti anupam anura anurag anutin anwar anyang
	aparna apichatpong apirak aquilino araik aram arash aravind arben arbnora archana archie ari arie arief ariel ariela arif arifin arjan
	arjen arjun arkadiusz arkady arnaud arne arnold arnon aroha arshad arta artan artem arthur arto artur arturo arturs artyom arun aruna
	arunas arundhati arvid arvind arzu asamoah asbjorn asen asha ashish ashley ashok ashot ashraf ashwini asif asim askar aslam aslaug asli
	asma aspasia assia astri astrid atanas athanasios atif atle attila atul aud audrey audrius augusto aung aurelie aurelija aurelio austin
	avi avichai avigail avigdor avihai avinash avner axel ayala aydin ayelet ayesha ayhan ayman ayodele ayse aysegul ayten azali azamat aziz
	aziza azmin azzedine babacar babajide babatunde babul badr bahaa bahram baiba bajram bakary bakyt balaji balazs bambang ban-ki banyong
	baptiste barack barbara barbel baris barry bart bartlomiej bartosz bashar bashkim basim basma bassam basuki bauke baurzhan beata beate
	beatrice beatriz bedrich behrouz bekir bela ben benazir bence benedicte benedikt bengt benigno benjamin benny benoit bente berat berend
	berit berna bernadett bernadette bernard bernd bernhard bernie bert bertrand besa besnik bettina betty beverly beyonce beyza bezalel
	bharat bharati bhupendra bhupesh bianca bidya bilal bilawal biljana bill billy bimal biman binali bintou birger birgit birgitta biser
	bisera biserka biswajit bjarne bjarni bjorn blanka blazej blerim blerta boaz bob boban bobby bodo bogdan bogdana bogumila boguslaw
	bohdan bohumil bohuslav bojan bojana bojko boleslaw bongbong borge boris borislav borut bosko bostjan boubacar boudewijn bouthaina boyko
	bozena bozhidar brad bradley bram brandon branimir branislav branka branko brenda brendan brent brett brian brigitte brita britney
	brittany bronislaw bruce bruna bruno bryan brynjar budi bujar bukola bulent burak burcu burkhard byron calvin camila camille carina carl
	carla carlo carlos carlotta carmela carmen carol carolien caroline carolyn carsten carter casey catalin catalina catarina catherine
	cathrine cecil cecilia cecilie cedomir cedric celine cem cemal cemil cengiz cesar ceyda cezary chad chadchart chaim chalerm chamal
	chandan chandra chandrababu chandrika chantal charalambos charis charles charlie charlotta charlotte cheryl chester chiara chidi
	chidinma chika chimamanda chinedu chinua chinwe chitra chris christa christelle christian christiane christina christine christoph
	christophe christopher christos chuan chuck chukwuma cihan cindy cinzia ciprian claire clark claude claudette claudia claudio claus
	clayton clemens clement clementine clifford clinton clyde coen colette colin concetta conny constantinos constanze consuelo cordula
	corina corinna corinne cornelia cornelis corrie costin craig cristi cristian cristiana cristiano cristina csaba csilla cuneyt curtis
	cynthia cyril cyrille czeslaw daan dace dacian dafna dagfinn dagmar dainis dalal dale dalia damian damien dan dana daniel daniela
	daniele danielle daniil danijela daniyar danny danuta daouda daphne daria dariga darina dario darius dariusz darja darrell darren dave
	david davide davit davor dawid dayan dean debora deborah debra deepa deepak deepika dejan delphine delyan denes denis denisa denise
	deniz dennis denys denzel derek derrick derya desislava desmond detlef deuba devendra devlet dewi dharmendra dhruv dian diana diane
	didier diederik diego dieter dietmar dikembe dilek dilip dilma dimitar dimitra dimitrios dimitris dina dinara dinesh dirk divya djoko
	dmitriy dmitry dmytro doina dolores domagoj domenico dominic dominik dominique donald donatella donna dora doris dorota dorothea
	dorothee dorothy doug douglas dragan dragana dragica dragoljub dragos drahomira drazen drew driss drita dritan dror dubravka duncan
	durga durmus dusan dusica dusko dustin dwight dylan dzevad earl ebba ebele eberhard ebrahim ebru eckhard ed eddie edeltraud edgar edgars
	edith edmond edouard eduard eduardo edward edyta eelco eerik eero eeva efraim efrat efua egemen egil egils egle egon ehsan ehud eiki
	einar eino eirik eitan ekaterina ekkehard eknath ekow ekrem elaine elchin eleanor eleftheria elena eleni elfriede elham eli eliane elias
	eliezer elif elijah elin elina elisa elisabeth elisabetta eliska eliyahu elizabeth elke ellef ellen elly elmar elnur elodie elpida
	elvana elvira elzbieta emad emeka emel emelie emil emile emilia emilie emilio emily emine emma emmanuel emmanuelle emmerson emrah endang
	engin eniko enrico enrique enver ercan erdem erhan eric erica erich erick erik erika eriks erion erkan erkki erlan erling erna ernest
	ernesto ernst erol ersin ertugrul erwin erzsebet esko esmaeil esmail esmee espen esra essa esteban estefania estelle ester esther eszter
	ethan etienne euan eugene eugenia eugenio eva evan evangelos evariste evelin evelyn evert evika evo ewa ewelina eyal eyitayo fabian
	fabiana fabien fabio fabrice fabrizio fadi fadillah fadli fadwa fahad fahd fahrettin fahri faisal faiza fani fanny farah farhad farhan
	farida farooq farouk faruk farzana farzaneh fateh fatemeh fathi fatih fatima fatma fatmir fatos fatou fatoumata faure fawad fawzi fayez
	faysal fazal federica federico fedor felicitas felipe felix femi ferd ferdinand ferenc fereydoun ferhat feride fernanda fernando fevzi
	fiame fidel figen fikret filip filippo filiz finn fiona firat fitri flamur flavia flavio florian florim florin floris floyd folake
	folasade fotini fotis frances francesca francesco francine francis francisco franciszek franck francois francoise frank frank-walter
	franklin frans frantisek frauke fred frederic frederick fredrik freja frida friederike friedhelm friedrich frits frode fuad fuat fulya
	fumio funke funmilayo gabor gabriel gabriela gabriele gabrielius gaby gadi gael gaetano gagik galia galina gamze ganesh garegin gareth
	garrett gary gaspard gatis gatot gautam gavin gbenga geert geertje geeta geir gen gene genevieve gennady gent geoffrey georg george
	georges georgi georgios georgy gerald gerard gerben gerd gerda gergana gergely gerhard gerlinde gerrit gertrud geza gezim ghada ghassan
	gheorghe ghislaine giacomo gianluca gianni giannis gideon gidi gijs gila gilad gilbert gilberto gili gilles gina gino gintaras giorgi
	giorgia giorgos giovanna giovanni girish girts gisela gita gitanas giulia giuliana giulio giuseppe gizem glauk glen glenn gloria gokce
	gokhan golnaz gonca gonzalo goodluck gopal goran gordana gordon gotabaya gottfried govind grace graciela graham graziano grazyna greg
	gregor gregorio gregory greta grzegorz gudmund gudni gudrun guenter guglielmo guido guillaume guillermo guler gulnara gulsen gulten
	gunay gunilla gunnar guntars gunter gunther gunvor gurbuz gurpreet gus gustaf gustavo guus guy gyorgy gyula haakon habib habiba habibur
	hadi hadiyanto hafez hage hagit haidar haider haile hailemariam haim haitham hakan hakim hala halil halima halina halldor halle haluk
	halvard hamad hamadi hamdi hamed hamid hamida hamza hana hanan hande hani hania hanna hannah hanne hanneke hannele hannelore hannes
	hanno hannu hans harald hardeep hari harini haris harish harmen harold harpreet harri harrison harry harsha hartmut haruki haruko harun
	harvey hasan hashim hasna hassan hatem hatice havard hayao hayk hayri haythem heather heba hector hedda hedwig hege heidi heike heiki
	heikki heiko heiner heinrich heinz heleen helen helena helene helga helge helle helmut helmuth hema hemant hemi hendra hendrik henk
	hennadiy henning henri henriette henrik henrike henry henryk herbert heribert herma herman hermann hernan heru herve hesham hicham
	hideki hideo hikmat hila hilal hilde hildegard hillary hina hinemoa hiroko hiroshi hisham hishammuddin hjalmar hoda holger hone horace
	horacio horia horst hossein houda houssein howard hristo hrvoje htay hubert hubertus hugh hugo hulusi huseyin hussein ian ibrahim
	ibtissam ichiro ida idham idris idriss ieva ifeanyi ifeoma ignacio igor ihab ihor iina ijaz ikechukwu ikram ilan ilana ilaria ildiko
	ileana ilham iliana ilija ilinca ilir ilker ilkka ilknur ilona ilse ilya ilyas ilze iman imelda imran imre inas inbal indira indra
	indrani indrek ines inese inga inge ingeborg inger ingo ingrid ingrida ingunn inigo inna ints ioana ioanna ioannis ionut iqbal ira
	irakli irena irene irfan irina irmgard irving iryna isaac isabel isabell isabella isabelle isaias ishaq iskra ismael ismail ismet issam
	issoufou istvan itai itamar itsunori itzik iulia iulian ivan ivana ivar ivaylo ivelina iveta ivica ivo ivy iwan iwona iyabo izabela
	jaafar jaak jaakko jaan jaap jabir jacco jacek jacinto jack jacob jacoba jacopo jacqueline jacques jadranka jadwiga jagdish jaime jair
	jairam jakaya jake jakub jalal jamal james jamie jamila jamshed jana jane janet janez janice janina janis janja janneke janos janusz
	jared jari jarl jarmila jarmo jarno jaromir jaroslav jaroslaw jasmijn jasna jason jasper javed javier jawad jay jaya jayant jayanti
	jayashree jean jean-luc jeanine jeanne jeff jeffrey jelena jelle jennifer jens jeremiah jeremy jernej jeroen jerome jerry jerzy jesper
	jesse jessica jeta jeyhun jhala jill jim jimmy jindrich jiri jitka joachim joakim joan joanna joao joaquim joaquin joar jochem jochen
	joe joel joelle joep johan johanna johannes john johnny joko jolanta jomo jon jonas jonathan joost jordan jordi jorg jorge jorgen joris
	jorma jorn jose josef josefa josefina josep joseph josephine josette joshua josip jostein joumana jouni jovan jovana joyce jozef
	jozefina jozica jozsef juan juana judit judith judy juha juho jukka julia julian julianna julie julien juliet julieta juliette julio
	julita julius junichi junichiro juraj jurgen jurgis juris jussi justin justyna jusuf jutta jyoti jyotiraditya kaare kacper kadir kadri
	kai kairat kaisa kaja kalev kalin kalle kalliopi kalman kalpana kamal kamala kamil kamila kamran kanye kapil karan karel karen kari
	karim karima karin karl karla karol karolina karoline karoly karsten karthik kaspars kasper kassem kassim katalin katarina katarzyna
	kate katerina kateryna katharina katherine kathleen kathrin kathryn kathy katie katja katrin katrine katsuya katy kausea kaveh kavita
	kay kayla kazimierz kazuo keanu kees keir keith kelechi kelly kemal kemi ken kenan kenji kenneth kenzo kersti kerstin kerttu kestutis
	ketevan ketil ketut kevin khadija khadra khairy khaled khalid khalifa khalil khamis khawaja khin khloe khofifah khurshid kim kimberly
	kimmo kinga kiran kiril kirill kirk kirsi kirsten kirsti kirstine kirsty kirti kishore kittiratt kjell kjersti klaas klara klaudia klaus
	klemen knud knut kobe koen kofi koichi koji kolinda komang konrad konstantin konstantina konstantinos koray korn kornelia kostas
	kourtney krasimir kresimir krishna krisjanis krista kristalina kristaps kristen kristian kristiina kristin kristina kristjan kristoffer
	krisztian krisztina krystian krystyna krzysztof ksawery ksenia kumar kumari kurmanbek kursat kurt kushtrim kvetoslava kwabena kwadwo
	kwaku kwame kwasi kwesi kyle kyriakos ladislav lady laetitia laila laimdota laisenia lakshmi lale lalit lamia lance larisa larry lars
	larysa lasha lasse laszlo lata latifa laura lauren laurence laurent laurentiu lauri lawrence layla lazarus lea leandro lebron lech ledio
	lee lefteris leif leila lekan lena leni lenka leo leon leonard leonardo leonid leonie leonor leopold leos leslie lestari lester leszek
	leticia levan levent levente levon lewis libor libuse lidia lieke liesel lieve liina liis liliana lillemor lina linas linda lindita
	lindiwe lindsay linn lionel lior liora liron lisa lisbeth lisette liudmyla liv liviu liz ljiljana ljubica ljubomir lloyd logan loic
	lojze lokesh loren lorenzo loreta lori lorna lothar lotta lotte lou loubna louis louise lovisa lubica lubna lubomir lubos luc luca lucas
	lucia luciano lucie lucien lucy ludek ludger ludmila ludovic ludovica ludwig luhut luigi luis luisa luiz luka lukas lukasz luke lulzim
	luminita lumir lutz luuk lyudmila maaike maarja maarten machteld maciej macky madalina madeleine madhav madhu madhuri madis madison mads
	magda magdalena magdolna magne magnhild magnus maha mahamadou mahamat mahathir mahdi mahendra maher mahesh mahinda mahmoud mahmud maike
	mailis maithripala maja majid majida makgotso makoto maksim maksym mala malak malcolm malene malgorzata malin mallika malte mamadou
	mamata manasseh manfred manik manish manisha manju manmohan manny manohar manoj manolis manos mansour manuel manuela marat marc marcela
	marcello marcelo marcin marcio marco marcus marek margaret margareta margarete margarita margaritis margaux margit margot margrethe
	margriet mari maria mariam mariama mariana mariann marianna marianne mariano marie marieke marija marijke marijn marilyn marin mario
	mariola marion marios maris marisa marisol marit marius mariusz marja marjan marjeta marjolein mark marketa markku marko markos markus
	marleen marlene marlies maros marshall mart marta marte marten martha marthe marti martijn martin martina martine martins marton martti
	marty maruf marvin marwa mary maryam maryna marzena marzieh masahiko masako masao masoud massimo massoud matan matej mateo mateusz
	mathias mathieu mathijs mathilde matias matjaz mats matt matteo matthew matthias matthieu matti mattias matus matyas maud maurice
	mauricio maurits maurizio mauro max maxime maximilian maya maysoon mechthild meena meenakshi meera meg megan mehbooba mehdi mehmet
	mehmood mehran mehriban meike meindert meirav mel melanie melih melina melissa meltem menno meral merav merel merete meriem merja mert
	mervat merve mesut metin metodi mette mevlut mian micaela micah michael michaela michail michal michalis michel michela michele
	michelle michiel micky mieczyslaw mieke miguel miha mihaela mihai mihail mihaly mika mikael mike mikhail mikheil miki mikkel mikko
	miklos mikolaj mikus milada mildred milena miles miley milica milind milorad milos miloslav milovan mimoza mina mindaugas minna miodrag
	mira mircea mireille mirek mirela miri miriam mirjana mirko miroslav miroslava miroslaw mislav mitchell mitt modibo moeketsi moeldoko
	mogens mohamad mohamed mohammad mohammed mohan mohit mohsen mohsin mojca mokgweetsi mokhtar momcilo moncef monica monika monique
	mordechai morgan moritz morten morteza moshe mostafa motti mouna moussa moustafa muammer mubarak mugabe muhaimin muhammad muhammadu
	muharrem muhyiddin mujde mukesh mukul mulatu mumtaz muna munir murad murali murat murielle murtaza musa mustafa mustapha mykhailo mykola
	mylene myrto nabil nabila nachman nada nadeem nader nadezhda nadia nadiem nadine nadja naeem nafisa naftali nagehan nagesh nahid naima
	naina najat najib najla nalini namal namrata nana nancy nandini nandor nangolo nanna naoki naomi naor naoto narendra naresh nasim nasrin
	nasser nassim natalia natalie nataliya natasa natasha nathalie nathan nattawut naveed naveen navin nawal nawaz nayef nazanin nazia nazli
	ndidi ndricim neal nebojsa necdet necmettin neel neeraj neha neil nektarios nelida nelson nemanja nenad nerea nerijus nesrin neta neven
	nevzat newt ngaire ngozi ngurah nicholas nick nicola nicolae nicolas nicole nicusor niels nienke nigel nihat nika nikhil niki nikica
	niklas nikol nikola nikolai nikolaos nikolay nikos nilanthi nilesh nilgun niloufar nils nilufer nina nino nirmala nirupama nisha nissim
	nitin nitish nitzan njeri nkosazana noa noah noam nobuo noel noemie noha nomvula nonkululeko noor nora norbert norman normunds nour
	noura nouri novak novica novruz ntombi numan nuno nuray nurcan nurettin nurit nurlan nursultan nurul nyambura nyan nynke nyokabi nyoman
	oana obaidul obiageli obioma obrad octavian octavio oddvar oded odette odile ofer ofir ofra ognyan oguz ohad okan okechukwu oksana oktay
	olabisi olaf olajide olamide olav olayinka oldrich ole oleg oleh oleksandr oleksandra oleksii oleksiy olena olga olha oliver olivera
	olivia olivier oliwia olle olta oluchi olufemi olusegun oluwaseun omar omer omid omkar ondrej onur onyinye oprah orhan orietta orit
	orlando orly orna orsolya osama oscar oskar osman osmo osnat ossi ostap osvaldo oswald otakar othmar otis otso ottmar otto oumar ousmane
	oussama ovidiu ozan ozge ozgur ozlem paavo pablo padma paivi pallavi paloma pamela panagiotis panayiotis pandeli panfilo pankaj pannika
	panos paola paolo param paraskevi paris parveen pascal pascale pasi pat patrice patricia patricio patrick patrizia paul paulette paulo
	pavan pavel pavla pavle pavlina pavlo pavlos pavol pawel pedro peggy pekka pelin pelle percy pernille pertti pervez pervin petar peter
	petko petr petra petri petro petros petteri petya peyton phil philip philipp philippe phumzile pia pierre pierrette piet pieter pilar
	pinar pinchas piotr piroska piyabutr piyush plamen pooja poul prabowo pradeep pradip prakash pramod pranab prasad prashant pratap
	pratibha praveen prawit prayut prayuth preben predrag preeti prem premysl priit primoz priti priya priyanka przemyslaw puan puja purnima
	pushpa putri putu pyotr qamar qasem qazi quentin qusai rabia rachel rachid rachida rachmat radek radha radim radka radmila radomir
	radoslaw radostina radovan radu raed rafael rafaela rafal rafet raffaele rafi rafik rafizi raghav ragheb raghuram ragnar ragnhild rahim
	rahul raila raimo raimonds rainer raivis rajab rajan rajat rajeev rajendra rajesh rajiv rajnath raju rakesh ralf ralph raluca rama raman
	ramazan ramesh rami ramiro ramon ramunas ramush ramzi rana rand randi randy rangi rani rania ranil ranjan ranjit ranko raphael raquel
	rasa rasha rashed rashid rashmi rasmus rastislav ratko ratna raul rauno ravi ravindra ravit ray raymond raymonde raza razvan rebeca
	rebecca recep reem reena reet refik regine regis rehana reidar reijo reinhard reinhold reinier reka rekha rembrandt remco remi remzi
	rena renata renate renato rene renee renske renu retno reuven rex rexhep reza rhys riad rianne ricardo riccardo richard richarda rick
	ricky ridwan rihanna riho riikka riitta rik rikke rima rimantas rina rinat rini rishi risto rita ritu riyad rizal rizwan robert roberta
	roberto rocio rodante rodney rodolfo rodrigo roel roger rogerio rohan rohini rohit roland rolf romain romina ron ronald ronen roni ronit
	roos rosa rosemarie rosen roshan rosmah ross rostislav rovshan roxana roy roya ruben ruchi rudi rudiger rudina rudolf ruhi rukhsana
	rumen rumyana rune rupa ruprecht ruslan russell rustem rutger ruth ruud ruwan ruxandra ruzena ryan ryszard saad sabah sabahattin sabine
	sabri sachin saddam sadegh sadhana sadia sadik sadio sadiq sadyr saeed saeid safa sagi sahar saida saima sait sajid sajith sakari salah
	salahuddin salam saleh sali salif salih salim sally salma salman salome salvatore sam samantha samar sameer sameh sami samia samir
	samira samo samuel samuele samuli sanae sandeep sander sandhya sandiaga sandor sandra sandrine sangeeta sanja sanjay sanjeev sanjiv
	sanna sanne santosh sara sarah sari sarit sarita sarwar sasa sascha saskia satish satoshi satu satya saule saulius saurabh savita savo
	sawsan sayed scarlett scott sean sebastian sebastiano sebastien seble seda sedat seema seif seiji seiko selahattin selcuk selena selim
	selin selma semra semyon sener seppo serap serdar serena seretse serge sergei sergey sergio serhii serhiy serik serkan serpil serzh seth
	severine sevgi sevil sevim sevket seydou sezgin shabana shabbir shadi shafiq shah shahbaz shahid shahin shahla shai shailaja shaima
	shaista shakeel shalini shalva shane shankar shanta shanti sharad sharif sharmila sharon shashi shaukat shaul shavkat shawn shazia
	sheela shefali shehbaz sheikh sheila shekhar shelly sher sherif sherry shigeru shikha shilpa shimon shinsuke shinzo shira shireen shirin
	shirley shiv shivraj shlomi shlomo shmuel shobha shoshana shpend shpresa shqipe shreya shubha shyam siaosi sibel sibongile siddharth
	sidney siebe siegfried sieglinde sietse sigal sigmar signe sigrid sigrun sigurd sigurdur siham siim silje silke silvana silvia silvio
	simeon simin simo simon simona simone simonne sinan sindre sinisa sipho siri sirikit sirisena sirpa siti sitiveni siv sivan sizwe sjoerd
	skender skirmante sladjana slamet slaven slavi slavica slawomir slobodan smita smriti sneha snezana snjezana sofia sofie sofoklis
	solange soledad solveig solvita somchai somsak sonal sonia sonja sophia sophie soraya soren sorin sotiris souad souleymane soumaya spela
	spyros srdjan srettha srinivas stana stanimir stanislav stanislaw stanka stavros stefan stefania stefano steffen steffi stefka stein
	steinar stelios sten stepan stephane stephanie stephen stevan steve steven stian stig stijn stine stipe stoyan stuart sture suat subhash
	subrahmanyam suchart sudarat sudha sudhir sue sugeng suha sujata sukhbir sule suleyman suman sumit sunil sunita supriya suren suresh
	susan susana susanne sushil sushma susi susilo suthep suvi suzanne svatopluk svein sven svend svenja svetislav svetlana svetozar
	sviatlana svitlana swati sybrand syed sylvain sylvia sylvie sylwester sylwia synnove sytske szabolcs szilvia szymon taavi tadesse
	tadeusz taha tahir tahira tahsin taina taiwo takeo takeshi tal talal tali talia tama tamar tamas tamim tanel taneti tanguy tanja tansu
	tanvi tanvir tapio taras tarek tarik tariq tarja tarmo taro taron tarun tasneem tatiana tatjana taufik taukelina tawfik tayfun taylor
	taysir tayyip ted teemu teguh tejas temel temitope tendai teodor teodora teodoro teona teresa tereza terje tero terrence terry tetiana
	tetyana teun teuta tevfik thabo thaksin thanakorn thanasis thanathorn thandi thandiwe thanh thanos thein thekla themba theo theodor
	theodoros theresa theresia thibault thierry thijs thilo thodoris thomas thor thorbjorn thore thorsten thuli tiago tibor tidjane tiger
	tigran tihomir tiina tiit tijana tijs tilman tim timea timo timothy timur tinashe tine tineke tito tiziana tjeerd tobias toby todd todor
	toini tolga tolu tom tomas tomasz tomislav tommaso tommi tonje tony toomas torben torbjorn tord torgeir torill torleif torstein torsten
	torunn toshio tracy traian traudl travis trevor trine tristan troels trond troy trude trudy truls trygve tshepo tsvetan tsvetelina tuan
	tucker tudor tufan tugba tuija tulay tuncay tunde tuomas turan turgut turid tuula tuyet ty tyler tyra tzachi tzipi tzvi uche uday uddhav
	udo ufuk ugo ugochi ugur uhuru ulf ulla ulle ulrich ulrika ulrike ulugbek ulysse umberto umesh umit unni upendra upul urho urmas uros
	urpo ursel urska ursula urszula urvashi urve usain usha usman ute uwe uzi vaclav vadim vadym vagif vahagn vahan vaida vaishali valdas
	valdemar valdete valdis valentin valentina valentino valentyn valentyna valeria valerie valeriu valeriy valery vandana vanessa vanja
	vardan varun vasant vasil vasile vasilka vasily vassiliki vassilis vasundhara vasyl vedat vedran veerle veikko veli velimir veljko
	veniamin venus vera verena vern vernon veronica veronika veronique veselin vesna veton veysel vibeke vicente victoire victor victoria
	vidar vidya vigdis viggo vija vijay vijaya vikas vikram viktor viktoria viktoriia viktoriya vilija vilis ville vilmos vinay vince
	vincent vincenzo vineet vinko vinod viorel vipin viraj virginia virginie virginija virpi vishal vit vitali vitaliy vitaly vittoria
	vittorio vivek viviana vjosa vladimir vladimira vladislav vladyslav vlastimil vlora vojislav vojtech volkan volker volkmar volodymyr
	volodymyra voreqe vratislav vsevolod vuk vyacheslav vytautas vytenis wael wafa wahid wahyu walburga waldemar waleed walid walter
	waltraud waltraut wanda wangari wanjiru warren wasim wassim wavel wayan wayne webster wenche wendell wendy werner wesley whina widad
	wiebe wiebke wieslaw wiktor wilfried wilhelm willem willemijn willi william willie wilma wim winfried winnie wiranto wissanu wladimir
	wladyslaw wlodzimierz wojciech wolfgang wolfram wouter wulan xavi xavier xaviere xhevahir ximena yaakov yael yahya yair yalcin yana yann
	yannick yannis yara yaron yaroslav yasar yasemin yashwant yasin yasir yasmin yasmina yasonna yasser yassine yasuhiro yasuo yavuz yegor
	yehuda yekaterina yelena yeliz yemi yetunde yevgenia yevgeny yevhen yiannis yigal yingluck yiorgos yisrael yitzhak ylli yngve yoav
	yochanan yoel yogesh yogi yohana yohanan yoko yolanda yonatan yoni yoram yordan yordanka yosef yoshihide yoshihiko yossi younes yousaf
	youssef youssou yousuf yoweri yukio yuli yulia yuliya yunus yuri yuriko yuriy yusril yusuf yuval yves yvette yvon yvonne zacharie
	zachary zafer zaheer zahid zahra zaid zainab zakaria zaki zakir zanda zane zarko zayed zbigniew zbynek zdenek zdenka zdravko zdzislaw
	zeeshan zeev zehava zehra zein zeina zeinab zekeriya zeljka zeljko zeynep zhanar zhanna zhivko ziad ziga zinaida zineb zita ziv zivko
	ziya zlatko zodwa zoe zofia zohra zoltan zoran zorana zorica zornitsa zsofia zsolt zsuzsanna zubaida zuhal zuleyha zulfiqar zulkifli
	zurab zuzana zuzanna zviad zvonimir zweli zwelinzima zygimantas zygmunt`)
