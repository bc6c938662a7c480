"""The press of the world and what its outlets are called for short.

Agencies, newspapers, magazines and news sites that English-language reports cite: the outlets named
in the training articles of PolNeAR 1.0.0, and the papers of record and of the largest circulation
in each country. Aliases are names by which others cite them.

Outlets are parted by semicolons, an outlet's name and its aliases by " = ". A newspaper's last word
after "the" ("the Post") is an alias by rule, see `reportedly.reading.naming.outlets`.
"""

from __future__ import annotations

from typing import Final

AGENCIES: Final = """
    Associated Press = AP = A.P.; Reuters = Thomson Reuters = Reuters News; Agence France-Presse =
    AFP = Agence France Presse; Bloomberg News = Bloomberg = Bloomberg Businessweek;
    United Press International = UPI; Press Association = PA Media = PA news agency = PA;
    Deutsche Presse-Agentur = dpa = DPA = German Press Agency; Dow Jones Newswires = Dow Jones;
    McClatchy = McClatchy Newspapers; Kyodo News = Kyodo; Jiji Press = Jiji; Xinhua =
    Xinhua News Agency = New China News Agency; China News Service; Yonhap = Yonhap News Agency =
    Yonhap News; Newsis; Korean Central News Agency = KCNA; Press Trust of India = PTI;
    Asian News International = ANI; Indo-Asian News Service = IANS; United News of India = UNI;
    Associated Press of Pakistan = APP; Antara = Antara News Agency; Bernama; Vietnam News Agency =
    VNA; TASS = Tass = ITAR-TASS = Itar-Tass; RIA Novosti = RIA = RIA News; Sputnik; Interfax;
    Interfax-Ukraine; Ukrinform; Belta; Anadolu Agency = Anadolu = AA; Dogan; Demiroren;
    Islamic Republic News Agency = IRNA; Iranian Students' News Agency = ISNA; Fars =
    Fars News Agency; Tasnim = Tasnim News Agency; Mehr = Mehr News Agency;
    Syrian Arab News Agency =
    SANA; Saudi Press Agency = SPA; WAM; Petra; KUNA; MENA; Wafa = WAFA;
    Agenzia Nazionale Stampa Associata = ANSA = Ansa; Adnkronos; AGI; EFE = Agencia EFE;
    Europa Press; Lusa; Belga; ANP; Keystone-SDA; APA = Austria Press Agency; Ritzau; NTB;
    Tidningarnas Telegrambyra; STT; PAP = Polish Press Agency; CTK; MTI; Tanjug; Hina; BTA;
    Agerpres; Athens News Agency = ANA; Telam; Agencia Brasil; Prensa Latina; Notimex;
    Canadian Press = Canadian Press news agency; Australian Associated Press = AAP;
    News Agency of Nigeria = NAN; Inter Press Service = IPS; Religion News Service = RNS;
    Knight Ridder
"""

NEWSPAPERS: Final = """
    New York Times = NYT = NYTimes = NY Times = N.Y. Times = nytimes.com = NYTimes.com = Gray Lady;
    Washington Post = WaPo = Wash Post = WashPost = washingtonpost.com; Wall Street Journal = WSJ =
    WSJ.com; USA Today = USA TODAY; Los Angeles Times = LA Times = L.A. Times = LAT; New York Post =
    NY Post = N.Y. Post; New York Daily News = NY Daily News; Chicago Tribune; Chicago Sun-Times =
    Sun-Times; Boston Globe; Boston Herald; Philadelphia Inquirer; Philadelphia Daily News;
    San Francisco Chronicle; Houston Chronicle; Dallas Morning News; Miami Herald; Denver Post;
    Atlanta Journal-Constitution = AJC; Arizona Republic; Minneapolis Star Tribune = Star Tribune =
    Star-Tribune; Detroit Free Press = Freep; Detroit News; Cleveland Plain Dealer = Plain Dealer;
    Columbus Dispatch; Cincinnati Enquirer; Tampa Bay Times = St. Petersburg Times;
    Orlando Sentinel; Sun Sentinel; Palm Beach Post; Charlotte Observer; Raleigh News & Observer =
    News & Observer; Baltimore Sun; Buffalo News; Newsday; Star-Ledger; Hartford Courant;
    Providence Journal; New Hampshire Union Leader = Union Leader; Concord Monitor;
    Burlington Free Press; Portland Press Herald; Des Moines Register; Omaha World-Herald;
    Kansas City Star; St. Louis Post-Dispatch = Post-Dispatch; Milwaukee Journal Sentinel =
    Journal Sentinel; Indianapolis Star; Pittsburgh Post-Gazette = Post-Gazette; Seattle Times;
    Oregonian; Sacramento Bee; Mercury News = San Jose Mercury News; Las Vegas Review-Journal =
    Review-Journal; Salt Lake Tribune; Deseret News; Texas Tribune; Austin American-Statesman;
    Times-Picayune; Tennessean; Honolulu Star-Advertiser; Washington Times; Washington Examiner;
    Washington Free Beacon = Free Beacon; Christian Science Monitor = CSM; Stars and Stripes;
    Village Voice; Investor's Business Daily; New York Observer = Observer; New York Sun;
    Army Times; Military Times; Jewish Telegraphic Agency = JTA; Forward; Times of London =
    London Times = Times; Sunday Times; Guardian = The Guardian = Guardian US = theguardian.com;
    Daily Telegraph = Telegraph; Sunday Telegraph; Financial Times = FT = FT.com; Daily Mail =
    MailOnline = Mail Online = DailyMail.com; Mail on Sunday; Daily Mirror = Mirror; Sunday Mirror;
    Daily Express; Daily Star; Evening Standard = London Evening Standard; Morning Star;
    Daily Record; Scotsman; Glasgow Herald; Belfast Telegraph; Independent = The Independent; Sun =
    The Sun; Sun on Sunday; News of the World; Metro newspaper; City A.M.; Manchester Evening News;
    Yorkshire Post; Western Mail; Irish Times; Irish Independent; Irish Examiner; Globe and Mail =
    Globe & Mail; Toronto Star; National Post; Toronto Sun; Montreal Gazette; La Presse; Le Devoir;
    Ottawa Citizen; Vancouver Sun; Calgary Herald; Winnipeg Free Press; Sydney Morning Herald =
    SMH; Melbourne Age = The Age; The Australian; Australian Financial Review = AFR; Herald Sun;
    Courier-Mail; West Australian; Canberra Times; New Zealand Herald = NZ Herald; Dominion Post;
    Le Monde; Le Figaro = Figaro; Libération = Liberation; Les Echos = Les Échos; Le Parisien;
    L'Humanité; La Croix; Ouest-France; Le Canard Enchaîné = Canard Enchaine; Mediapart;
    Charlie Hebdo; Journal du Dimanche; Le Temps; Le Soir; De Standaard; Tribune de Genève;
    Frankfurter Allgemeine Zeitung = Frankfurter Allgemeine = FAZ; Süddeutsche Zeitung =
    Sueddeutsche Zeitung = Suddeutsche Zeitung = Süddeutsche; Bild; Bild am Sonntag; Die Welt;
    Welt am Sonntag; Die Zeit = Zeit; Tagesspiegel = Der Tagesspiegel; Handelsblatt;
    Die Tageszeitung = taz; Rheinische Post; Neue Zürcher Zeitung = NZZ; Tages-Anzeiger;
    Der Standard; Die Presse; Kronen Zeitung; Kurier; Corriere della Sera; La Repubblica =
    Repubblica; La Stampa = Stampa; Il Sole 24 Ore; Il Messaggero; Il Fatto Quotidiano;
    L'Osservatore Romano; El País = El Pais; El Mundo; La Vanguardia; Público; Diário de Notícias;
    Expresso; De Telegraaf; NRC Handelsblad = NRC; Volkskrant = De Volkskrant; Het Laatste Nieuws;
    Aftenposten; Verdens Gang = VG; Dagbladet; Dagens Nyheter; Aftonbladet; Expressen;
    Svenska Dagbladet; Politiken; Berlingske; Jyllands-Posten; Helsingin Sanomat; Postimees;
    Gazeta Wyborcza; Rzeczpospolita; Lidové noviny; Népszabadság; Magyar Nemzet; Kathimerini;
    Ta Nea; Politika; Blic; Kyiv Post; Kyiv Independent; Ukrainska Pravda = Ukrayinska Pravda;
    Kommersant; Vedomosti; Izvestia; Novaya Gazeta; Komsomolskaya Pravda; Pravda;
    Rossiiskaya Gazeta; Moscow Times; Nezavisimaya Gazeta; RBC; Meduza; Hürriyet = Hurriyet;
    Cumhuriyet; Sabah; Daily Sabah; Yeni Safak = Yeni Şafak; Zaman; Milliyet; Sözcü; Haaretz =
    Ha'aretz; Yedioth Ahronoth = Yediot Ahronot = Ynet; Maariv = Ma'ariv; Israel Hayom;
    Jerusalem Post = JPost; Times of Israel; Jewish Chronicle; Walla; Globes; Al-Ahram =
    Ahram Online; Al-Masry Al-Youm; Al-Hayat; Asharq al-Awsat = Asharq Al-Awsat; Al-Quds al-Arabi;
    An-Nahar; L'Orient-Le Jour; Okaz; Arab News; Gulf News; Khaleej Times; Jordan Times;
    Tehran Times; Kayhan; Kuwait Times; Times of India = TOI; The Hindu; Hindustan Times;
    Indian Express; Economic Times; Business Standard; Deccan Herald; Dainik Jagran; Asian Age;
    Dawn = Dawn newspaper; Express Tribune; The News International; Prothom Alo; Kathmandu Post;
    People's Daily; Global Times; China Daily; South China Morning Post = SCMP; Caixin;
    Apple Daily; Ming Pao; The Paper; PLA Daily; Southern Weekly; Taipei Times; Liberty Times;
    United Daily News; Epoch Times; Economic Daily; Hong Kong Free Press; Yomiuri Shimbun =
    Yomiuri; Asahi Shimbun = Asahi; Mainichi Shimbun = Mainichi; Sankei Shimbun = Sankei; Nikkei =
    Nihon Keizai Shimbun; Nikkei Asia; Japan Times; Chosun Ilbo; JoongAng Ilbo; Dong-A Ilbo;
    Hankyoreh; Korea Herald; Korea Times; Rodong Sinmun; Straits Times; Bangkok Post; Jakarta Post;
    Kompas; Tempo; New Straits Times; Philippine Star; Philippine Daily Inquirer = Inquirer;
    Manila Bulletin; Manila Times; Phnom Penh Post; Cambodia Daily; Myanmar Times; Irrawaddy;
    Tuoi Tre; Thanh Nien; VnExpress; Daily Nation; The EastAfrican; Mail & Guardian =
    Mail and Guardian; Business Day; Daily Maverick; Punch; ThisDay; Premium Times; Daily Trust;
    Daily Monitor; New Vision; Daily Graphic; Addis Standard; Sudan Tribune; Folha de S.Paulo =
    Folha de S. Paulo = Folha; O Globo; Estado de S. Paulo = O Estado de S. Paulo = Estadao;
    Clarín =
    Clarin; La Nación = La Nacion; Página/12; El Mercurio; La Tercera; El Tiempo; El Espectador;
    El Comercio; La República; El Universal; Reforma; La Jornada; Milenio; Excélsior; Granma;
    El Nacional; Prensa Libre; La Prensa; Jamaica Gleaner = Gleaner; El Nuevo Herald; La Opinión;
    El Nuevo Día
"""

MAGAZINES_AND_SITES: Final = """
    Time = Time magazine = TIME = TIME magazine = Time.com; Newsweek; The Economist = Economist;
    Forbes = Forbes magazine; Fortune = Fortune magazine; Businessweek = BusinessWeek; Barron's;
    Inc. magazine; Fast Company; Harvard Business Review; New Yorker = The New Yorker;
    New York magazine = New York Magazine = Daily Intelligencer = The Cut; The Atlantic =
    Atlantic magazine = Atlantic; Harper's = Harper's Magazine; The Nation; The New Republic =
    New Republic; National Review = NRO = National Review Online; Weekly Standard;
    American Conservative; American Spectator; Mother Jones; Reason; Commentary magazine;
    The Spectator; New Statesman; American Prospect; Washington Monthly; Jacobin; Dissent;
    New York Review of Books; London Review of Books; New York Times Magazine; Washingtonian;
    Texas Monthly; Los Angeles magazine; Foreign Policy = Foreign Policy magazine; Foreign Affairs;
    The Diplomat; Jane's; Defense News; Defense One; War on the Rocks; National Journal; CQ =
    Congressional Quarterly; Roll Call = CQ Roll Call; U.S. News & World Report =
    US News & World Report = U.S. News; Governing; Education Week; Chronicle of Higher Education;
    Inside Higher Ed; Vanity Fair; Esquire; GQ; Rolling Stone; People = People magazine; Us Weekly;
    Vogue; Elle; Glamour; Cosmopolitan = Cosmopolitan magazine; Marie Claire; Teen Vogue; Playboy;
    Variety; Hollywood Reporter = THR; Deadline; Billboard; Entertainment Weekly = EW;
    National Enquirer; Parade; Reader's Digest; Family Circle; Good Housekeeping; Ebony; Essence;
    Out magazine; W magazine; Hello!; OK! magazine; Sports Illustrated; Radar Online; InTouch;
    Star magazine; Town & Country; Der Spiegel = Spiegel = Spiegel Online; Stern = Stern magazine;
    L'Express; L'Obs = Le Nouvel Observateur; Le Point; Paris Match; Marianne; Valeurs Actuelles;
    L'Espresso; Profil; Weltwoche; HVG; Wprost; Respekt; Newsweek Polska; Tablet magazine; Veja;
    IstoÉ; Época; Semana; Proceso; Caretas; India Today; Outlook; The Week; The Caravan = Caravan;
    Frontline; Shukan Bunshun = Bunshun; Caixin magazine; Far Eastern Economic Review; Time Out;
    Private Eye; Jeune Afrique; Africa Confidential; Politico = POLITICO = Politico Europe =
    Politico Magazine = Politico Playbook = politico.com; The Hill; Axios; Punchbowl News; Semafor;
    Puck; The Messenger; NOTUS; The 19th; States Newsroom; Stateline; The Bulwark = Bulwark;
    The Dispatch; Huffington Post = HuffPost = Huffpost = HuffPo = The Huffington Post =
    HuffPost UK = huff-post; BuzzFeed = BuzzFeed News = Buzzfeed = Buzzfeed News; Vox = Vox.com;
    Vice = Vice News = VICE News; Motherboard; Slate = Slate magazine; Salon = Salon.com;
    Daily Beast = The Daily Beast; The Intercept = Intercept; Quartz; Mic; Mashable;
    Business Insider = Insider; Gawker; Jezebel; Gizmodo; Deadspin; The Root; Splinter;
    ThinkProgress; Talking Points Memo = TPM; Daily Kos = DailyKos; Raw Story = RawStory; AlterNet;
    Democracy Now! = Democracy Now; Right Wing Watch; Media Matters; Crooks and Liars;
    The Young Turks; Wonkette; Truthout; Common Dreams; Upworthy; Bustle; Refinery29; Undark;
    Grist; Inside Climate News = InsideClimate News; E&E News; Carbon Brief; The Conversation;
    Breitbart = Breitbart News = Breitbart.com; Breitbart London; Daily Caller;
    Daily Caller News Foundation = DCNF; Daily Signal; Daily Wire; TheBlaze = The Blaze = Blaze =
    Blaze TV; Glenn Beck Program; Drudge Report = Drudge; RedState = Red State; Townhall =
    Townhall.com; Hot Air; PJ Media; Power Line; The Federalist = Federalist; Gateway Pundit;
    Infowars = InfoWars; WND = WorldNetDaily = World Net Daily; CNSNews = CNSNews.com = CNS News;
    Newsbusters = NewsBusters; Western Journalism = Western Journal = west-journal;
    Independent Journal Review = IJR = IJReview; Conservative Tribune; Heat Street; Circa;
    Free Press; American Thinker; LifeNews; LifeSiteNews; LifeZette; One News Now; Rebel Media;
    Quillette; Young Conservatives; Mediaite; RealClearPolitics = Real Clear Politics = RCP;
    RealClearDefense; FiveThirtyEight = 538; The Upshot; PolitiFact = Politifact; FactCheck.org;
    Snopes; Full Fact; Open Secrets = OpenSecrets; Ballotpedia; Bellingcat; OCCRP; ICIJ;
    Center for Public Integrity; Lawfare; Just Security; SCOTUSblog; Above the Law; Law360;
    National Law Journal; AllGov; TechCrunch; The Verge = Verge; Wired = Wired magazine = WIRED;
    Ars Technica; Recode = Re/code; CNET; ZDNet; Engadget; The Information; 9to5Mac; MacRumors;
    The Register; MIT Technology Review; Scientific American; New Scientist; National Geographic;
    Stat News = STAT = STAT News; Kaiser Health News = KFF Health News; MedPage Today;
    Popular Science; Popular Mechanics; Smithsonian; Live Science; Space.com; PC Magazine;
    CoinDesk; The Block; MarketWatch; TheStreet; Seeking Alpha; Motley Fool; Yahoo News =
    Yahoo! News; Yahoo Finance; AOL News; MSN; Google News; Apple News; Patch; AZCentral =
    azcentral.com; NJ.com; MLive; Cleveland.com; AL.com; PennLive; OregonLive; SFGate; Gothamist;
    Curbed; Chalkbeat; The Marshall Project = Marshall Project; The Trace; The Appeal; Civil Beat;
    CalMatters; Texas Observer; Voice of San Diego; MinnPost; Nevada Independent; Bleacher Report;
    The Athletic; The Ringer; SB Nation; EUobserver; EurActiv = Euractiv; The Local; TheJournal.ie;
    openDemocracy; Guido Fawkes; ConservativeHome; LabourList; Novara Media; UnHerd; Tortoise;
    Middle East Eye; Al-Monitor; Electronic Intifada; 972 Magazine = +972 Magazine; Mondoweiss;
    IranWire; The Wire; The Quint; Scroll = Scroll.in; The Print = ThePrint; Rappler; Malaysiakini;
    The Insider; Proekt; iStories; Fontanka; Gazeta.ru; Lenta.ru; Life News = Coda Story;
    Balkan Insight = BIRN; Index.hu; Telex; 444.hu; Direkt36; NK News; Daily NK; 38 North;
    Sixth Tone; Rest of World; allAfrica; SaharaReporters = Sahara Reporters; The Africa Report;
    El Faro; Animal Político; InSight Crime; Brasil de Fato; G1; UOL; Infobae; CIPER; OjoPúblico
"""
