"""Words by which place names are told from persons, organisations and ordinary words in running text."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Lower-case words inside names ("Isle of Man", "Ciudad de Velm").
CONNECTORS = _words("of the and de del da do di la le du des al el upon on sur am an von van y e")
#: Words after which a name is a place.
LOCATIVE = _words(
    "in at from near to outside inside around across throughout into toward towards via between within leaving "
    "entering visited visiting northern southern eastern western central southwestern southeastern northwestern "
    "northeastern downtown north south east west greater nearby rural upstate mainland в на из под около возле"
)
CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov "
    "dec easter christmas ramadan today tomorrow yesterday"
)
#: Words that may follow a place name and leave it one ("Velm Mayor", "Velm Police").
ROLES = _words(
    "president premier minister mayor governor sen rep senator congressman chancellor king queen prince ambassador "
    "gov prime foreign secretary pm mp am and or but on in"
)
TITLES = _words(
    "mr mrs ms miss dr prof sir lord lady dame president premier minister senator sen rep gov governor mayor king "
    "queen prince princess sheikh imam ayatollah gen general col colonel maj major capt captain lt lieutenant sgt "
    "sergeant adm admiral cmdr commander chief judge justice secretary ambassador pope bishop father rev reverend "
    "sister brother coach officer detective sheriff constable inspector councillor cllr deputy professor chairman "
    "chairwoman spokesman spokeswoman director ceo attorney congressman congresswoman chancellor emir sultan "
    "president-elect named called nicknamed son daughter wife husband"
)
SPEECH = _words(
    "said says say told added explained wrote tweeted noted asked replied who whose scored won joked recalled "
    "believes thinks knows testified argued insisted"
)
#: Last words that make a place of whatever name stands before them.
HEADS = _words(
    "county river lake mountains mountain airport park valley bay island islands sea ocean gulf strait desert "
    "peninsula province township creek canyon beach hills forest bridge street avenue road highway boulevard drive "
    "lane square university hospital stadium district governorate oblast canal dam crossing falls coast cemetery "
    "plaza village borough parish harbor harbour"
)
#: Words that make an organisation of the name before them.
ORGANISATIONS = _words(
    "media center centre news times post herald tribune journal press university college school institute "
    "association society bank group company corporation corp inc ltd llc club united city fc team council committee "
    "commission agency department ministry office police army party union league federation foundation fund "
    "observatory network church airlines airways hospital museum award awards festival cup games open tour show "
    "report act treaty agreement conference summit board authority bureau service services"
)
#: Capitalised in running text (titles, sentence starts, headlines) and somewhere a hamlet's name as well.
COMMON = _words(
    "a an the and or but if in on at to of for from with by as is are was were be been it he she we they you i his "
    "her their our my your its this that these those there here when where why how what who which while after "
    "before since until during not no yes so then than also just only even more most many much some any all both "
    "each every other another such new old good bad best better great big small high low long short first last next "
    "two three four five six seven eight nine ten man men woman women people police minister president congress "
    "centre center government court state states city town village county world media news time times day days week "
    "weeks month year years data home house houses school business company market bank union party council board "
    "church army force forces war peace democrats republicans republican democrat senate commission committee "
    "department office team club league group north south east west northern southern eastern western upper lower "
    "middle photo image video story read share email facebook twitter google apple amazon internet online general "
    "major chief captain lord lady sir king queen prince princess god jesus bible islam christian muslim muslims "
    "jewish english spanish french german arabic latin reading mobile nice bath hope faith grace love rose lily "
    "ivory pearl forest field hill wood green brown white black grey gray blue red gold silver young rich power "
    "energy water food health sport sports football game games cup open award prime foreign defense defence justice "
    "treasury capitol parliament assembly mission project trade industry services education research science art "
    "music movie film book royal national international federal central independent ministry university college "
    "institute hospital park road street avenue bay lake river beach sun moon star eagle tiger lions bears hawks "
    "giants rangers kings saints angels sharks though despite because according however meanwhile yet still once "
    "will would can could may might must shall should do does did have has had let make made take says said saying "
    "click please thanks thank sign join follow get see watch look find visit call contact back up down out over "
    "under again about against between through into ok via per among along moreover same own very too now ever "
    "never always often soon later today tomorrow bill mark grant chase case drew pat jack chance summer winter "
    "spring autumn fall"
)
FIRST_NAMES = _words(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob "
    "gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank "
    "raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy "
    "walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan "
    "billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell "
    "bradley philip eugene jim bob tom mike dan dave steve bill ben sam tim ron greg jeff matt chris nick alex tony "
    "fred ed ted rick mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
    "sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon "
    "laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine "
    "debra rachel carolyn janet maria olivia heather helen catherine diane julie victoria joyce lauren kelly "
    "christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice "
    "ann kathryn abigail sophia frances jean alice judy isabella julia grace denise amber doris marilyn danielle "
    "beverly charlotte natalie theresa diana brittany kayla alexis lori anne jane kate claire hillary boris "
    "vladimir sergei dmitry ivan mikhail alexei igor oleg yuri andrei nikolai viktor pavel olga natalia elena irina "
    "svetlana volodymyr petro mohammed mohammad muhammad mohamed ahmed ahmad mahmoud mustafa hassan hussein hussain "
    "ali omar khaled khalid ibrahim abdullah abdul abu youssef yusuf yousef salman bashar hafez saddam nouri haider "
    "fatima aisha layla zainab recep tayyip emmanuel francois nicolas pierre jacques marie hans jurgen carlos luis "
    "miguel jorge pedro fernando rafael manuel ricardo xi li wang zhang kim park moon narendra rahul imran nawaz "
    "raj amit sanjay ravi simon neil ian graham colin craig stuart barack hilary ivanka jared kellyanne nigel ruth "
    "rosa oscar leo max liam connor declan siobhan niamh"
)
