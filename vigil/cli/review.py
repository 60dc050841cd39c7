"""People's decisions from the command line: what to ask, how to answer, what was answered, and taking it back.

On one's own machine no account is needed: decisions carry the login name, or --user. Whoever can write to the record's file
can write anything to it; accounts are for servers.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from vigil.cli.common import DB, AsJson, Db, Theatre, emit, note, open_record, theatre_folders
from vigil.model.errors import Misuse

if TYPE_CHECKING:
    from vigil.model.link import Decision
    from vigil.review.actions import Hand
    from vigil.review.desk import Desk
    from vigil.store import Store, View

review = typer.Typer(
    name="review", no_args_is_help=True, rich_markup_mode=None, help="Decide what the machine should read otherwise."
)
User = Annotated[str, typer.Option("--user", metavar="NAME", help="Who decides; your login name unless set.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for whoever reads it later.")]
Claims = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="Ids of claims.")]
Later = Annotated[bool, typer.Option("--later", help="Only write it down; the next run, or decision, applies it.")]


@review.command("queue")
def queue(
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")] = 10,
    kind: Annotated[str, typer.Option("--kind", help="link, twins, claim, actor, place, disagreement.")] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Ask also where the machine reads otherwise than a person decided.")
    ] = False,
    user: User = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """List what to decide first: what would move an event most.

    Example: vigil review queue -n 5 --db war.db
    """
    from vigil.review.desk import lay
    from vigil.review.queue import queue as ask

    view = open_record(db).view()
    desk = lay(view)
    found = [q for q in ask(desk, user or _login(), again=again) if not kind or q.kind == kind]
    shown = found[:limit] if limit else found
    if as_json:
        emit({"count": len(found), "questions": shown})
        return
    from vigil.cli.render_review import questions

    questions(shown, len(found), desk, view)


@review.command("accept")
def accept(
    claims: Claims,
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say that claims are right as the machine reads them.

    Example: vigil review accept c08e5dbe83d5f7c49 --db war.db
    """
    _decide(db, user, reason, theatre, later, as_json, lambda desk, hand: _each(claims, desk, hand.accept))


@review.command("reject")
def reject(
    claims: Claims,
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say that claims are none: nothing in their sentence tells of such an event.

    Example: vigil review reject c08e5dbe83d5f7c49 --reason "a headline of another story" --db war.db
    """
    _decide(db, user, reason, theatre, later, as_json, lambda desk, hand: _each(claims, desk, hand.reject))


@review.command("should-read")
def should_read(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="type, mode, stance, place, agent, killed, ...")],
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="How it should read; a wrong one lists the right ones.")
    ],
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say how a field of a claim should read. What the machine read stays beside it.

    Example: vigil review should-read c08e5dbe83d5f7c49 killed 3..5 --db war.db
    """

    def make(desk: Desk, hand: Hand) -> list[Decision]:
        return hand.should_read(desk.claim(claim), field, value, desk.known)

    _decide(db, user, reason, theatre, later, as_json, make)


@review.command("name")
def name(
    group: Annotated[str, typer.Argument(metavar="GROUP", help="A provisional actor's id, new/...: vigil unknown.")],
    actor: Annotated[
        str, typer.Argument(metavar="ACTOR", help="Who it is: id or name of an actor of the record, or new/...")
    ],
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say who a provisional actor is: in all claims that name it, and in those to come.

    Another provisional actor may be given: then the two are one.

    Example: vigil review name new/heron-liberation-front kelmora/army --db war.db
    """

    def make(desk: Desk, hand: Hand) -> list[Decision]:
        return hand.name(desk.group(group), actor, desk.corrected, desk.known)

    _decide(db, user, reason, theatre, later, as_json, make)


@review.command("same")
def same(
    one: Annotated[str, typer.Argument(metavar="ONE", help="A claim or an event.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one of that kind.")],
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say that two claims tell of one event, or that two events are one.

    Example: vigil review same ev_9dbe33d6 ev_deaf34f7 --db war.db
    """

    def make(desk: Desk, hand: Hand) -> list[Decision]:
        if one in desk.claims and other in desk.claims:
            return hand.pair(one, other, same=True)
        return hand.merge(desk.event(one), desk.event(other), desk.decisions)

    _decide(db, user, reason, theatre, later, as_json, make)


@review.command("not-same")
def not_same(
    claims: Claims,
    event: Annotated[str, typer.Option("--event", metavar="ID", help="Take the claims out of this event.")] = "",
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say that two claims tell of two events, or with --event that some claims of it are an event of their own.

    Example: vigil review not-same c87ffed40727f9e8e --event ev_9dbe33d6 --db war.db
    """

    def make(desk: Desk, hand: Hand) -> list[Decision]:
        if event:
            return hand.split(desk.event(event), [desk.claim(id).id for id in claims], desk.decisions)
        if len(claims) != 2:
            raise Misuse("name two claims, or the event that they are of", advice="write: vigil review not-same C1 C2")
        return hand.pair(desk.claim(claims[0]).id, desk.claim(claims[1]).id, same=False)

    _decide(db, user, reason, theatre, later, as_json, make)


@review.command("disprove")
def disprove(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")],
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Say that an event did not happen, whoever tells of it.

    Example: vigil review disprove ev_9dbe33d6 --reason "the picture is of another year" --db war.db
    """
    _decide(db, user, reason, theatre, later, as_json, lambda desk, hand: hand.disprove(desk.event(event)))


@review.command("skip")
def skip(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question's id, as the queue shows it.")],
    user: User = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Put a question off: it comes last for you from here on.

    Example: vigil review skip q_9c41b7307684ee4c --db war.db
    """
    from vigil.review.queue import key
    from vigil.review.queue import queue as ask

    def make(desk: Desk, hand: Hand) -> list[Decision]:
        found = next((q for q in ask(desk, hand.user, again=True) if q.id == question), None)
        if found is None:
            raise Misuse(f"no question {question!r}", item=question, advice="see vigil review queue")
        kind, left, right = key(found)
        return hand.skip(left, right, kind)

    _decide(db, user, "", None, True, as_json, make)


@review.command("undo")
def undo(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="Id of a decision or action, as the log shows it.")
    ],
    reason: Reason = "",
    user: User = "",
    later: Later = False,
    theatre: Theatre = None,
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """Take a decision back, with all that was written in one go with it. Its rows stay in the ledger.

    Example: vigil review undo de_0f1e2d3c4b5a6978 --reason "misread" --db war.db
    """
    from vigil.review.desk import rows_of

    with open_record(db) as store:
        rows = rows_of(store.view().decisions(), decision)
        with store.write() as writer:
            for row in rows:
                writer.retract_decision(row.id, datetime.now(UTC), user=user or _login(), reason=reason)
        _apply(store, theatre, later)
    if as_json:
        emit({"taken_back": [row.id for row in rows]})
    else:
        print(f"{len(rows)} row(s) taken back.")


@review.command("log")
def log(
    event: Annotated[str, typer.Option("--event", metavar="ID", help="Only those on one event.")] = "",
    db: Db = DB,
    as_json: AsJson = False,
) -> None:
    """List decisions, oldest first, with what was taken back.

    Example: vigil review log --event ev_9dbe33d6 --db war.db
    """
    from vigil.model.link import Judgement
    from vigil.review.desk import history, lay

    desk = lay(open_record(db).view())
    # An id that is no longer in use still has its history.
    named = desk.event(event).id if event and any(id.startswith(event) for id in desk.events) else event
    rows = history(desk, named) if event else desk.decisions
    found = [row for row in rows if row.judgement is not Judgement.SKIP]
    if as_json:
        emit({"count": len(found), "decisions": found})
        return
    from vigil.cli.render_review import decisions

    decisions(found)


def _each(claims: Sequence[str], desk: Desk, make: Callable[..., list[Decision]]) -> list[Decision]:
    return [row for id in dict.fromkeys(claims) for row in make(desk.claim(id))]


def _decide(
    db: str,
    user: str,
    reason: str,
    theatre: list[str] | None,
    later: bool,
    as_json: bool,
    make: Callable[[Desk, Hand], list[Decision]],
) -> None:
    """Write what was decided and make the events anew."""
    from vigil.review.actions import Hand
    from vigil.review.desk import lay

    with open_record(db) as store:
        desk = lay(store.view())
        hand = Hand(user or _login(), datetime.now(UTC), reason=reason)
        rows = hand.together(make(desk, hand))
        with store.write() as writer:
            for row in rows:
                writer.put_decision(row)
        _apply(store, theatre, later)
        if as_json:
            emit({"decisions": rows})
            return
        _say(rows, store.view(), later)


def _say(rows: list[Decision], view: View, later: bool) -> None:
    name = rows[0].action or rows[0].id
    print(f"Written: {len(rows)} row(s). Take it back with: vigil review undo {name}")
    if not later:
        claims = dict.fromkeys(id for row in rows for id in (row.left, row.right) if id)
        events = dict.fromkeys(event for claim in claims for event in view.events_of_claim(claim))
        for event in events:
            found = view.event(event)
            if found is not None:
                print(f"{found.id}  {found.status.value}  {found.gist}")


def _apply(store: Store, theatre: list[str] | None, later: bool) -> None:
    if later:
        return
    from vigil.engine.refresh import tools_for
    from vigil.engine.run import recompute
    from vigil.settings import Settings

    settings = Settings.from_env()
    folders = [*settings.theatres, *theatre_folders(theatre)]
    tools = tools_for(store, folders, index=settings.index)
    before = store.view().meta().get("stages", "").partition("reference=")[2]
    if before and before != tools.reference:
        note("the theatre packs are not those of the last run: events may come out otherwise (--theatre names others)")
    recompute(store, tools)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise Misuse("this login has no name", advice="say who decides: --user NAME") from error
