"""The tables, once, for SQLite and PostgreSQL. ``migrations/`` builds them; a test holds the two together.

Kept rows (``ledger``, ``documents``, ``readings``, ``claims``, ``decisions``, ``retractions``, ``account_changes``) are
only ever added to:
triggers refuse UPDATE and DELETE, except that a document or claim with a tombstone in the ledger may have its words blanked.
Derived rows (``events``, ``evidence``, ``states``, ``terms``, ``copies``) are replaced as a whole by each run, and so are
``cards``, ``points``, ``tags``, ``names``, ``mentions``: an index that answers lists, maps and counts (``index.py``). The
``fusion_`` tables are what the last fusion knew; one more article is joined by them, and changes a few derived rows.

Bodies are JSON in plain text columns, not JSON columns: the ledger commits to their exact bytes, and PostgreSQL's JSONB
would reorder keys and rewrite numbers. What is asked for often stands beside the body in columns of its own.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),  # document, reading, claim, decision, retraction, account, tombstone
    Column("ref", Text, nullable=False),  # id of the thing; a reading's is its document's
    Column("content", String(64), nullable=False),  # SHA-256 of the thing's canonical JSON
    Column("note", Text, nullable=False),  # a tombstone's reason
    Column("digest", String(64), nullable=False),  # SHA-256 of the digest before and this entry
    Index("ledger_ref", "ref"),
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # its ledger entry
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, index=True),
    Column("digest", String(64), nullable=False, index=True),
    Column("moment", String(40), nullable=False),  # modified, else published, "" unknown: orders versions
    Column("outlet", Text, nullable=False, index=True),
    Column("language", String(16), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),  # all other fields; "" once taken down
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("doc", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("stages", Text, nullable=False),  # the stages and their versions
    Column("state", Text, nullable=False),  # read | unread language xx | off topic
    Column("claims", Integer, nullable=False),  # how many claims came of it
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False, index=True),
    Column("doc", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("type", String(32), nullable=False),
    Column("body", Text, nullable=False),
    Column("sentence", Text, nullable=False),  # the sentence's words, for search; not part of the claim
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

retractions = Table(
    "retractions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("decision", Text, ForeignKey("decisions.id"), nullable=False, unique=True),
    Column("body", Text, nullable=False),  # deleted_at, user, reason
)

sightings = Table(
    "sightings",
    metadata,
    Column("doc", Text, ForeignKey("documents.id"), primary_key=True),
    Column("key", Text, primary_key=True),  # another address under which the same bytes were found
)

issues = Table(
    "issues",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("item", Text, nullable=False, index=True),
    Column("stage", String(32), nullable=False),
    Column("level", String(8), nullable=False),
    Column("message", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("doc", Text, nullable=False),
)

meta = Table("meta", metadata, Column("name", String(64), primary_key=True), Column("value", Text, nullable=False))

events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("type", String(32), nullable=False, index=True),
    Column("status", String(32), nullable=False, index=True),
    Column("first_day", String(10), index=True),  # ISO; null: open
    Column("last_day", String(10)),
    Column("place_id", Text, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("witnesses", Integer, nullable=False),
    Column("disputes", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("summary", Text, nullable=False, server_default=""),  # JSON: what a list shows of it
)

evidence = Table(
    "evidence",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("doc", Text, nullable=False, index=True),
    Column("relation", String(16), nullable=False),
    Index("evidence_claim", "claim"),
)

states = Table(
    "states",
    metadata,
    Column("kind", String(16), primary_key=True),  # control, truce, displacement, move, relation, aid, group
    Column("id", Text, primary_key=True),
    Column("n", Integer, nullable=False),  # place in the kind's order
    Column("name", Text, nullable=False),  # of the place or the parties, for lists
    Column("body", Text, nullable=False),
)

#: Where events went whose id is no longer in use: merged into one other, or split into several; and where provisional
#: actors went that a registry, a person or an earlier spelling has named. Added to by each run.
forwards = Table(
    "forwards",
    metadata,
    Column("old", Text, primary_key=True),
    Column("new", Text, primary_key=True),
    Column("why", Text, nullable=False),
)

terms = Table(
    "terms",
    metadata,
    Column("owner", Text, nullable=False),  # id of an event or timeline
    Column("role", String(8), nullable=False),  # actor, place, control
    Column("term", Text, nullable=False),  # an id as it is, or a name folded with a blank at either end
    UniqueConstraint("owner", "role", "term", name="terms_once"),
    Index("terms_term", "role", "term"),
)

copies = Table(
    "copies",
    metadata,
    Column("doc", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)

#: Who may do what on a server; empty on a laptop. Passwords are argon2 hashes.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", String(40), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256 of the cookie: the table opens no session
    Column("account", Text, ForeignKey("accounts.name"), nullable=False, index=True),
    Column("created_at", String(40), nullable=False),
    Column("seen_at", String(40), nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the token
    Column("account", Text, ForeignKey("accounts.name"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("scopes", Text, nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("expires_at", String(40), nullable=False),
    Column("revoked_at", String(40)),
)

account_changes = Table(
    "account_changes",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),  # who changed what of which account; no secret
)

#: One narrow row an event: what filters, counts and series look at. Thirty thousand are looked through in milliseconds,
#: so long as nothing wide stands in a row: what is shown of an event is in ``events.summary`` and ``points``.
cards = Table(
    "cards",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),  # grows in the order of days; rowid of its words
    Column("event", Text, nullable=False, unique=True),
    Column("type", String(32), nullable=False),
    Column("mode", String(32), nullable=False),
    Column("status", String(32), nullable=False),
    Column(
        "begins", Integer, nullable=False
    ),  # ordinal of the first day; open: index.OPEN_BEFORE; undated: index.NEVER
    Column("ends", Integer, nullable=False),  # ordinal of the last day; open: index.OPEN_AFTER; undated: -1
    Column("up", String(10), nullable=False),  # the day by which lists go up: undated last
    Column("lat", Float),
    Column("lon", Float),
    Column("witnesses", Integer, nullable=False),  # independent ones that say that it happened
    Column("disputed", Integer, nullable=False),  # 0 or 1
    Column("part_of", Text, nullable=False),
    Column("killed_low", Integer),
    Column("killed_best", Integer),
    Column("killed_high", Integer),
    Column("wounded_low", Integer),
    Column("wounded_best", Integer),
    Column("wounded_high", Integer),
    Column("displaced_low", Integer),
    Column("displaced_best", Integer),
    Column("displaced_high", Integer),
    Index("cards_up", "up", "event"),
    Index("cards_part_of", "part_of"),
)

#: A dot of the map for each card.
points = Table(
    "points",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),  # cards.n
    Column("point", Text, nullable=False),  # a JSON array in the order of index.POINT
)

#: What events may be picked and counted by, beside the columns of ``cards``.
tags = Table(
    "tags",
    metadata,
    Column(
        "role", String(12), primary_key=True
    ),  # actor (agent or target), agent, target, speaker, side, place, within, outlet, source_kind, dispute, doubtful
    Column("value", Text, primary_key=True),  # an id, or the folded words of what is in no registry
    Column("n", Integer, primary_key=True, autoincrement=False),  # cards.n
    Column("label", Text, nullable=False),
    Index("tags_n", "n", "role"),
)

#: By which words an actor or place is found; ``key`` is a value of ``tags``.
names = Table(
    "names",
    metadata,
    Column("role", String(12), primary_key=True),  # actor, place
    Column("term", Text, primary_key=True),  # an id as it is, or a name folded with a blank at either end
    Column("key", Text, primary_key=True),
    Index("names_key", "role", "key"),
)

#: Who is named in which claim, and how: for the pages of actors and outlets.
mentions = Table(
    "mentions",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),  # its place among the claim's mentions
    Column("doc", Text, nullable=False, index=True),
    Column("role", String(12), nullable=False),  # agent, target, source
    Column("key", Text, nullable=False),  # as in ``tags`` for actors
    Column("text", Text, nullable=False),  # the words
    Column("slant", Integer, nullable=False),  # 1: as only a foe or friend would name it
    Index("mentions_key", "key", "role"),
    Index("mentions_slant", "slant", "doc"),
)

#: What the last fusion of the whole record knew, by which one more article is joined at once (``remembered``). Filled only
#: where it was asked for. ``number`` is the ledger entry of the claim or document.
fusion_words = Table(
    "fusion_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("claims", Integer, nullable=False),  # in how many claims it is
    Column("articles", Integer, nullable=False),  # in how many articles' leads and headlines
)

fusion_claims = Table(
    "fusion_claims",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("doc", Text, nullable=False, index=True),
    Column("line", Text, nullable=False),  # JSON: what was worked out from its article
    Column("voice", Text, nullable=False),  # JSON: who says it
    Column(
        "telling", Text, nullable=False, index=True
    ),  # the first claim of the telling that it is a reading of, or ""
    Column("silent", Boolean, nullable=False),  # withdrawn or outdated
)

fusion_articles = Table(
    "fusion_articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("doc", Text, nullable=False, unique=True),
    Column("address", Text, nullable=False, index=True),
    Column("words", Text, nullable=False),  # those that its matter is known by
    Column("day", Integer, nullable=False),  # ordinal of its publication, 0 unknown
    Column("withdrawn", Boolean, nullable=False),
)

fusion_postings = Table(
    "fusion_postings",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # a hash of what things are filed under
    Column("at", BigInteger, primary_key=True, autoincrement=False),  # place in the key's order
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

#: Added to, never changed.
KEPT = (ledger, documents, readings, claims, decisions, retractions, account_changes)
#: Replaced as a whole by each run, children first.
DERIVED = (
    mentions, tags, names, points, cards, evidence, terms, copies, states, events,
    fusion_words, fusion_claims, fusion_articles, fusion_postings,
)  # fmt: skip
