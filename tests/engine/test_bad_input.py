"""Bad input among good, through the whole main job: one clear line for each bad thing, and nothing beside it is lost."""

from __future__ import annotations

import gzip
import io
import json
import random
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes import FakeClock, FakeReader
from vigil.engine.rooms import furnish
from vigil.engine.run import run
from vigil.engine.summary import Summary
from vigil.engine.tools import Tools
from vigil.engine.verify import verify
from vigil.ingest.archive import Archive
from vigil.model.issue import Issue, Level
from vigil.publish.export import export
from vigil.reference.tables import Reference
from vigil.store import Store, open_store

PACK = Path(__file__).parents[1] / "world" / "pack"
ERROR, WARNING, INFO = Level.ERROR, Level.WARNING, Level.INFO
RUSSIAN = (
    "Жители рассказали, что ночью на окраине были слышны взрывы, а дорога к порту закрыта до утра. "
    "Власти пока не сообщали о пострадавших, спасатели продолжают работать на месте. "
)
ARABIC = (
    "قال سكان إنهم سمعوا انفجارات في أطراف البلدة خلال الليل وإن الطريق إلى الميناء مغلق حتى الصباح. "
    "ولم تعلن السلطات عن سقوط ضحايا وتواصل فرق الإنقاذ عملها في المكان. "
)


def story(name: str) -> str:
    """A good article of its own; the fake reader finds one claim in it."""
    return (
        f"Residents of the quarter called {name} spoke of shelling in Velm in the morning, 3 killed. "
        "The road to the harbour stayed closed to traffic for hours, and the wounded were carried on foot."
    )


def page(name: str, head: str = "", before: str = "", after: str = "") -> str:
    return f"<html><head>{head}</head><body>{before}<article><p>{story(name)}</p></article>{after}</body></html>"


def warc(name: str, count: int, *, packed: bool) -> bytes:
    """An archive of good pages; the noise keeps packed records long, so that a cut falls inside the last one."""
    noise = random.Random(7)
    records = []
    for number in range(count):
        body = page(f"{name}{number}", head=f"<meta name='noise' content='{noise.randbytes(300).hex()}'>")
        reply = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
            f"WARC-Target-URI: http://{name}.example/{number}\r\nWARC-Date: 2031-05-06T07:08:09Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(reply)}\r\n\r\n"
        )
        record = head.encode() + reply + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)


def bomb() -> str:
    """A feed of ten levels of entities, each ten times the one below it."""
    levels = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b0 "boom">{levels}]>'
        "<rss version='2.0'><channel><item><title>&b9;</title><description>&b9;</description></item></channel></rss>"
    )


def feed(name: str) -> str:
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Harrow Radio</title><item>"
        f"<guid>{name}</guid><title>{name}</title><description>{story(name)}</description></item></channel></rss>"
    )


def record(name: str, **fields: object) -> str:
    return json.dumps({"id": name, "text": story(name), **fields})


def front(name: str, *lines: str) -> str:
    return "\n".join(("---", *lines, "---", story(name), ""))


@dataclass(frozen=True)
class Line:
    """One line that is wanted in the issues: the item, the level and words of the message."""

    item: str
    level: Level
    words: str


@dataclass(frozen=True)
class Case:
    """A file, what is wanted in the issues of it (nothing when it is good), and the documents that it must still give."""

    name: str
    payload: str | bytes
    wanted: tuple[Line, ...] = ()
    kept: tuple[str, ...] = ()


def bad(name: str, payload: str | bytes, words: str, *, at: str = "", kept: tuple[str, ...] = ()) -> Case:
    """A file (or one record of it, ``at``) that is set aside."""
    return Case(name, payload, (Line(f"file:{name}{at}", ERROR, words),), kept)


def odd(name: str, payload: str | bytes, words: str, *, at: str = "") -> Case:
    """A file of one document that is kept with a warning."""
    return Case(name, payload, (Line(f"file:{name}{at}", WARNING, words),), (f"file:{name}{at}",))


def good(name: str, payload: str | bytes, *keys: str) -> Case:
    return Case(name, payload, (), keys or (f"file:{name}",))


def unread(case: Case, language: str) -> Case:
    """The same, of a text in a language that the reader does not read, which a second line says."""
    (key,) = case.kept
    return Case(case.name, case.payload, (*case.wanted, Line(key, INFO, f"unread language {language}")), case.kept)


CASES = (
    good("a-plain.txt", story("Anders")),
    good("a-page.html", page("Brack")),
    good("a-packed.txt.gz", gzip.compress(story("Corrie").encode(), mtime=0)),
    good("a-feed.xml", feed("Dorn"), "file:a-feed.xml#Dorn"),
    good("a-records.jsonl", record("Ewell") + "\n" + record("Farrow"), "file:a-records.jsonl#Ewell",
         "file:a-records.jsonl#Farrow"),
    good("a-archive.warc", warc("gale", 2, packed=False), "http://gale.example/0", "http://gale.example/1"),
    good("utf16.txt", story("Hexham").encode("utf-16")),
    good("odd\nname \"and\" 'quotes'.txt", story("Inver"), "file:odd%0Aname \"and\" 'quotes'.txt"),
    good("one-line.txt", story("Jarrow") + " The harbour road stayed closed to traffic for some hours." * 17_000),
    bad("empty.txt", b"", "empty"),
    bad("blank.jsonl", b"\n\n \n", "empty"),
    bad("empty\n'x'.csv", b"", "empty"),
    bad("binary.txt", bytes(range(256)) * 40, "binary data"),
    bad("binary.html", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 30, "binary data"),
    bad("cut.txt.gz", gzip.compress(story("Kest").encode() * 50, mtime=0)[:-20], "gzip data ends too early"),
    bad("broken.jsonl.gz", b"no gzip at all", "gzip data is damaged"),
    bad("cut.warc", warc("lund", 5, packed=False)[:-300], "ends inside a record (after 4 whole ones)",
        kept=tuple(f"http://lund.example/{n}" for n in range(4))),
    bad("cut.warc.gz", warc("mere", 5, packed=True)[:-150], "(after 4 whole",
        kept=tuple(f"http://mere.example/{n}" for n in range(4))),
    unread(odd("mislabelled.html", f"<html><head><meta charset='utf-8'></head><body><p>{RUSSIAN * 3}</p></body></html>"
               .encode("cp1251"), "encoding was guessed: cp1251"), "ru"),
    unread(odd("unlabelled.txt", (ARABIC * 3).encode("cp1256"), "encoding was guessed: cp1256"), "ar"),
    bad("nested.html", f"<html><body>{'<div>' * 50_000}<p>{story('Nairn')}</p></body></html>", "nested too deeply"),
    odd("nested-below.html", page("Orrin", after="<div>" * 50_000), "nested too deeply"),
    bad("bomb.xml", bomb(), "entities"),
    odd("year-9999.txt", front("Perth", "title: Late", "published: 9999-12-31"), "'9999-12-31' is not believable"),
    odd("year-0.html", page("Quarn", head="<meta property='article:published_time' content='0000-01-01T00:00:00Z'>"),
        "'0000-01-01T00:00:00Z' could not be read"),
    odd("february.jsonl", record("Rossie", published="2031-02-31"), "'2031-02-31' could not be read", at="#Rossie"),
    odd("february.md", front("Stour", "title: Thirty-first", "date: 2031-02-31"), "'2031-02-31' could not be read"),
    odd("nul.txt", story("Tain").replace("harbour", "har\0bour"), "1 control character(s)"),
    bad("one-broken.jsonl", record("Ullin") + "\n{broken\n" + record("Voe"), "line 2 is not JSON", at="#2",
        kept=("file:one-broken.jsonl#Ullin", "file:one-broken.jsonl#Voe")),
    good("deep.jsonl", f'{{"id": "Wick", "text": {json.dumps(story("Wick"))}, "author": {"[" * 900}1{"]" * 900}}}',
         "file:deep.jsonl#Wick"),
    bad("no-text.csv", "id,headline\n1,One\n2,Two\n3,Three\n", "no column holds the text (columns: id, headline)"),
    Case(
        "ragged.csv",
        f'id,text\n1,"{story("Yarrow")}"\n2\n3,one,more\n4,"{story("Zell")}"\n',
        (Line("file:ragged.csv#2", ERROR, "row 2 has 1 fields, the header 2"),
         Line("file:ragged.csv#3", ERROR, "row 3 has 3 fields, the header 2")),
        ("file:ragged.csv#1", "file:ragged.csv#4"),
    ),
)  # fmt: skip
HUGE = ("huge.txt", "huge.html", "huge.pdf", "huge.docx", "huge.json", "huge.xml")
LINKS = (
    Line("file:links/around", ERROR, "a link to a folder, which is not followed"),
    Line("file:links/itself", ERROR, "a link that leads back to itself"),
    Line("file:links/nowhere", ERROR, "no file"),
    Line("file:links/out", ERROR, "a link that leads out of the folder"),
)
WANTED = (
    *(line for case in CASES for line in case.wanted),
    *(Line(f"file:{name}", ERROR, "too large: 200 MB is over the limit") for name in HUGE),
    *LINKS,
)


def shown(name: str) -> str:
    """A file's name as it stands in keys."""
    return name.replace("\n", "%0A")


def lay(folder: Path) -> None:
    """Write the whole heap: the cases, the huge files and the links."""
    for case in CASES:
        payload = case.payload.encode() if isinstance(case.payload, str) else case.payload
        (folder / case.name).write_bytes(payload)
    for name in HUGE:
        lay_huge(folder / name)
    links = folder / "links"
    links.mkdir()
    (links / "around").symlink_to("..")
    (links / "itself").symlink_to("itself")
    (links / "nowhere").symlink_to("not-there.txt")
    (links / "out").symlink_to(__file__)


def lay_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: costs no disk


@dataclass
class Heap:
    """The record of two runs over the heap, with what each left."""

    store: Store
    archive: Path
    folder: Path
    first: Summary
    dumps: list[str]
    issues: list[list[Issue]]


@pytest.fixture(scope="module")
def rooms() -> Tools:
    return furnish(Reference.load([PACK]), FakeReader())


def go(store: Store, archive: Path, folder: Path, tools: Tools) -> Summary:
    with Archive(archive) as kept:
        return run([str(folder)], store=store, archive=kept, tools=tools, clock=FakeClock())


def dump(store: Store) -> str:
    out = io.StringIO()
    export(store.view(), "jsonl", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory, rooms: Tools) -> Iterator[Heap]:
    base = tmp_path_factory.mktemp("heap")
    folder, archive = base / "in", base / "kept.warc.gz"
    folder.mkdir()
    lay(folder)
    with open_store(base / "record.db") as store:
        first = go(store, archive, folder, rooms)
        yield Heap(store, archive, folder, first, [dump(store)], [store.view().issues()])


def test_each_bad_thing_gives_exactly_one_clear_line(heap: Heap) -> None:
    found = {(issue.item, issue.level): issue for issue in heap.issues[0]}
    assert len(found) == len(heap.issues[0]), Counter((issue.item, issue.level) for issue in heap.issues[0])
    assert sorted(found) == sorted((shown(line.item), line.level) for line in WANTED)
    for line in WANTED:
        issue = found[shown(line.item), line.level]
        assert line.words in issue.message
        assert issue.advice
        assert issue.stage in ("ingest", "extract")
        assert bool(issue.doc) == (line.level is not ERROR)
        assert (issue.item + issue.message + issue.advice).isprintable()


def test_everything_good_is_read(heap: Heap) -> None:
    documents = {document.key: document for document in heap.store.view().documents()}
    assert sorted(documents) == sorted(key for case in CASES for key in case.kept)
    told = {claim.doc for claim in heap.store.view().claims()}
    english = [document for document in documents.values() if document.language == "en"]
    assert len(english) == len(documents) - 2
    assert {document.id for document in english} == told
    assert {document.language for document in documents.values()} == {"en", "ru", "ar"}
    assert RUSSIAN.split(",")[0] in documents["file:mislabelled.html"].text
    assert ARABIC.split(".")[0] in documents["file:unlabelled.txt"].text


def test_impossible_dates_leave_a_document_undated_and_whole(heap: Heap) -> None:
    documents = {document.key: document for document in heap.store.view().documents()}
    for key, title in (
        ("file:year-9999.txt", "Late"),
        ("file:year-0.html", ""),
        ("file:february.jsonl#Rossie", ""),
        ("file:february.md", "Thirty-first"),
    ):
        document = documents[key]
        assert (document.published, document.published_precision, document.title) == (None, "unknown", title)
        assert document.text.startswith("Residents of the quarter")


def test_every_item_is_accounted_for(heap: Heap) -> None:
    errors = sum(line.level is ERROR for line in WANTED)
    kept = sum(len(case.kept) for case in CASES)
    first = heap.first
    assert (first.seen, first.read, first.unread) == (kept + errors, kept - 2, {"ar": 1, "ru": 1})
    assert (first.set_aside, first.duplicates, first.bad_sources, first.already) == (errors, 0, 0, 0)
    assert first.warnings == sum(line.level is WARNING for line in WANTED)
    assert first.exit_code == 1


def test_record_proves_out(heap: Heap) -> None:
    with Archive(heap.archive) as archive:
        assert verify(heap.store, archive) == []


def test_second_run_adds_nothing_and_changes_nothing(heap: Heap, rooms: Tools) -> None:
    head, kept = heap.store.view().meta()["head"], heap.archive.read_bytes()
    second = go(heap.store, heap.archive, heap.folder, rooms)
    assert (second.read, second.claims, second.unread, second.exit_code) == (0, 0, {}, 1)
    assert (second.seen, second.set_aside) == (heap.first.seen, heap.first.set_aside)
    assert second.already == heap.first.seen - heap.first.set_aside
    assert second.record == heap.first.record
    assert heap.store.view().issues() == heap.issues[0]
    assert dump(heap.store) == heap.dumps[0]
    assert heap.store.view().meta()["head"] == head
    assert heap.archive.read_bytes() == kept
    with Archive(heap.archive) as archive:
        assert verify(heap.store, archive) == []


def test_huge_files_are_refused_without_being_held(tmp_path: Path, rooms: Tools) -> None:
    """200 MB never come into memory: neither files that are read whole, nor one line, row or member of a container."""
    folder = tmp_path / "in"
    folder.mkdir()
    names = (*HUGE, "huge.jsonl", "huge.csv", "huge.warc", "huge.txt.gz")
    for name in names:
        lay_huge(folder / name)
    (folder / "good.txt").write_text(story("Good"))
    with open_store(tmp_path / "record.db") as store:
        go(store, tmp_path / "warm.warc.gz", folder / "good.txt", rooms)  # loads the language model outside the measure
        tracemalloc.start()
        try:
            summary = go(store, tmp_path / "kept.warc.gz", folder, rooms)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert (summary.already, summary.set_aside) == (1, len(names))
        assert peak < 20_000_000
        found = store.view().issues()
        assert sorted(issue.item.partition("#")[0] for issue in found) == sorted(f"file:{name}" for name in names)
        assert all(issue.level is ERROR and issue.advice for issue in found)


def test_fault_of_ours_on_one_file_costs_only_that_file(
    tmp_path: Path, rooms: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading of a folder goes on after an error that nobody foresaw, and says where it was."""
    from vigil.ingest import files

    def fails(*_: object) -> bytes:
        raise RecursionError("made to fail\x1b[31m")

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "m.json").write_text("{}")
    for name in ("a", "z"):
        (folder / f"{name}.txt").write_text(story(name))
    monkeypatch.setattr(files, "_read_json", fails)
    with open_store(tmp_path / "record.db") as store:
        summary = go(store, tmp_path / "kept.warc.gz", folder, rooms)
        (issue,) = store.view().issues()
    assert (summary.read, summary.set_aside) == (2, 1)
    assert (issue.item, issue.level) == ("file:m.json", ERROR)
    assert "RecursionError: made to fail" in issue.message
    assert "\x1b" not in issue.message
    assert "fault of Vigil" in issue.advice


def test_mended_file_settles_its_line(tmp_path: Path, rooms: Tools) -> None:
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "a.txt"
    file.write_bytes(b"")
    with open_store(tmp_path / "record.db") as store:
        assert go(store, tmp_path / "kept.warc.gz", tmp_path / "in", rooms).exit_code == 1
        file.write_text(story("Mended"))
        assert go(store, tmp_path / "kept.warc.gz", tmp_path / "in", rooms).exit_code == 0
        assert store.view().issues() == []
