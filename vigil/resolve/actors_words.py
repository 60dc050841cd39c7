"""The words that actor phrases are made of: head nouns with their PLOVER sector, titles, and what to leave out."""

from __future__ import annotations

import re

#: PLOVER sector to head nouns (folded). The last such noun of a phrase says what kind of party it names.
SECTORS: dict[str, str] = {
    "MIL": "army armies military forces force troops troop soldiers soldier jets jet warplanes warplane aircraft "
    "plane planes airplanes helicopters helicopter drones drone artillery tanks tank navy naval marines marine "
    "paratroopers bombers bomber commandos conscripts servicemen serviceman gunners warships warship destroyer "
    "frigate submarine missiles missile rockets battalion brigade brigades division regiment general generals "
    "colonel commander commanders admiral lieutenant sergeant major captain airstrikes strikes raids convoy "
    "officers airforce artillerymen sniper snipers pilots pilot reinforcements garrison defence defense "
    "aviation peacekeepers guards",
    "COP": "police policeman policemen gendarmerie gendarmes constabulary sheriff detectives officer security cops",
    "SPY": "intelligence spies spy mukhabarat spymaster",
    "JUD": "court courts judge judges judiciary prosecutor prosecutors tribunal justice attorney lawyers lawyer",
    "LEG": "parliament lawmakers lawmaker legislators legislator senate senator senators congress congressman mp mps "
    "legislature knesset duma parliamentarian parliamentarians house",
    "REB": "rebels rebel insurgents insurgent militants militant guerrillas guerrilla jihadists jihadist jihadis "
    "terrorists terrorist islamists extremists faction factions militia militias militiamen gunmen fighters "
    "fighter mujahideen separatists separatist bombers gangs mercenaries "
    "боевики террористы مسلحون مسلحين ارهابيون ارهابيين",
    "OPP": "opposition activists activist dissidents dissident protesters protester demonstrators protestors "
    "oppositionists",
    "PTY": "party parties politician politicians candidate",
    "CRM": "gang cartel cartels smugglers traffickers bandits pirates criminals criminal mafia",
    "MED": "hospital hospitals doctors doctor medics medic nurses nurse paramedics clinic physicians surgeon",
    "EDU": "students student teachers teacher university school professor professors academics schoolchildren",
    "BUS": "company companies businessmen businessman firm firms bank banks traders corporation executives",
    "JRN": "journalists journalist reporter reporters newspaper media correspondent broadcaster channel television "
    "cameraman outlet agency",
    "REF": "refugees refugee displaced migrants migrant",
    "LAB": "workers worker union unions miners strikers labourers",
    "AGR": "farmers farmer peasants",
    "REL": "church clergy imam imams priest priests bishop monks cleric clerics mosque pope rabbi",
    "NGO": "ngo charity charities aid humanitarian volunteers monitor monitors observatory watchdog rescuers rescuer",
    "CVL": "civilians civilian people residents resident children child women woman men man families family villagers "
    "villager locals inhabitants citizens citizen population victims person persons youth boys girls boy girl "
    "bystanders worshippers shoppers passengers passenger pedestrians households detainees prisoners prisoner "
    "hostages tourists nationals",
    "GOV": "government governments regime authorities authority officials official ministry minister ministers "
    "president presidency premier king queen emir sultan chancellor cabinet administration state leadership "
    "leader leaders diplomat diplomats ambassador envoy embassy consulate spokesman spokeswoman spokesperson "
    "delegation negotiators secretary monarchy prince junta republic mayor governor kingdom rulers ruler "
    "bureaucrats negotiator capital side",
}  # fmt: skip
SECTOR_OF = {word: sector for sector, words in SECTORS.items() for word in words.split()}
#: Heads that say "speaks for", not "is": the noun before them decides.
SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson official officials source sources statement leader leaders chief head commander "
    "commanders member members side fighter fighters leadership positions position headquarters media".split()
)
KIND_OF = {
    "MIL": "army", "COP": "police", "GOV": "state", "LEG": "state", "JUD": "state", "SPY": "state", "REB": "rebel",
    "CVL": "civilians", "REF": "civilians", "EDU": "civilians", "AGR": "civilians", "LAB": "civilians", "OPP": "other",
    "PTY": "other", "CRM": "other", "MED": "rescuer", "BUS": "other", "JRN": "media", "REL": "other", "NGO": "aid",
}  # fmt: skip
#: Which body of a state a sector names.
BODY_OF = {"MIL": "army", "COP": "police", "GOV": "gov", "SPY": "gov", "LEG": "gov", "JUD": "gov"}
#: Words that only a foe or friend would use.
SLANT = frozenset(
    "regime terrorist terrorists gangs gang martyrs mercenaries thugs occupiers puppet zionist junta "
    "террористы ارهابيون ارهابيين".split()
)
MILITIA = frozenset("militia militias militiamen paramilitary paramilitaries proxies mercenaries".split())
MONITORS = frozenset("monitor monitors observatory watchdog".split())
ARMED = re.compile(r"\barmed (?:groups?|men|factions?|elements|gangs?|bands?)\b", re.I)
LEAD = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|some|several|many|few|two|three|four|five|six|seven|eight|nine|ten|dozens|"
    r"scores|hundreds|thousands|\d[\d,.]*|more than|at least|about|around|of|both|all|other|another|senior|top|unnamed|"
    r"unidentified|anonymous|local|suspected|alleged|former|members?|elements?|units?|fighters? (?=of|from|with)|"
    r"supporters|allies|parts?|most|members)\s+)+",
    re.I,
)
BACKED = re.compile(r"\b([\w.]+(?: [A-Z]\w+)?)[- ](?:backed|led|allied|aligned|supported|funded|sponsored|affiliated|linked|"
                    r"trained)\b|\bpro-([\w]+)\b|\banti-\w+\b", re.I)  # fmt: skip
SPLIT = re.compile(
    r"\s+(?:of|for|from|at|in|with|loyal to|allied to|linked to|affiliated with|backed by)\s+(?:the\s+)?", re.I
)
CAPITAL_LETTER = re.compile(r"[A-Z؀-ۿА-Я]")
