"""Nouns for those who speak in the news, by the sort of actor that they mean.

Collected from the descriptions of actors in the annotated training articles and from the sources
that PolNeAR's training articles mark (Newell, Margolin & Ruths 2018), sorted by hand, and completed
with near synonyms. Lemmas; the plurals follow by rule.
"""

from __future__ import annotations

from typing import Final

from reportedly.reading.naming.word_class import word_class

#: Formal positions: what may be a title. Words of a title that have "of" or "to" end before it.
POSITION_NOUNS: Final = word_class(
    """president vice-president minister premier chancellor secretary undersecretary
    under-secretary subsecretary ambassador envoy consul attaché attache governor
    lieutenant-governor mayor senator representative congressman congresswoman congressperson
    deputy councilman councilwoman councillor councilor alderman assemblyman assemblywoman
    delegate legislator parliamentarian mep mp lawmaker speaker leader whip chair chairman
    chairwoman chairperson co-chair director co-director deputy-director administrator
    commissioner controller comptroller treasurer auditor inspector superintendent coordinator
    counselor counsellor counsel solicitor attorney prosecutor judge justice magistrate
    sheriff marshal constable ombudsman spokesman spokeswoman spokesperson strategist adviser
    advisor aide manager head chief ceo cfo coo cto executive founder co-founder cofounder
    owner co-owner partner publisher editor editor-in-chief columnist reporter correspondent
    anchor anchorman host co-host moderator commentator analyst pollster economist professor
    lecturer dean provost rector principal teacher researcher scientist fellow scholar
    historian author general admiral colonel commander lieutenant captain major sergeant
    corporal brigadier commodore king queen prince princess duke duchess emperor emir sultan
    crown-prince pope cardinal archbishop bishop rabbi imam ayatollah pastor reverend
    patriarch priest vicar chaplain sheikh caliph first-lady nominee candidate frontrunner
    front-runner contender president-elect governor-general coach captain-general comandante
    lawyer barrister physician surgeon doctor nurse veteran activist organizer lobbyist
    consultant producer photographer blogger pundit broadcaster diplomat negotiator czar tsar
    staffer officer official detective trooper agent operative curator librarian registrar
    clerk chairman-elect incumbent mogul magnate"""
)

#: Other words for a person.
PERSON_NOUNS: Final = word_class(
    """person man woman boy girl child kid baby father mother parent son daughter brother
    sister husband wife spouse widow widower friend colleague relative uncle aunt cousin
    grandfather grandmother grandson granddaughter neighbor neighbour roommate classmate lover
    girlfriend boyfriend mate guy fellow gentleman lady individual human citizen resident
    native immigrant migrant refugee worker employee employer boss businessman businesswoman
    entrepreneur billionaire millionaire tycoon developer investor trader banker farmer
    rancher fisherman driver engineer mechanic miner builder contractor soldier fighter
    militant rebel insurgent terrorist extremist jihadist gunman attacker suspect defendant
    plaintiff victim survivor witness bystander onlooker passerby viewer reader listener user
    follower customer client consumer shopper tourist traveler traveller passenger patient
    student pupil graduate alumnus intern freshman sophomore senior teenager teen youth
    youngster adult pensioner retiree elder voter constituent supporter backer donor
    contributor endorser surrogate fan admirer critic opponent rival challenger detractor
    skeptic sceptic foe enemy ally loyalist insider outsider source informant whistleblower
    whistle-blower leaker hacker intruder spy operative mole dissident protester protestor
    demonstrator marcher campaigner volunteer canvasser attendee participant rallygoer
    observer expert specialist watcher watchdog investigator examiner politician statesman
    predecessor successor counterpart hopeful candidate-elect superdelegate elector caucusgoer
    republican democrat conservative liberal progressive independent moderate centrist
    socialist communist libertarian populist nationalist leftist rightist hardliner hard-liner
    reformist separatist monarchist environmentalist feminist evangelical christian catholic
    protestant muslim jew hindu sikh buddhist mormon atheist millennial latino latina hispanic
    foreigner stranger local islander villager tribesman hawk dove writer journalist novelist
    poet playwright biographer essayist artist musician singer rapper songwriter actor actress
    comedian star celebrity athlete player footballer golfer swimmer director-general
    filmmaker designer architect model chef critic translator interpreter cop policeman
    policewoman firefighter guard bodyguard jailer inmate prisoner detainee hostage
    psychologist psychiatrist therapist pediatrician biologist chemist physicist meteorologist
    climatologist epidemiologist virologist academic intellectual theorist philosopher
    sociologist political-scientist pharmacist dentist paramedic forecaster planner regulator
    respondent caller speaker-designate signatory applicant beneficiary homeowner renter
    taxpayer tenant landlord shareholder stockholder bondholder bidder advocate proponent
    lobbyer apologist traitor bully liar fraud criminal thief robber murderer killer shooter
    sniper bomber netizen someone somebody anyone anybody nobody one another member veteran
    evangelist preacher cleric mullah monk nun missionary churchgoer scholar-activist mentor
    protege protégé heir heiress royal noble appointee pick designee culprit patriot
    cyberattacker talker jock thug tourist staff-member panelist panellist questioner
    interviewer interviewee negotiator mediator peacekeeper monitor handler trainer teammate
    coach captain skipper pilot sailor airman marine vacationer commuter pedestrian motorist
    cyclist grocer shopkeeper vendor seller buyer realtor nephew niece stepfather stepmother
    fiance fiancee godfather assistant foreman functionary exporter importer astronomer diver
    objector conservator holidaymaker commander shareholder organiser organizer lodger
    caretaker steward marshal juror plaintiff litigant claimant complainant midwife
    headteacher headmaster headmistress umpire referee striker goalkeeper midfielder defender
    batsman bowler orphan newborn newcomer old-timer layman peer commoner"""
)

#: Plurals that are not made by rule; several forms may do.
IRREGULAR_PLURALS: Final[dict[str, str]] = {
    "man": "men", "woman": "women", "child": "children", "person": "people persons",
    "wife": "wives", "thief": "thieves", "alumnus": "alumni", "attorney": "attorneys",
    "gentleman": "gentlemen", "anchorman": "anchormen", "jury": "juries", "ministry": "ministries",
    "son-in-law": "sons-in-law", "hypothesis": "hypotheses", "analysis": "analyses",
    "media": "media", "memorandum": "memoranda memorandums", "chief": "chiefs", "ally": "allies",
    "spy": "spies", "half": "halves", "human": "humans", "german": "germans", "roman": "romans",
    "muslim": "muslims", "chairman": "chairmen",
}  # fmt: skip

#: Nouns that mean several people in the singular.
GROUP_NOUNS: Final = word_class(
    """crowd audience public majority minority staff team-members crew mob throng couple duo
    trio pair family side electorate establishment right left base leadership membership
    generation youth-wing cohort panel-members delegation entourage circle brass camp
    community society population folks folk people personnel police clergy gentry elite elites
    rank-and-file opposition movement field cast class troops forces nation gang defence
    defense prosecution squad jury handful both all"""
)

#: Plurals without a singular of that meaning, and adjectives that stand for people.
PLURAL_ONLY: Final = word_class(
    """others some many most few several those these them us whom rich poor young old elderly
    unemployed french british chinese japanese dutch irish english spanish swiss vietnamese
    portuguese lebanese twentysomethings parliamentarians grassroots ranks likes everyone
    everybody"""
)

#: Bodies of people that act as one.
ORGANIZATION_NOUNS: Final = word_class(
    """organization organisation campaign committee party company firm corporation group
    coalition alliance union association federation confederation foundation institute
    institution center centre council board commission panel court tribunal legislature
    parliament senate house assembly chamber caucus congress university college school academy
    hospital clinic church mosque synagogue diocese charity nonprofit ngo think-tank thinktank
    tank society club league network-owner bank fund exchange brokerage business corporation
    giant startup start-up retailer manufacturer maker carmaker automaker airline operator
    insurer lender supplier utility conglomerate chain brand bureau office team lab laboratory
    jury militia army pac super-pac committee-member cooperative consortium syndicate cartel
    hotel casino restaurant museum theater theatre studio label band orchestra troupe lobby
    watchdog-group regulator-group chamber secretariat faction bloc wing branch chapter app
    platform developer-group law-firm practice convention conference forum headquarters bench
    judiciary electorate-body hq archive library trust partnership venture subsidiary unit
    division service"""
)

#: States, their governments and the offices of these.
GOVERNMENT_NOUNS: Final = word_class(
    """government administration ministry department agency-body state country nation city town
    county village municipality province regime kingdom republic monarchy capital authority
    cabinet embassy consulate treasury foreign-office presidency palace junta military navy
    pentagon kremlin"""
)

#: What says something on paper, on a screen or in a count.
DOCUMENT_NOUNS: Final = word_class(
    """report poll survey study analysis memo memorandum letter note email e-mail message
    filing lawsuit suit complaint petition motion brief affidavit indictment ruling opinion
    verdict order decision statement release communique communiqué document record transcript
    text draft bill law act legislation statute regulation rule resolution amendment
    constitution treaty agreement deal pact accord declaration manifesto platform-document
    plan budget audit review assessment estimate forecast projection figure statistic data
    number tally census index ranking average ballot questionnaire invoice receipt contract
    certificate warrant polling subpoena deposition testimony cable dispatch article story
    column editorial op-ed book memoir biography autobiography novel chapter passage essay
    paper preprint whitepaper booklet brochure leaflet flyer flier pamphlet poster billboard
    sign banner ad advert advertisement commercial spot video clip tape recording footage film
    documentary photograph photo picture image slide graph chart map caption headline post
    tweet blog-post entry page summary excerpt copy version list spreadsheet database log
    diary notebook scripture bible gospel verse quran koran torah finding dossier file account
    obituary profile feature interview speech ad-campaign mailer script screenshot examination
    model slogan logo hashtag bulletin advisory alert notice guideline guidance handbook
    manual directive proclamation press-release newsletter fact-sheet announcement schedule
    agenda minutes coverage release"""
)

#: What is said to hold or show something and is neither an actor nor a document.
OTHER_NOUNS: Final = word_class(
    """history experience outcome evidence research investigation probe inquiry result feedback
    referendum market economy candidacy vote election science wisdom tradition rumor rumour
    speculation consensus sentiment mood logic polls-average hype feeling hope fear"""
)

#: Words for those whom a reporter quotes and knows, whenever they go without a name.
SPEAKS_WITHOUT_NAME: Final = word_class("source insider aide")

#: Words that stand for the people that they count.
QUANTIFIERS: Final = word_class(
    """one two three four five six seven eight nine ten eleven twelve dozen dozens hundred
    hundreds thousand thousands million millions some many most several few all both none
    neither either each any half third two-thirds quarter majority rest number others more
    less fewer enough plenty much another someone somebody anyone anybody everyone nobody
    those these"""
)
