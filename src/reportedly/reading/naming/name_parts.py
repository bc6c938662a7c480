"""Parts of names: forms of address, suffixes, short forms of given names, last words of bodies.

Forms of address and suffixes are those of the AP and Guardian stylebooks; short forms of given
names are the commonest in English after Withycombe's Oxford Dictionary of English Christian Names;
last words of bodies and other names of them were collected from the named organizations of the
annotated training articles and completed by hand.
"""

from __future__ import annotations

from typing import Final

from reportedly.reading.naming.word_class import word_class

#: Before a name, in lower case without the full stop. What is no honorific is a position noun.
HONORIFICS: Final = word_class(
    """mr mrs ms miss mx mister dr doctor prof professor sir dame lord lady hon rt rev revd
    reverend fr father sr sister br brother rabbi imam ayatollah sheikh sheik mullah maulana
    st saint mme mlle monsieur madame m herr frau señor senor señora senora don doña signor
    pope king queen prince princess duke duchess emperor empress emir sultan baron baroness
    count countess earl sec sen sens senator rep reps representative gov govs governor pres
    president vp ag vice-president pm premier lt ltg gen maj-gen maj brig col cmdr cdr capt
    captain lieutenant sgt cpl pvt pfc adm vadm radm general colonel major sergeant admiral
    del amb ambassador atty dist asst supt insp det det-sgt pc judge justice chief chairman
    speaker secretary minister chancellor mayor cllr comrade u daw datuk tun ustaz hajj haji
    shri smt pandit grand crown holiness majesty highness excellency honor honour eminence"""
)

#: After a name; "Sr." here is a suffix, before a name it is Spanish or a nun.
SUFFIXES: Final = word_class("jr sr ii iii iv junior senior phd md esq qc kc mp mep obe cbe")

#: Suffixes that tell apart two bearers of one name.
GENERATIONS: Final[dict[str, str]] = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip

#: Lower-case words inside a family name.
PARTICLES: Final = word_class(
    """de del della dela di da do dos das du des la le les van von der den ter ten zu zur af
    av el al bin ibn ben bint abu ould y e in 't vom dal dalla d' o' st mac"""
)

#: Given names that stand for one another, a line a name.
_SHORT_FORMS: Final = """
    abraham abe; abigail abby; albert al bert; alexander alex alec sandy sasha aleksandr; alexandra
    alex sandra; alfred al fred; allan alan allen al; andrew andy drew andrei; anthony tony anton
    antonio; arthur art; barbara barb; bartholomew bart; benjamin ben benny binyamin bibi; bernard
    bernie; beverly bev; bradley brad; calvin cal; catherine cathy cath kate katherine kathy katie
    kathryn kitty; charles charlie chuck chas; christian chris; christina chris tina christine;
    christopher chris topher kit; clifford cliff; clinton clint; curtis curt; cynthia cindy; daniel
    dan danny; david dave; deborah deb debbie debra; dennis denny; donald don donny; dorothy dot
    dottie; douglas doug; edgar ed; edmund ed ned; edward ed eddie ted ned; edwin ed; eleanor ellie
    nell; elizabeth liz beth betty betsy eliza lizzie libby bess; emily em; eugene gene; florence
    flo; frances fran; francis frank fran; franklin frank; frederick fred freddie; gabriel gabe;
    gareth gary; geoffrey geoff; gerald gerry jerry; gilbert gil; gregory greg; harold harry hal;
    harriet hattie; henry hank harry; herbert herb; hillary hilary; howard howie; ignatius iggy;
    irving irv; isaac ike; jacob jake; jacqueline jackie; james jim jimmy jamie; janet jan; jeffrey
    jeff geoffrey; jennifer jen jenny; jeremy jerry; jerome jerry; jessica jess; joanna jo; john
    jack johnny jon; jonathan jon; joseph joe joey; josephine jo josie; joshua josh; judith judy;
    julian jules; katharine kate kathy katherine; kenneth ken kenny; kimberly kim; lawrence larry;
    leonard len leo; leslie les; lewis lou; louis lou; louise lou; lucille lucy; madeleine maddie;
    marcus marc mark; margaret maggie meg peg peggy marge; martin marty; matthew matt; maurice
    moe; maxwell max; melvin mel; michael mike mick mickey mikhail; michelle shelly; mitchell mitch;
    mohammed mohamed muhammad mohammad mahomet; montgomery monty; nancy nan; nathaniel nate nat
    nathan; nicholas nick nicky nicolas nikolai; norman norm; oliver ollie; pamela pam; patricia
    pat patty trish; patrick pat paddy; peter pete; philip phil phillip; phyllis phyl; priscilla
    cilla; rachel rae; randall randy; randolph randy; raymond ray; rebecca becky; reginald reg
    reggie; richard rick dick rich ricky richie; robert bob rob bobby robbie bert; roberta bobbie;
    rodney rod; roger rog; ronald ron ronnie; rosemary rose; rudolph rudy; rudolf rudy; russell
    russ; samantha sam; samuel sam sammy; sarah sally sadie; scott scotty; sergei sergey serge;
    sidney sid; stanley stan; stephanie steph; stephen steve steven; stewart stu stuart; susan sue
    susie suzanne; terence terry; terrence terry; thaddeus tad; theodore ted teddy theo; theresa
    terry tess teresa; thomas tom tommy; timothy tim; tobias toby; valerie val; victor vic;
    victoria vicky; vincent vince vinny; virginia ginny; volodymyr vladimir; walter walt wally;
    wesley wes; wilfred wilf; william bill will billy liam willy; winston win; yevgeny evgeny;
    zachary zach zac zachariah; recep tayyip
"""

#: Every given name with others that it may stand for.
SHORT_FORMS: Final[dict[str, frozenset[str]]] = {}
for _line in _SHORT_FORMS.split(";"):
    _names = frozenset(_line.split())
    for _name in _names:
        SHORT_FORMS[_name] = SHORT_FORMS.get(_name, frozenset()) | _names

#: Family names that stand before the given name: the commonest of China, Korea and Vietnam.
FAMILY_NAME_FIRST: Final = word_class(
    """ai ahn bai bae ban cai cao cha chan chang chen cheng cheung cho choi chow chun chung cui dai
    deng ding dong du duan fan fang feng fu gao gong gu guo han hao he ho hong hou hu hua huang
    huynh hwang jang jeon jia jiang jin jung kang kim ko kong kwon lai lam lau le lee lei leung li
    liang liao lim lin liu lo long lou lu luo ma mao meng min moon mo na nam nguyen ni noh oh pan
    pang park peng pham phan pyo qian qiao qin qiu ren roh ryu shao shen shi shin sima so son song
    su sun tan tang tao tian tran tsai wan wang wei wen wong woo wu xi xia xiang xiao xie xiong xu
    xue yan yang yao ye yeh yi yin yoon you yu yuan yun zeng zhai zhang zhao zheng zhong zhou zhu
    zou"""
)

#: Last words by which a name is a body's, in lower case; "party", "campaign" and the like count
#: without a capital too.
BODY_WORDS: Final = word_class(
    """organization organisation campaign committee party company corporation corp inc ltd llc
    plc group coalition alliance union association federation confederation foundation
    institute institution center centre council board commission court tribunal legislature
    parliament senate house assembly caucus congress university college school academy
    hospital church society club league bank fund exchange industries motors airlines airways
    holdings partners capital systems technologies technology labs pharmaceuticals energy oil
    petroleum steel foods brands stores entertainment pictures studios records team
    network-owner police brigade brigades army forces front movement resistance guard guards
    convention conference forum initiative project campaign pac administration government
    department ministry agency authority bureau office service services embassy consulate
    treasury secretariat directorate division reserve trust lobby corps nations legion scouts
    workers teamsters brotherhood cartel militia taliban cross crescent international watch
    action network family hotel hotels resorts casino airport museum theatre trains railway
    railways lines air chemicals clinic guild homes water rail buses logistics mills works
    brewery farms builders properties stadium rovers wanderers united albion athletic sabha
    sangh dal parishad samiti morcha watchdog opposition theater press-office state republic
    kingdom emirate caliphate city county"""
)

#: Those that make a name of what stands before them without a capital: "the Holt campaign".
COMMON_BODY_WORDS: Final = word_class(
    """campaign committee party administration government department ministry agency
    foundation university college commission council court team office police embassy
    legislature senate parliament association union institute center centre church hospital
    museum movement bank board"""
)

#: Last words of bodies of a state.
STATE_BODY_WORDS: Final = word_class(
    """administration government department ministry agency authority bureau embassy consulate
    treasury directorate state republic kingdom emirate city county"""
)

#: Bodies that are called by whose they are; the name alone is the bearer's.
POSSESSED_BODIES: Final = word_class(
    """campaign administration organization organisation foundation team office family group party
    company brand camp hotel hotels tower towers university initiative trust fund pac center
    library government resorts casino institute"""
)

#: Bodies of states by names that tell no kind: their offices and departments.
STATE_BODIES: Final = word_class(
    """white_house pentagon fbi cia nsa irs epa fda cdc fema dhs doj dod tsa ice atf dea nasa fdic
    sec fcc ftc nlrb usda hud hhs gao omb opec mi5 mi6 gchq fsb kgb gru mossad shin_bet isi mod fco
    state_department treasury congress capitol_hill capitol foggy_bottom justice_department
    secret_service coast_guard national_guard homeland_security central_intelligence_agency
    federal_bureau_of_investigation internal_revenue_service duma state_duma knesset bundestag
    bundesbank foreign_office home_office european_commission scotland_yard
    federal_deposit_insurance_corporation securities_and_exchange_commission
    caltrans"""
)

#: Other names of bodies, without article and in lower case, where initials do not tell.
OTHER_NAMES: Final[dict[str, str]] = {
    "fed": "federal reserve", "federal reserve board": "federal reserve", "gop": "republican party",
    "republicans": "republican party", "scotus": "supreme court", "high court": "supreme court",
    "democrats": "democratic party", "tories": "conservative party", "labour": "labour party",
    "lib dems": "liberal democrats", "snp": "scottish national party", "un": "united nations",
    "isil": "islamic state", "islamic state": "islamic state", "isis": "islamic state",
    "daesh": "islamic state", "is": "islamic state", "doj": "justice department",
    "islamic state of iraq and syria": "islamic state", "dod": "defense department",
    "pentagon": "defense department", "dhs": "homeland security department",
    "hhs": "health and human services department",
    "hud": "housing and urban development department", "epa": "environmental protection agency",
    "treasury": "treasury department", "european commission": "european commission",
    "ec": "european commission", "house": "house of representatives",
    "nato": "north atlantic treaty organization",
    "planned parenthood": "planned parenthood federation of america",
    "ecb": "european central bank", "aarp": "american association of retired persons",
    "teamsters": "international brotherhood of teamsters", "vw": "volkswagen",
    "gm": "general motors", "bp": "british petroleum", "met": "metropolitan police",
    "scotland yard": "metropolitan police", "foreign office": "foreign and commonwealth office",
    "fco": "foreign and commonwealth office", "jcpenney": "j c penney", "p&g": "procter & gamble",
    "j&j": "johnson & johnson",
}  # fmt: skip

#: Corporate endings that are left out.
CORPORATE: Final = word_class(
    "inc incorporated corp corporation co company ltd limited llc plc ag sa nv gmbh holdings"
)

#: Words of orientation, party and time before a name that are no part of it.
MODIFIERS: Final = word_class(
    """republican democrat democratic gop conservative liberal labour tory progressive socialist
    libertarian independent former ex then late fellow acting interim retired presumptive longtime
    veteran billionaire rival both that this presidential vice deputy senior junior state"""
)

#: Family names that are given names too: before a noun they tell no given name.
FAMILY_NAMES_TOO: Final = word_class(
    """clinton franklin bradley stanley lewis francis ross wallace jefferson lincoln douglas gordon
    stewart graham martin thomas kelly spencer preston austin paul allen baldwin nelson"""
)

#: Surnames that are nouns for people as well: alone and capitalised, they are names.
SURNAMES_TOO: Final = word_class(
    """king pope bishop dean page duke major marshal judge baker cook farmer miner hunter guard
    young friend coach driver fellow knight noble singer child head earl baron priest prince pilot
    elder chancellor abbot justice reader power speaker porter mason butler carter parker fisher
    walker turner potter cooper taylor miller weaver walker constable"""
)
