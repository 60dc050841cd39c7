"""A paraphrase by rules, for making rewritten copies: synonyms from a small table, and clauses in another order.

Made for measuring, not for reading: the result is mostly grammatical and keeps names and numbers. It is weaker than a
good editor and stronger than a cut: of a paraphrased sentence's four-word runs about two thirds are gone (the benchmark
prints what texts keep of which a third was paraphrased).
"""

from __future__ import annotations

import re
from random import Random

_TABLE = """
said:stated,declared,remarked;says:states,notes;told:informed;announced:made known,disclosed;according to:in the words of
also:in addition,as well;after:following;before:ahead of;about:around,roughly;because:since,as;but:yet,though
killed:left dead;killing:leaving dead;dead:killed;died:lost their lives;wounded:injured,hurt;injured:wounded,hurt
attack:assault;attacks:assaults;attacked:assaulted;fight:battle;fighting:battles;fighters:gunmen;troops:soldiers,forces
soldiers:troops;forces:troops;army:military;military:army;town:settlement;city:town;village:hamlet;region:area;area:region
company:firm,business;companies:firms,businesses;firm:company;business:trade;market:trade;markets:exchanges
government:authorities,administration;officials:authorities;official:representative;country:nation,state;nation:country
people:persons;man:male;men:males;children:youngsters;residents:inhabitants;workers:employees,staff;employees:workers
plan:scheme,project;plans:intends,schemes;planned:intended;deal:agreement,accord;agreement:accord,deal;contract:deal
new:fresh,novel;old:former;large:big,sizeable;big:large;small:minor;major:leading,chief;main:chief;important:weighty
first:initial;last:previous;recent:latest;several:a number of,various;many:numerous,a lot of;more than:over;over:more than
at least:no fewer than;nearly:almost;almost:nearly;only:just,merely;just:only;now:at present;still:even now
increase:rise,growth;increased:rose,grew;rise:increase;rose:climbed,increased;fell:dropped,declined;fall:drop,decline
drop:fall;dropped:fell;began:started;begin:start;started:began;start:begin;ended:finished,came to an end;end:finish
show:reveal;shows:reveals;showed:revealed;shown:revealed;found:discovered;find:discover;made:produced;make:produce
use:employ;used:employed;using:employing;help:aid,assist;helped:aided,assisted;need:require;needs:requires
want:wish;wants:wishes;wanted:wished;hope:wish;think:believe;believe:think;asked:requested;called:named;call:appeal
reported:related;report:account;reports:accounts;statement:declaration;decision:ruling;problem:difficulty
problems:difficulties;crisis:emergency;loss:deficit;losses:deficits;money:funds;cost:price;costs:prices;price:cost
buy:purchase;bought:purchased;sell:offer;sold:disposed of;pay:spend;paid:spent;job:post;jobs:posts;work:labour
year:twelvemonth;years:long years;week:seven days;today:this day;currently:at the moment;however:nevertheless
although:even though;while:whereas;during:in the course of;near:close to;between:in between;under:below;within:inside
including:among them;such as:like;other:further;another:a further;both:the two;each:every;very:highly;often:frequently
later:afterwards;soon:before long;earlier:previously;already:by then;again:once more;well:good;good:fine;able:in a position
can:is able to;could:was able to;will:is going to;would:was going to;must:has to;should:ought to;may:might;might:may
support:backing;supported:backed;leader:head,chief;leaders:heads,chiefs;president:head of state;minister:cabinet member
law:statute;court:tribunal;police:officers;case:matter;group:band;groups:bands;member:participant;members:participants
world:globe;global:worldwide;international:worldwide;public:common;system:set-up;service:facility;services:facilities
home:house;house:home;building:structure;road:street;car:vehicle;cars:vehicles;plane:aircraft;aircraft:planes
"""
TABLE: dict[str, tuple[str, ...]] = {
    word: tuple(others.split(","))
    for line in _TABLE.strip().splitlines()
    for word, others in (entry.split(":") for entry in line.split(";"))
}
_WORDS = re.compile(
    r"\b(" + "|".join(sorted(map(re.escape, TABLE), key=lambda w: (-len(w), w))) + r")\b", re.IGNORECASE
)
_LEADING = re.compile(
    r"^((?:In|On|At|After|Before|During|When|While|Since|Although|As|With|By|For|From|If) [^,]{4,90}), (.{12,})$"
)
_TRAILING = re.compile(
    r"^(.{12,}?),? (after|before|when|while|because|although|since|during|in|on|at|with|for|by|to) ([^,]{8,})$"
)
_SAID = re.compile(r"^(.{12,}), ((?:[A-Z]|the |an? |its |his |her |their )[^,]{2,60}) (said|says|stated|announced)$")
_JOINED = re.compile(r"^(.{12,}),? (and|but|which|where|who) (.{12,})$")


def synonyms(sentence: str, rng: Random) -> str:
    """Each word of the table replaced by one of its others, its capital kept."""

    def other(match: re.Match[str]) -> str:
        found = match.group()
        word = rng.choice(TABLE[found.lower()])
        return word[0].upper() + word[1:] if found[0].isupper() else word

    return _WORDS.sub(other, sentence)


def reorder(sentence: str) -> str:
    """The clauses of a sentence in another order: attribution, leading or trailing clause, else its two halves."""
    body, stop = sentence.rstrip(".!? \n"), sentence.rstrip()[-1:] if sentence.rstrip()[-1:] in ".!?" else ""
    if found := _SAID.match(body):
        return f"{_up(found[2])} {found[3]} that {_down(found[1])}{stop}"
    if found := _LEADING.match(body):
        return f"{_up(found[2])} {_down(found[1])}{stop}"
    if found := _JOINED.match(body):
        return f"{_up(found[3])}; {_down(found[1].rstrip(','))}{stop}"
    if found := _TRAILING.match(body):
        return f"{_up(found[2])} {found[3]}, {_down(found[1])}{stop}"
    return sentence


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _down(words: str) -> str:
    first = words.split(" ", 1)[0]
    common = first in {"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "This", "After", "Before", "When"}
    return words[:1].lower() + words[1:] if common else words


def paraphrase(sentence: str, rng: Random) -> str:
    """One sentence told in other words."""
    return synonyms(reorder(sentence), rng)
