"""Shapes of what is written, and of what is answered to it: sessions, accounts, tokens, decisions, the queue, the audit."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, SecretStr, StrictBool, StringConstraints

from vigil.api.schemas.base import NEXT, TOTAL, Shape, many, nested, said
from vigil.model.account import Role, Scope

#: No control characters but tab and line feed: the ledger holds words.
_PLAIN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$"


def _whole(value: object) -> object:
    """JSON has one kind of number: 3.0 is 3, and "3" and true are no numbers. Raises ValueError for those."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        raise ValueError("Input should be a whole number")
    return int(value)


Whole = Annotated[int, BeforeValidator(_whole)]
AccountName = Annotated[str, StringConstraints(max_length=64, pattern=r"^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$")]
Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_:.-]+$")]
Words = Annotated[str, StringConstraints(max_length=2000, pattern=_PLAIN)]
Short = Annotated[str, StringConstraints(max_length=300, pattern=_PLAIN)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=_PLAIN)]


class SignIn(Shape):
    """A name and its password."""

    name: str = said("the account's name", "olena", min_length=1, max_length=64)
    password: SecretStr = said("the password", "four random words will do", min_length=1, max_length=256)


class SessionShape(Shape):
    """Who is asking, and the token that pages send along when they write."""

    signed_in: bool = said("whether somebody is signed in (or needs not be, on one's own machine)", True)
    user: str = said('the name that decisions carry; "" for nobody', "olena")
    role: Role | None = said("what the caller may do; null: sign in to read", "reviewer")
    how: Literal["local", "session", "token", "nobody"] = said("by what the caller is known", "session")
    csrf: str = said("send it as x-csrf-token with everything that writes", "5f4dcc3b5aa765d61d8327deb882cf99")
    expires: datetime | None = said("when the session ends if it is not used", "2031-05-02T10:00:00Z")


class Me(Shape):
    """Who is asking."""

    user: str = said('the name; "" for nobody', "olena")
    role: Role | None = said("what the caller may do", "reviewer")
    how: Literal["local", "session", "token", "nobody"] = said("by what the caller is known", "session")


class PasswordChange(Shape):
    """One's own password, old and new."""

    old: SecretStr = said("the password until now", "four random words will do", min_length=1, max_length=256)
    new: SecretStr = said("the new one: 12 to 256 characters", "four other random words", min_length=12, max_length=256)


class NewAccount(Shape):
    """An account to be made."""

    name: AccountName = said("a-z, 0-9, dot, dash, underscore", "olena")
    role: Role = said("what it may do", "reviewer")
    password: SecretStr = said("12 to 256 characters", "four random words will do", min_length=12, max_length=256)


class AccountChanges(Shape):
    """What to change of an account; null leaves it as it is."""

    role: Role | None = said("another role", "editor", default=None)
    disabled: StrictBool | None = said("true shuts it out, false lets it in again", True, default=None)
    password: SecretStr | None = said(
        "another password: 12 to 256 characters",
        "four random words will do",
        default=None,
        min_length=12,
        max_length=256,
    )


class AccountShape(Shape):
    """An account, without its secrets."""

    name: str = said("its name", "olena")
    role: Role = said("what it may do", "reviewer")
    disabled: bool = said("whether it is shut out", False)
    created_at: datetime = said("when it was made", "2031-05-01T08:00:00Z")


class AccountList(Shape):
    """Every account, by name."""

    items: list[AccountShape] = many("accounts", AccountShape)
    next: str | None = NEXT
    total: int = TOTAL


class NewToken(Shape):
    """A key for a program."""

    label: Label = said("what it is for", "nightly export")
    scopes: list[Scope] = said("what it may be used for", ["read"], min_length=1, max_length=3)
    days: Whole = said("days until it works no more", 90, ge=1, le=366)


class TokenShape(Shape):
    """A token, without itself."""

    id: str = said("by which it is revoked", "to_1b2c3d4e5f60718293")
    account: str = said("whose it is", "olena")
    label: str = said("what it is for", "nightly export")
    scopes: list[Scope] = said("what it may be used for", ["read"])
    created_at: datetime = said("when it was made", "2031-05-01T08:00:00Z")
    expires_at: datetime = said("when it works no more", "2031-07-30T08:00:00Z")
    revoked_at: datetime | None = said("when it was revoked", "2031-06-01T08:00:00Z")


class TokenMade(Shape):
    """A new token: the only time that it is shown."""

    token: str = said(
        "keep it as you keep a password; it is shown only now", "vigil_zF3mYh0c1o2vYlJt9qH5uQ8xWk7rBnE4sA6dGpTiXeU"
    )
    made: TokenShape = nested("what is kept of it", TokenShape)


class TokenList(Shape):
    """Tokens, oldest first."""

    items: list[TokenShape] = many("tokens", TokenShape)
    next: str | None = NEXT
    total: int = TOTAL


class FieldOf(Shape):
    """A field of a claim."""

    claim: Id = said("the claim", "c1f2e3d4")
    field: Annotated[str, StringConstraints(max_length=32, pattern=r"^[a-z_.0-9]+$")] = said("the field", "agent")


REASON = said("why, for whoever reads it later", "the second sentence says four", default="")
LOOKED_AT = said("the event that was looked at, for its history", "ev_68b511e8", default=None)


class OfClaims(Shape):
    """Claims are right as the machine reads them (``accept``), or are no claims at all (``reject``)."""

    action: Literal["accept", "reject"] = said("which of the two", "reject")
    claims: list[Id] = said("ids of the claims", ["c1f2e3d4"], min_length=1, max_length=200)
    event: Id | None = LOOKED_AT
    reason: Words = REASON


class ShouldRead(Shape):
    """A field of a claim, or of several, should read otherwise."""

    action: Literal["should_read"] = said("should_read", "should_read")
    fields: list[FieldOf] = many("which fields of which claims", FieldOf, min_length=1, max_length=200)
    value: Short = said("how they should read; GET /v1/review/fields says what may be written", "3..5")
    event: Id | None = LOOKED_AT
    reason: Words = REASON


class OfPair(Shape):
    """Two claims tell of one event (``same``), or do not (``not_same``)."""

    action: Literal["same", "not_same"] = said("which of the two", "same")
    claims: list[Id] = said("two claims", ["c1f2e3d4", "c0a1b2c3"], min_length=2, max_length=2)
    event: Id | None = LOOKED_AT
    reason: Words = REASON


class Merge(Shape):
    """Two events are one."""

    action: Literal["merge"] = said("merge", "merge")
    events: list[Id] = said("two events", ["ev_68b511e8", "ev_0a1b2c3d"], min_length=2, max_length=2)
    reason: Words = REASON


class Split(Shape):
    """Some claims of an event are an event of their own."""

    action: Literal["split"] = said("split", "split")
    event: Id = said("the event", "ev_68b511e8")
    claims: list[Id] = said("the claims that go", ["c1f2e3d4"], min_length=1, max_length=200)
    reason: Words = REASON


class Disprove(Shape):
    """An event did not happen."""

    action: Literal["disprove"] = said("disprove", "disprove")
    event: Id = said("the event", "ev_68b511e8")
    reason: Words = REASON


class Skip(Shape):
    """Not now: the question comes last for you."""

    action: Literal["skip"] = said("skip", "skip")
    kind: Annotated[str, StringConstraints(max_length=20, pattern=r"^[a-z]*$")] = said("the question's kind", "link")
    claims: list[Id] = said("the question's claims", ["c1f2e3d4", "c0a1b2c3"], min_length=1, max_length=200)


EXAMPLE = {"action": "should_read", "fields": [{"claim": "c1f2e3d4", "field": "killed"}], "value": "3..5"}
NewDecision = Annotated[
    OfClaims | ShouldRead | OfPair | Merge | Split | Disprove | Skip,
    Field(discriminator="action", description="What a person decides.", examples=[EXAMPLE]),
]


class DecisionShape(Shape):
    """One row."""

    id: str = said("by which it is taken back", "de_0f1e2d3c4b5a6978")
    action: str = said('rows with one action were made together and are taken back together; "" alone', "do_00112233")
    judgement: str = said("what it says", "should_read")
    claims: list[str] = said("the claim, or the two claims, that it is about", ["c1f2e3d4"])
    event: str = said('the event that was looked at, by its id then; "" none', "ev_68b511e8")
    field: str = said("the field, for should_read", "killed")
    value: str = said("how it should read, as a person would write it", "3..5")
    user: str = said("who decided", "olena")
    reason: str = said("why", "the second sentence says four")
    created_at: datetime = said("when", "2031-05-02T09:00:00Z")
    deleted_at: datetime | None = said("when it was taken back", "2031-05-02T09:05:00Z")


class DecisionsMade(Shape):
    """What was written, and what became of it."""

    items: list[DecisionShape] = many("the rows, written or taken back", DecisionShape)
    refreshed: bool = said("whether events have been made anew already; else they will be soon", True)
    events: list[str] = said("ids of the events that hold the claims now", ["ev_68b511e8"])


class DecisionList(Shape):
    """Decisions, newest first."""

    items: list[DecisionShape] = many("rows", DecisionShape)
    next: str | None = NEXT
    total: int = TOTAL


class Telling(Shape):
    """One claim's own sentence."""

    claim: str = said("the claim", "c1f2e3d4")
    document: str = said("the document's id", "d_5e6f")
    title: str = said("its title", "Strike on Velm market")
    outlet: str = said("who published it", "Harbour Times")
    published: datetime | None = said("when", "2031-05-02T08:00:00Z")
    sentence: str = said("the sentence, to be shown as text", "Jets struck the market, killing four people.")
    trigger: list[int] = said("where the event word stands in the sentence: start and end", [5, 11])
    reads: str = said("how the machine reads it", "airstrike, asserts, actual at Velm; killed 4")


class QuestionShape(Shape):
    """One thing to ask, and why."""

    id: str = said("stays the same while the question does", "q_9c41b7307684ee4c")
    kind: str = said("link, twins, claim, actor, place, disagreement, disproved, again", "link")
    weight: float = said("how much an answer would move: only for ordering", 6.014)
    claims: list[str] = said("the claims that it is about; decide on these", ["c1f2e3d4", "c0a1b2c3"])
    events: list[str] = said("their events", ["ev_68b511e8"])
    fields: list[FieldOf] = many("fields that one answer fills", FieldOf)
    words: str = said("the words in question, as written", "Velmist")
    machine: str = said("the machine's reading", "of this event, 0.55: both attack (+2.0)")
    why: str = said("why it is asked", "only just joined (0.55) to an event that has 2 witnesses, 17 dead")
    change: str = said("what an answer would change", "witnesses 2 to 1, the number killed")
    skipped: bool = said("whether you have put it off", False)
    tellings: list[Telling] = many("the sentences", Telling)


class Queue(Shape):
    """Questions, weightiest first."""

    items: list[QuestionShape] = many("questions", QuestionShape)
    next: str | None = NEXT
    total: int = TOTAL


class FieldChoice(Shape):
    """A field that may be corrected."""

    field: str = said("its name", "mode")
    machine: str = said("how the machine reads it", "captured")
    now: str = said("how it reads with people's decisions", "recaptured")
    choices: list[str] = said("what may be written; [] for free forms", ["captured", "recaptured", "none"])
    form: str = said("the form of what may be written, where there is no list", "2031-05-02, 2031-05, a/b, or none")


class FieldList(Shape):
    """What may be corrected of a claim."""

    claim: str = said("the claim", "c1f2e3d4")
    fields: list[FieldChoice] = many("its fields", FieldChoice)


class AuditEntry(Shape):
    """One entry of the ledger that a person made."""

    seq: int = said("its number in the ledger", 271)
    kind: Literal["decision", "retraction", "account"] = said("what was done", "decision")
    ref: str = said("id of the decision or change", "de_0f1e2d3c4b5a6978")
    at: datetime = said("when", "2031-05-02T09:00:00Z")
    user: str = said("who did it", "olena")
    what: str = said("in words", "should_read killed of c1f2e3d4: 3..5")
    reason: str = said("why", "the second sentence says four")


class Audit(Shape):
    """What people did, newest first."""

    items: list[AuditEntry] = many("entries", AuditEntry)
    next: str | None = NEXT
    total: int = TOTAL
