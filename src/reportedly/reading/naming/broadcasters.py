"""Broadcasters of the world, what they are called for short, and their programmes.

Collected from the outlets named in the training articles of PolNeAR 1.0.0, from the members of the
European Broadcasting Union, and from the schedules of the American and British networks. Outlets
are parted by semicolons, an outlet's name and its aliases by " = ".
"""

from __future__ import annotations

from typing import Final

BROADCASTERS: Final = """
    CNN = Cable News Network = CNN International = CNN.com = CNN en Español; Fox News =
    Fox News Channel = Fox = FOX News = FOX = FNC = FoxNews.com; Fox Business Network =
    Fox Business = FOX Business = FOX Business Network = Fox Business News; MSNBC = MSNBC.com =
    MS NOW; NBC News = NBC = NBC television = NBCNews.com; ABC News = ABC = ABCNews.com =
    ABC television; CBS News = CBS = CBSNews.com = CBS television; CNBC = CNBC.com; Bloomberg TV =
    Bloomberg Television; C-SPAN = CSPAN; HBO; Comedy Central; Showtime; Newsmax = Newsmax TV;
    One America News = One America News Network = OAN = OANN; NewsNation; NY1; Telemundo;
    Univision = Noticiero Univision; Fusion; HLN; Current TV; Christian Broadcasting Network = CBN;
    EWTN;
    SiriusXM; Sinclair Broadcast Group; ESPN; E! News; TMZ; NPR = National Public Radio = NPR News;
    New Hampshire Public Radio = NHPR; Iowa Public Radio; Minnesota Public Radio = MPR News; WNYC;
    WBUR; KQED; WAMU; WIBC; Public Radio International = PRI; American Public Media; PBS =
    Public Broadcasting Service = PBS NewsHour = PBS News; ProPublica; Voice of America = VOA;
    Radio Free Europe = Radio Free Europe/Radio Liberty = RFE/RL; Radio Free Asia = RFA; Alhurra;
    BBC = British Broadcasting Corporation = BBC News = BBC World Service = BBC Radio 4 =
    BBC Radio Four = BBC Persian = BBC Scotland = BBC World = BBC One = BBC Two; ITV = ITV News;
    ITN; Channel 4 = Channel 4 News; Channel 5 = 5 News; LBC = LBC Radio; GB News; TalkTV;
    TalkRadio; STV; S4C; Times Radio; Sky News = Sky; Sky News Australia; RTE = RTÉ = RTE Radio;
    Newstalk; TG4; Virgin Media News; CBC = CBC News = Canadian Broadcasting Corporation; CTV =
    CTV News; Global News; Radio-Canada; TVA; CP24; Australian Broadcasting Corporation =
    ABC Australia = ABC Radio National; Nine Network = Channel Nine = Nine News; Seven Network =
    Channel Seven; SBS; Network Ten; Radio New Zealand = RNZ; TVNZ; 1News; Newshub; 2GB; 3AW;
    France 24; France 2; France 3; France Inter; France Info = Franceinfo; France Télévisions; TF1;
    BFM = BFMTV = BFM TV; LCI; CNews; Europe 1; RTL = RMC; Radio France Internationale = RFI;
    Radio France; Canal+; Arte; TV5Monde; Euronews; RTBF; VRT; RTS; Deutsche Welle = DW; ARD; ZDF;
    NDR; WDR; BR = Bayerischer Rundfunk; Deutschlandfunk; n-tv = ntv; ORF; SRF; Tagesschau; RBB;
    MDR; Sat.1; RAI = Rai = RaiNews24; Mediaset; La7; SkyTG24 = Sky TG24; TVE = RTVE; Cadena SER;
    COPE; Onda Cero; Antena 3; LaSexta; Telecinco; RTP; SIC; TVI; NOS; RTL Nieuws; NRK; TV2; SVT;
    Sveriges Radio; Yle = YLE; ERR; LSM; LRT; TVP; TVN = TVN24; Polsat; Czech Television; Markiza;
    HRT; N1; ERT; Skai; Digi24; bTV; Rossiya 24 = Rossiya-24; Rossiya 1 = Rossiya; RT =
    Russia Today; Channel One Russia; NTV; REN TV; Dozhd = TV Rain = Rain TV; Ekho Moskvy =
    Echo of Moscow; Zvezda; Suspilne; Hromadske; 1+1; TRT = TRT World = TRT Haber; CNN Turk =
    CNN Türk; Haberturk = Habertürk; A Haber; Halk TV; Al Jazeera = Al-Jazeera = al-Jazeera =
    Aljazeera = Al Jazeera English = Al Jazeera America; Al Arabiya = Al-Arabiya = al-Arabiya;
    Al Hadath = Al-Hadath; Al Mayadeen = Al-Mayadeen; Al-Manar = Al Manar; Sky News Arabia;
    Press TV = PressTV; IRIB; Iran International; MBC; LBCI; Rudaw; Kurdistan 24; Al Aqsa TV =
    Al-Aqsa TV; i24NEWS = i24; Kan = Kan News; Channel 12; Channel 13; Channel 10; Army Radio;
    Israel Radio; Tolo News = TOLOnews; Ariana News; Khaama Press; NDTV = New Delhi Television;
    Times Now; CNN-News18 = CNN-IBN = News18; Republic TV; India Today TV; Aaj Tak; Zee News;
    All India Radio; Doordarshan = DD News; WION; Geo News = Geo TV = Geo; ARY News = ARY;
    Dunya News; Samaa TV; Radio Pakistan; Express News; Ada Derana; Ekattor TV;
    China Central Television = CCTV; CGTN = China Global Television Network; China National Radio;
    Phoenix TV; TVB; RTHK = Radio Television Hong Kong; Cable TV of Hong Kong; NHK; Nippon TV;
    TBS Television; TV Asahi; Fuji TV; TV Tokyo; KBS; JTBC; YTN; TV Chosun; Channel A;
    Channel NewsAsia = CNA; Mediacorp; Metro TV; Kompas TV; TVOne; GMA News = GMA; ABS-CBN =
    ABS-CBN News; Thai PBS; MCOT; VTV; Democratic Voice of Burma = DVB; Myawaddy TV; SABC =
    South African Broadcasting Corporation; eNCA; KTN; Citizen TV; Channels Television =
    Channels TV; NTA; Arise TV = Arise News; Radio Dabanga; Radio Okapi; ZBC; GBC; EBC; Fana;
    Joy FM; Nile TV; Mosaique FM; Shems FM; Ennahar TV; Globo = TV Globo = Rede Globo = GloboNews;
    Record TV; TeleSUR = Telesur = teleSUR; Caracol = Caracol Radio; RCN; Blu Radio; Globovisión =
    Globovision; Venezolana de Televisión; Televisa; TV Azteca; Radio Fórmula; Todo Noticias = TN;
    C5N; RPP; América TV; Cooperativa; Teleamazonas; Ecuavisa
"""

#: Programmes that are cited by their own name, after the broadcaster and a colon.
PROGRAMMES: Final = """
    NBC News: Meet the Press; Today show; The Today Show; Today Show; NBC Nightly News;
    Nightly News; The Tonight Show; Saturday Night Live; Late Night with Seth Meyers;
    ABC News: This Week; Good Morning America; World News Tonight; Nightline; 20/20; The View;
    Jimmy Kimmel Live;
    CBS News: Face the Nation; 60 Minutes; CBS This Morning; CBS Evening News; CBS Mornings;
    48 Hours; The Late Show; Late Show;
    CNN: State of the Union; Anderson Cooper 360; AC360; The Situation Room; Situation Room;
    Reliable Sources; Fareed Zakaria GPS; Erin Burnett OutFront; OutFront; Larry King Live;
    Inside Politics;
    Fox News: Fox News Sunday; Fox & Friends; Fox and Friends; FOX & Friends; The O'Reilly Factor;
    O'Reilly Factor; The Kelly File; Kelly File; Sunday Morning Futures; America's Newsroom;
    Tucker Carlson Tonight; The Ingraham Angle; MediaBuzz; Justice with Judge Jeanine;
    Fox Business Network: Varney & Co.; Lou Dobbs Tonight; Mornings with Maria;
    MSNBC: Morning Joe; Hardball; The Rachel Maddow Show; Rachel Maddow Show;
    Andrea Mitchell Reports; PoliticsNation; MTP Daily;
    CNBC: Squawk Box; Mad Money; Closing Bell;
    PBS: NewsHour; Washington Week; Firing Line;
    NPR: Morning Edition; All Things Considered; Fresh Air; Weekend Edition; Diane Rehm Show;
    On the Media; Here & Now;
    HBO: Real Time; Real Time with Bill Maher; Last Week Tonight; Axios on HBO;
    Comedy Central: The Daily Show; Daily Show; The Colbert Report;
    BBC: Newsnight; Today programme; Today program; The Andrew Marr Show; Andrew Marr Show;
    Any Questions; Question Time; HARDtalk; Hardtalk; World at One; The World Tonight; Newshour;
    ITV: Good Morning Britain; Peston on Sunday; News at Ten;
    Sky News: Sophy Ridge on Sunday;
    Bloomberg TV: With All Due Respect
"""

#: Programmes and podcasts that are cited without a broadcaster.
OWN_PROGRAMMES: Final = """
    The Axe Files; The Hugh Hewitt Show; Hugh Hewitt Show; The Rush Limbaugh Show;
    Rush Limbaugh Show; The Sean Hannity Show; The Mark Levin Show; The Ellen DeGeneres Show;
    The Joe Rogan Experience; Pod Save America; The Breakfast Club; Keepin' It 1600
"""
