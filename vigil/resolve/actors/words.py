"""The words that actor phrases are made of: head nouns with their PLOVER sector, titles, and what to leave out."""

from __future__ import annotations

import re

#: PLOVER sector to head nouns (folded). The last such noun of a phrase says what kind of party it names.
SECTORS: dict[str, str] = {
    "MIL": "army armies military forces force troops troop soldiers soldier jets jet warplanes warplane aircraft plane "
    "planes airplanes helicopters helicopter drones drone artillery tanks tank navy naval marines marine "
    "paratroopers bombers bomber commandos conscripts servicemen serviceman gunners warships warship destroyer "
    "frigate submarine missiles missile rockets battalion brigade brigades division regiment general generals "
    "colonel commander commanders admiral lieutenant sergeant major captain airstrikes strikes raids convoy "
    "officers airforce artillerymen sniper snipers pilots pilot reinforcements garrison defence defense aviation "
    "peacekeepers guards guard fleet flotilla squadron squadrons gendarmerie",
    "COP": "police policeman policemen gendarmes constabulary sheriff detectives officer security cops inspectors "
    "wardens customs immigration",
    "SPY": "intelligence spies spy mukhabarat spymaster secret",
    "JUD": "court courts judge judges judiciary prosecutor prosecutors tribunal justice attorney lawyers lawyer",
    "LEG": "parliament lawmakers lawmaker legislators legislator senate senator senators congress congressman mp mps "
    "legislature knesset duma parliamentarian parliamentarians house legislative assembly deputies",
    "REB": "rebels rebel insurgents insurgent militants militant guerrillas guerrilla jihadists jihadist jihadis "
    "terrorists terrorist islamists extremists faction factions militia militias militiamen fighters fighter "
    "mujahideen separatists separatist bombers gangs mercenaries боевики террористы مسلحون مسلحين ارهابيون "
    "ارهابيين",
    "OPP": "opposition activists activist dissidents dissident oppositionists",
    "PTY": "party parties politician politicians candidate",
    "UAF": "gunmen gunman assailants assailant attackers attacker kidnappers",
    "CRM": "vandals vandal thieves thief robbers syndicate looters gang cartel cartels smugglers traffickers bandits "
    "pirates criminals criminal mafia",
    "MED": "medical health ambulance ambulances paramedic hospital hospitals doctors doctor medics medic nurses nurse "
    "paramedics clinic physicians surgeon",
    "EDU": "college institute experts expert scientists researchers pupils students student teachers teacher university "
    "school professor professors academics schoolchildren",
    "BUS": "company companies businessmen businessman firm firms bank banks traders corporation executives",
    "JRN": "journalists journalist reporter reporters newspaper media correspondent broadcaster channel television "
    "cameraman cameramen photographer photographers columnist columnists outlet agency",
    "REF": "refugees refugee displaced migrants migrant",
    "LAB": "workers worker union unions miners strikers labourers",
    "AGR": "agricultural farmers farmer peasants fishermen herders",
    "REL": "church clergy imam imams priest priests bishop monks cleric clerics mosque pope rabbi",
    "NGO": "ngo charity charities aid humanitarian volunteers monitor monitors observatory watchdog rescuers rescuer",
    "CVL": "civilians civilian people residents resident children child women woman men man families family villagers "
    "villager locals inhabitants citizens citizen population victims person persons youth boys girls boy girl "
    "youths netizens netizen drivers driver protesters protester demonstrators demonstrator protestors bystanders "
    "worshippers shoppers passengers passenger pedestrians households detainees prisoners prisoner hostages "
    "tourists nationals",
    "GOV": "pm government governments regime authorities authority officials official ministry minister ministers president "
    "presidency premier king queen emir sultan chancellor cabinet administration state leadership leader leaders "
    "diplomat diplomats ambassador envoy embassy consulate spokesman spokeswoman spokesperson delegation "
    "negotiators secretary monarchy prince junta republic mayor governor kingdom rulers ruler bureaucrats "
    "negotiator capital side department departments directorate bureau",
}  # fmt: skip
SECTOR_OF = {word: sector for sector, words in SECTORS.items() for word in words.split()}
#: Heads that say "speaks for", not "is": the noun before them decides.
SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson official officials source sources statement leader leaders chief head "
    "commander commanders member members worker workers services service side fighter fighters leadership "
    "positions position headquarters media".split()
)
#: Beside those who speak for somebody, whoever works for them: "her staff" says what she says.
STAFF = frozenset(
    "staff office team aide aides deputy crew crews colleagues assistant assistants lawyer lawyers".split()
)
KIND_OF = {
    "MIL": "army", "COP": "police", "GOV": "state", "LEG": "state", "JUD": "state", "SPY": "state", "REB": "rebel",
    "CVL": "civilians", "REF": "civilians", "EDU": "civilians", "AGR": "civilians", "LAB": "civilians", "OPP": "other",
    "PTY": "other", "UAF": "rebel", "CRM": "other", "MED": "rescuer", "BUS": "other", "JRN": "media",
    "REL": "other", "NGO": "aid",
}  # fmt: skip
#: Which body of a state a sector names.
BODY_OF = {
    "MIL": "army", "COP": "police", "GOV": "gov", "SPY": "intelligence", "LEG": "legislature", "JUD": "court",
}  # fmt: skip
#: Words that only a foe or friend would use.
SLANT = frozenset(
    "regime terrorist terrorists gangs gang martyrs mercenaries thugs occupiers puppet zionist junta "
    "террористы ارهابيون ارهابيين".split()
)
#: Sectors whose head nouns are added to a party's name ("X militants"), and other such nouns.
ARMED_SIDES = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
UNITS = frozenset("tactical unit units cell cells positions group groups operatives elements member members".split())
#: A phrase with such a head is an institution of its own, whatever name stands in it.
OWN = frozenset("university college institute school hospital company corporation bank club".split())
MILITIA = frozenset("militia militias militiamen paramilitary paramilitaries proxies mercenaries".split())
MONITORS = frozenset("monitor monitors observatory watchdog".split())
#: Phrases whose sector no single head noun tells; the first that matches decides.
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:F|FA|A|B|C|AC|AH|UH|CH|MQ|RQ|AV|Su|MiG|Mi|Ka|Tu|Il|Yak|JF|Mirage|Shahed|T|M)-?\d+\w*"), "MIL"),
    (re.compile(r"\bsecret services?\b", re.I), "SPY"),
    (re.compile(r"\bhuman rights (?:league|group|organi[sz]ation|association|defenders?|activists?|watch)\b", re.I), "SOC"),
    (re.compile(r"\b(?:central|national|reserve|federal) bank\b", re.I), "GOV"),
    (re.compile(r"\b(?:breakaway|unrecogni[sz]ed|partially recogni[sz]ed|self-(?:declared|proclaimed))\b", re.I), "PRE"),
    (re.compile(r"\b(?:jewish|muslim|christian|hindu|buddhist|religious|spiritual|church) (?:community )?leaders?\b",
                re.I), "REL"),
    (re.compile(r"\b(?:tribal|indigenous|community|clan|village) (?:leaders?|elders?)\b", re.I), "CVL"),
    (re.compile(r"\b(?:former|ex-|deposed|ousted|late) ?(?:[\w.'-]+ ){0,3}(?:president|premier|minister|leader|king|"
                r"governor|senator|official|ambassador|dictator)s?\b", re.I), "ELI"),
    (re.compile(r"\bcoast ?guard\b", re.I), "COP"),
    (re.compile(r"\bservice ?(?:wo)?(?:men|man|members?|personnel)\b|\bspecial (?:operations|forces)\b", re.I), "MIL"),
)  # fmt: skip
ARMED = re.compile(r"\barmed (?:groups?|men|factions?|elements|gangs?|bands?)\b", re.I)
LEAD = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|some|several|many|few|two|three|four|five|six|seven|eight|nine|ten|dozens|"
    r"scores|hundreds|thousands|\d[\d,.]*|more than|at least|about|around|of|both|all|other|another|senior|top|unnamed|"
    r"unidentified|anonymous|local|suspected|alleged|former|members?|elements?|units?|fighters? (?=of|from|with)|"
    r"supporters|allies|parts?|most|members|moderate|mainstream|so-called|embattled|powerful|leading|influential|key)\s+)+",
    re.I,
)
#: What stands in brackets explains a name; it is no part of it. A mention may end before the bracket does: "the Tarn Front
#: (TF".
BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]|(?<=\S)\s*[(\[][^()\[\]]*$")
#: Small words before a name that say something about it ("the grassroots X Committee").
SMALL = re.compile(r"^(?:[a-z][\w-]*\s+)+(?=[A-Z])")
#: "a market in Velm": what, and where.
IN_PLACE = re.compile(r"^(.+?) (?:in|at|near|inside|outside) (.+)$")
#: Where people live and meet: civilian, whoever hit it.
CIVILIAN_PLACES = frozenset(
    "park market marketplace bazaar souk hotel restaurant cafe mall playground stadium homes houses home house shop shops "
    "neighbourhood neighborhood village town city building buildings".split()
)
#: Words that point to somebody whom they do not describe.
POINTERS = frozenset("he she they it we i you him her them us who someone somebody one others man men".split())
GROUPED = re.compile(r"^(?:(?:a|the)\s+)?(?:group|number|crowd|handful|pair)\s+of\s+", re.I)
#: Titles below a state's own: their holder is of the story's country.
LOCAL_TITLE = re.compile(r"^(?:Governor|Gov\.|Mayor|Chief Minister|Sheriff|Provincial Governor|Police Chief)\s+[A-Z]")
#: Sectors of which a town, a province or an institution named after one may be the owner.
LOCAL = frozenset("GOV COP JUD LEG EDU MED SOC BUS CVL LAB AGR REL".split())
#: One head noun for another that means the same party, tried in this order.
VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\b(?:fighters|troops|forces|soldiers|militants|rebels|alliance|coalition)$", "forces"),
        (r"\b(?:forces|troops|militants|rebels)$", "fighters"),
        (r"\b(Committee|Council|Brigade|Unit|Force|Battalion)$", r"\1s"),
        (r"\b(Shia|Shi'ite|Shiite|Sunni) Muslim\b", r"\1"),
        (r"^(?:.* )?(Shia|Shi'ite|Shiite|Sunni)(?: Muslim)? (?:para-?military (?:groups|forces|units|fighters)|militia "
         r"(?:groups|forces|fighters)|militiamen)$", r"\1 militias"),
    )
)  # fmt: skip
#: Ships' prefixes, and how one country's services are written, to the country.
UNIT_OF: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (r"^USS [A-Z]", "USA"), (r"^HMS [A-Z]", "GBR"), (r"^FS [A-Z]", "FRA"), (r"^HMAS [A-Z]", "AUS"),
        (r"^HMCS [A-Z]", "CAN"), (r"^TCG [A-Z]", "TUR"), (r"^FGS [A-Z]", "DEU"), (r"^ROKS [A-Z]", "KOR"),
        (r"^HNLMS [A-Z]", "NLD"), (r"^HDMS [A-Z]", "DNK"), (r"^HNoMS [A-Z]", "NOR"), (r"^ITS [A-Z]", "ITA"),
        (r"\b\d+(?:st|nd|rd|th) Marines\b|\bMarine Expeditionary\b|\b(?:Air|Army) National Guard\b|\bANG\b", "USA"),
        (r"(?<=\S )(?:Airm[ae]n|Guardsm[ae]n)\b", "USA"),
    )
)  # fmt: skip
BACKED = re.compile(r"\b([\w.]+(?: [A-Z]\w+)?)[- ](?:backed|led|allied|aligned|supported|funded|sponsored|affiliated|linked|"
                    r"trained)\b|\bpro-([\w]+)\b|\banti-\w+\b", re.I)  # fmt: skip
SPLIT = re.compile(
    r"\s+(?:of|for|from|at|in|with|loyal to|allied to|linked to|affiliated with|backed by)\s+(?:(?:the|an?)\s+)?", re.I
)
#: Such a preposition says where somebody is, not whom they speak for.
WHERE = re.compile(r"\s(?:in|at|from|with)\s", re.I)
LOYAL = re.compile(r"^[Pp]ro-(\w.*)$")
TITLE = re.compile(
    r"^(?:(?:(?:Vice|Deputy|Acting|Foreign|Defen[cs]e|Interior|Prime|First)\s+)*(?:President|Premier|Minister|Secretary|Ambassador|"
    r"Senator|Chancellor|King|Governor|General|Gen\.|Colonel|Col\.|Major|Maj\.|Lieutenant|Lt\.|Admiral|Adm\.|Captain|Brigadier|"
    r"Sheikh|Ayatollah|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)+"
)
CAPITAL_LETTER = re.compile(r"[A-Z؀-ۿА-Я]")
