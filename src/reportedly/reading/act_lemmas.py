"""What the cue of an attribution does: its lemmas, sorted by act.

The words are those that annotators marked as cues in the training articles of PolNeAR 1.0.0
(Newell, Margolin & Ruths 2018): every lemma that heads a cue five times or more is here, many rarer
ones, and near synonyms of theirs. They were sorted by hand after Searle's classes of illocutionary
acts (1976), Karttunen and Zaenen's work on veridicity (2005), and the appraisal classes of Martin
and White (2005). Where a lemma can do two things, the commoner one in news decides, and a phrase
tells the other apart.

Plain words stand alone; phrases match word by word. Both are compared with a cue after
`reportedly.reading.cue_words` has taken out determiners, pronouns, adverbs and negations, and
reduced the rest to lemmas.
"""

from __future__ import annotations

from typing import Final

from reportedly.ledger import Act

#: Words by act, as lemmas. An inflected form stands here where it differs from its lemma's act.
ACT_WORDS: Final[dict[Act, str]] = {
    "statement": """
        accord account acknowledge adamant add address admit advance advertise affirm air
        allegation allege allegedly allude announce announcement answer apologize appeal
        appearance appoint argue argument articulate assert assertion assign attach attest attract
        attribute author aver avoid avow be become begin blog boast brag brief bring broach
        broadcast caption chant charge chat chime chronicle circulate cite claim clarify clear
        close coin come comment communicate concede conclude conclusion confess confide confirm
        contend contention continue conversation converse convey correct count counter cover
        credit cry cut debate declaration declare decline deflect deliver describe description
        detail devote disclose disclosure discuss discussion dish display distance do document
        dodge double draw dub echo elaborate email emerge emphasis emphasize end entitle enumerate
        enunciate establish evade exchange exclaim expand explain explanation explicate expose
        expound express fail feature file fire focus follow fundraise get give gloat go gush have
        headline help highlight hint hit hold hype identify ignore illustrate implication imply
        include inform insinuate insist interject interrupt interview intone introduction invoke
        issue jest join joke keep lament lay lead leave lecture letter line list lobby mail
        maintain make manage mark memo mention message misinform mislead mount mum mumble murmur
        muse mutter name narrate neglect negotiate note notify observe offering omit open opine
        outburst outline pay phone phrase pin pivot play plead point pose posit position post
        preach present proclaim profess pronounce provide publicize publish put quip quotation
        quote raise rationale reach read reaffirm reason reassert reassure recall recap receive
        recite recollect recount recruit refer reference reflect refrain reiterate rejoin relate
        relay release remain remark remind reminder reminisce renew repeat rephrase reply report
        reportedly reporter represent representation reserve respond response restate retell
        retort return retweet reveal rumor run say scream seize send set share shift shoot shore
        shout showcase sidestep silence silent sing skirt slogan smile snap speak specify speech
        spell spend spin spokesman spokesperson spokeswoman sport spotlight stake stand start
        state statement step stipulate stop story stress struggle submit suggest suggestion sum
        summarize supply take talk talking target teach tease tell term testify testimony text
        throw title trade transcript translate transmit trumpet turn tweet underline underscore
        unmentioned update use utter vent voice volunteer vouch weigh whisper win withhold word
        write yell
    """,
    "belief": """
        accept afraid alarm anticipate anxiety anxious apprehension apprehensive assess assessment
        assume assumption attitude aware bank belief believe bet bother brace calculate care
        certain conceive concern confidence confident conjecture conscious consensus consider
        consideration contemplate conviction convince deduce deem determine divided dream educate
        envision estimate expect expectation faith familiar fear feel feeling figure forecast
        foresee foretell forget fret gauge guess hunch hypothesize idea ignorant imagine
        impression infer inference interpret interpretation intuition judge judgment know
        knowledge learn likely mean mind mindful misjudge mistake misunderstand mull nervous
        notion opinion opinionated optimistic outlook overestimate panic perspective pessimistic
        philosophy ponder predict prediction presume presumption project projection prophesy
        realization realize reckon recognition recognize reconsider regard rely remember sense
        sentiment speculate speculation stance suppose sure surmise suspect suspicion theorize
        theory think trust unaware underestimate understand understanding unease uneasy unsure
        view viewpoint wager worry
    """,
    "doubt": """
        agnostic disbelief disbelieve distrust doubt doubtful dubious equivocate hedge hesitant
        hesitate hesitation leery misgiving mistrust questionable questioned questioning
        reluctance reluctant reservation sceptical scepticism scruple skeptic skeptical skepticism
        suspicious uncertain uncertainty unclear unconvinced undecided wary waver
    """,
    "denial": """
        contradict debunk denial deny disavow disclaim discount discredit disown dispel disprove
        dispute gainsay negate rebut rebuttal recant refutation refute repudiate retract
    """,
    "intention": """
        agenda aim ambition attempt campaign choice choose commence contrive decide decision
        design determination effort elect embark endeavor goal hire intend intent intention launch
        mission move objective opt pick plan plot poise policy prepare prioritize priority purpose
        pursue pursuit resolution resolve schedule scheme strategize strategy strive try
        undertake vision work
    """,
    "desire": """
        ache aspiration aspire covet crave desire eager eagerness excited hope hopeful hopefully
        interest itch keen need prefer preference want wish yearn
    """,
    "proposal": """
        advice advise blueprint co-sponsor counsel draft float formulate introduce nominate pitch
        platform prescribe proposal propose proposition recommend recommendation sponsor table
        unveil
    """,
    "support": """
        acquiesce admire adopt advocate affiliate affinity agree agreement align allow ally
        applaud approval approve authorize back backer backing bless boost buttress celebrate
        champion cheer co-author concur condone dedicate defend defender defense devoted embrace
        enact enamored encourage encouragement endorse endorsement enthusiasm enthusiastic espouse
        facilitate fan favor favorable favour fund greenlight lean legalize let loyal okay pass
        permit promote promotion proponent protect rally ratify reassurance root sanction side
        sign stick support supporter supportive sympathetic sympathize sympathy tolerate tout
        uphold vote welcome
    """,
    "opposition": """
        abhor against antagonism antipathy backlash balk ban bar battle block boo boycott buck
        clash combat condemn condemnation confront counterattack decry defy denounce denunciation
        deplore derail detest disagree disagreement disapproval disapprove dismiss dismissal
        dissent eschew feud fight filibuster flout forbid hostile hostility lawsuit loath nix
        nullify object objection obstruct opponent oppose opposition oust outcry outrage overturn
        prohibit protest protester pushback quarrel rail rebel rebuff rebuke refusal refuse reject
        rejection renounce resist resistance resistant restrict reverse revolt scrap shun slow
        sour spar spurn sue suit thwart unwilling veto vilify void withdraw
    """,
    "request": """
        beckon beg beseech cajole clamor coax demand entreat exhort goad implore invitation invite
        nudge persuade petition plea press pressure prod push request seek solicit summon urge
    """,
    "offer": """
        extend offer proffer ready tender willing willingness
    """,
    "promise": """
        assurance assure commit commitment ensure guarantee oath pact pledge promise swear vow
    """,
    "warning": """
        admonish admonition alert beware caution cautionary chide forewarn threat threaten
        ultimatum warn
    """,
    "order": """
        adjudicate command compel decree deputize dictate direct directive enforce force impose
        instruct instruction legislate mandate oblige order overrule require rule ruling sentence
        subpoena
    """,
    "question": """
        ask curious grill inquire inquiry interrogate investigate investigation probe query
        question quiz wonder
    """,
    "evaluation": """
        acclaim accusation accuse admiration alarming amazed amuse anger angry appalled appreciate
        appreciation approving assail attack bash beef belittle bemoan berate besmirch blame blast
        brand bristle brush call cast castigate categorize censure challenge characterization
        characterize chastise class comfortable commend compare comparison complain complaint
        compliment confused congratulate contrast cringe critic critical criticise criticism
        criticize critique defame demean demonize denigrate depict depiction deride despise dig
        ding disappointed disappointment discourage disdain disgust dislike dismay disparage
        disrespect downplay embarrassed enjoy eviscerate exalt excoriate excuse extol fault frame
        frustrate frustration fume glad glorify grade grateful gripe groan grouse grumble hail
        hammer happy hate honor honour horrified idolize impressed impugn indict indignation
        infuriate insult irritate jab jeer knock label lambast lambaste lampoon lash laud lavish
        like liken love mad malign marvel miss moan mock mockery needle offended overplay paint
        pan pillory pleased portray portrayal pounce praise pride proud rank rap rate rattle
        ravage rave react reaction regret relieved relish reprimand reproach resent resentment
        respect revel revere revile ridicule rip rue rush sad salute satirize satisfied savage
        scapegoat scathe scoff scold score scorn shame shock shrug shudder skewer slam slap slight
        smear snarl sneer snub startle stun surprise swipe tarnish taunt tear thank thrill tired
        trash troll trouble trounce underplay unhappy unload upset value vulgar whine worship
    """,
    "perception": """
        appear detect discern discover encounter experience eye glimpse hear listen look meet
        monitor notice overhear perceive perception recollection see seem seemingly sight smell
        sound spot strike taste tend uncover watch witness
    """,
    "evidence": """
        analysis betray compute corroborate data demonstrate evidence exhibit find finding
        indicate indication measure poll proof prove record result show signal statistics study
        substantiate survey tally trace validate verify
    """,
}

#: Phrases by act, in any form: "calls for" is what "has called again for" matches, too.
ACT_PHRASES: Final[dict[Act, str]] = {
    "statement": """
        answer a question; bear witness; call attention to; draw attention to; find common ground;
        go on record; have a message; look back; make a point; make an argument; make clear;
        make no secret of; make reference to; make the case; pay tribute to; press release;
        raise awareness; raise the issue; reach out to; respond to a question; take a question;
        take credit for
    """,
    "belief": """
        be inclined; be seen as; be viewed as; believe in; come to know; count on;
        express concern; find out; have confidence in; have faith in; is of the opinion;
        look forward to; look like; make sense of; put faith in; raise concern; raise fears;
        see as; take for granted; take the view; voice concern
    """,
    "doubt": """
        be sold on; call into question; cast doubt; draw into question; have questions about;
        have reservations; question whether; raise doubts; raise queries over; raise questions
    """,
    "denial": """
        distance from; push back on; rule out; shoot down; take back; walk back
    """,
    "intention": """
        be determined; lay plans; look to; make a decision; make an effort; make plans; seek to;
        set out to; set sights on; take steps; work to
    """,
    "desire": """
        be hungry for; have hopes; look for; pin hopes; set hopes; wait for; wish list;
        would like; would love; would prefer
    """,
    "proposal": """
        bring forward; come up with; introduce legislation; lay out; make a proposal; map out;
        put forth; put forward; roll out
    """,
    "support": """
        agree with; argue for; argue in favor of; be drawn to; be for; be open to; campaign for;
        cast a ballot for; cast a vote for; come out for; come out in support of;
        come to the defense of; double down on; draw support; feel the bern; fight for;
        get behind; give a nod to; lean toward; line up behind; protest in support of;
        push for passage; rule in favor of; shore up; speak out for; speak up for; stand behind;
        stand by; stand up for; stand with; throw weight behind; vouch for
    """,
    "opposition": """
        advise against; argue against; be against; be anti; be in conflict with; break with;
        call off; campaign against; cast a vote against; come out against; decide against;
        draw a line; fight back; file a lawsuit; file suit; fire back; hit back; lash out;
        launch ads against; lead campaigns against; push back against; rule against; run against;
        shoot back; speak against; speak out against; stand against; stand up to; strike down;
        take a stand against; take exception; take issue with; turn against; turn away from;
        turn down; vote against; vote down
    """,
    "request": """
        appeal for; appeal to; ask for; ask to; be asked to; call for; call on; call to;
        call upon; campaign to; cry for; insist on; insist upon; issue a call; lobby for;
        make a demand; make a request; press for; push for; put pressure on; renew a call
    """,
    "offer": """
        be prepared to; be ready to; extend an invitation; make an offer; offer to; volunteer to
    """,
    "promise": """
        agree to; be committed to; give assurances; give word; make a commitment; make a pledge;
        make a promise; take an oath
    """,
    "warning": """
        raise a red flag; raise the alarm; send a warning; sound the alarm
    """,
    "order": """
        give orders; hand down; issue an order; sign an order; sign into law; tell to
    """,
    "question": """
        ask a question; ask about; ask if; ask whether; be pressed about; demand to know;
        press on; put a question to; question of; want to know
    """,
    "evaluation": """
        be a critic of; be a fan of; brush aside; brush off; call out; describe as; dismiss as;
        draw a contrast; draw criticism; find fault; fire a shot at; get mad; get upset;
        give credit; go after; go off on; have a problem with; heap praise; heap scorn;
        hit out at; known as; known for; lash out at; light into; look down on; look up to;
        make fun of; make light of; make much of; paint as; pile on; play down; play up;
        poke fun at; refer to as; regard as; rip into; seize on; set apart; shrug off;
        sound off on; strike a chord; sum up as; take a jab at; take a shot at; take a swipe at;
        take aim at; take offense; take shots at; take to task; tear into; think of as; view as
    """,
    "perception": """
        catch sight of; come to see; get wind of; look at; take a look at; take note; take notice
    """,
    "evidence": """
        be a sign of; be consistent with; be evidence of; draw a conclusion; give a lead;
        point to; provide evidence; tend to show
    """,
}

#: Words that yield to a word or phrase after them ("tried to deny" is a denial). Alone, they do
#: what the table above says.
LIGHT_WORDS: Final = """
    address advance agenda allegedly appear appearance attempt avoid be become begin bring
    campaign cast certain choice close come continue cut decline dedicate deliver design devote do
    draw eager effort emerge end endeavor express fail familiar feature find focus follow get give
    go have help hit hold include interview issue join keep launch lay lead leave let letter
    likely line list look make manage memo message mind mount move need neglect offer offering
    omit open pay play point poise policy position present provide put raise reach receive refrain
    rely remain remind renew reportedly return run seem seemingly seize send set share shift shoot
    shore sign silence sound speech spend spokesman spokesperson spokeswoman stake stand start
    statement step stop story strike struggle take talk target tend text throw try turn use voice
    weigh win word work
"""

#: Cues of a single word that means this only when it stands alone ("for critics, it is a farce").
WHOLE_CUES: Final[dict[str, Act]] = {
    "about": "statement",
    "against": "opposition",
    "among": "statement",
    "as": "statement",
    "at": "statement",
    "by": "statement",
    "for": "belief",
    "from": "statement",
    "in": "statement",
    "of": "statement",
    "on": "statement",
    "per": "statement",
    "to": "belief",
    "under": "statement",
    "with": "statement",
    "without": "statement",
    "would": "intention",
    "will": "intention",
    "can": "statement",
    "could": "statement",
    "may": "statement",
    "should": "proposal",
    "must": "order",
}

#: Verbs whose act the beginning of the content tells, and how it begins: "suggested sending",
#: "seeking | to win". Of such attributions in the annotated train articles 7 of 7 and 11 of 19 have
#: this act; of those that "seek" something else 20 of 32 request it.
ACTS_BEFORE: Final[dict[str, tuple[str, Act]]] = {
    "suggest": (r"\W*(?!(?:any|every|no|some)thing\b)[A-Za-z]+ing\b", "proposal"),
    "seek": (r"to\b", "intention"),
}
