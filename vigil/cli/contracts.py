"""The commands that other programs and benchmarks call (DESIGN.md, "Contracts"): lines in, the same lines with more out.

These use single stages by themselves, as anyone may; the main job is ``vigil run``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vigil.cli.common import AsJson, In, Out, Theatre, theatre_folders
from vigil.cli.lines import Line, Tally, each, read_lines, whole, write_lines
from vigil.model.errors import BadItem, Misuse, Unreadable

if TYPE_CHECKING:
    from vigil.model.claim import Claim
    from vigil.model.entity import PlaceRef
    from vigil.model.text import Bounds, Document
    from vigil.reference.tables import Reference


def extract(source: In, out: Out, as_json: AsJson = False) -> None:
    """Read claims from articles.

    In: {"doc", "published", "source", "title", "text", "sentences"}, one object a line.

    Out: the same lines with "claims" in the claims codebook's form.

    Example: vigil extract articles.jsonl claims.jsonl
    """
    tally = Tally()
    write_lines(out, _extracted(source, tally))
    tally.close(as_json, out)


def _extracted(source: Path, tally: Tally) -> Iterator[Line]:
    from vigil.extract.codebook import to_codebook

    for line, document, claims in _read_all(source, tally):
        plain: Line = line | {"claims": [to_codebook(claim) for claim in claims]}
        if document is not None and not plain.get("sentences"):
            plain["sentences"] = [list(bounds) for bounds in document.sentences]
        yield plain


def _read_all(source: Path, tally: Tally) -> Iterator[tuple[Line, Document | None, list[Claim]]]:
    """Each line with its document and claims, dates filled in; a line that could not be read has neither."""
    from vigil.engine.readers import open_reader
    from vigil.extract.codebook import document_of
    from vigil.extract.sentences import split
    from vigil.resolve import dates as dating
    from vigil.settings import Settings

    reader = open_reader(Settings.from_env())
    for number, line in read_lines(source, tally):
        try:
            document = split(document_of(line, number))
            claims = dating.link(document, reader.read([document])[0])
        except BadItem as error:
            tally.add_problem(error)
            yield line, None, []
            continue
        if document.is_in(reader.languages):
            tally.done += 1
        else:
            reason = f"the reader does not read {document.language!r}"
            tally.add_problem(Unreadable(reason, item=document.key, advice="translate it, or leave it out"))
        yield line, document, claims


def geoparse(
    source: In,
    out: Out,
    given: Annotated[bool, typer.Option("--given", help="Resolve the input's own toponyms, find none.")] = False,
    theatre: Theatre = None,
    as_json: AsJson = False,
) -> None:
    """Find place names in articles and say where they are.

    In: objects with "text". Out: the same with "toponyms": start, end, text, lat, lon, geonames_id, precision.

    Example: vigil geoparse articles.jsonl places.jsonl
    """
    from vigil.resolve.places.link import PlaceResolver, find_toponyms

    reference = _reference(theatre)
    resolver = PlaceResolver(reference)

    def work(line: Line) -> Line:
        words = line["text"]
        if given:
            spans = [(int(toponym["start"]), int(toponym["end"])) for toponym in line.get("toponyms") or ()]
        else:
            spans = find_toponyms(words, reference)
        refs = resolver.geoparse(words, spans)
        return {"toponyms": [_toponym(words, span, ref) for span, ref in zip(spans, refs, strict=True)]}

    tally = Tally()
    write_lines(out, each(source, tally, work, {} if given else {"toponyms": []}))
    tally.close(as_json, out)


def _toponym(words: str, span: Bounds, ref: PlaceRef) -> Line:
    start, end = span
    number = (ref.place_id or "").removeprefix("gn:")
    return {
        "start": start,
        "end": end,
        "text": words[start:end],
        "lat": ref.lat,
        "lon": ref.lon,
        "geonames_id": int(number) if number.isdigit() else None,
        "precision": ref.precision.value,
    }


def dates(source: In, out: Out, as_json: AsJson = False) -> None:
    """Find times in articles and say which days they mean.

    In: objects with "text" and "published". Out: the same with "times": start, end, text, value (TIMEX3), edtf (the
    interval).

    Example: vigil dates articles.jsonl times.jsonl
    """
    from vigil.resolve.dates import find

    def work(line: Line) -> Line:
        published, precision = _moment(line.get("published"))
        names = ("start", "end", "text", "value", "edtf")
        return {"times": [dict(zip(names, found, strict=False)) for found in find(line["text"], published, precision)]}

    tally = Tally()
    write_lines(out, each(source, tally, work, {"times": []}))
    tally.close(as_json, out)


def _moment(value: Any) -> tuple[datetime | None, str]:
    """A line's ``published``. Raises ValueError on a time that is none."""
    if not value:
        return None, "unknown"
    moment = datetime.fromisoformat(value)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment, "day" if len(value) == len("2024-05-03") else "second"


def actors(source: In, out: Out, theatre: Theatre = None, as_json: AsJson = False) -> None:
    """Say which actor is meant by a name.

    In: {"mention", "context", "date", "theatre"}, one object a line. Out: the same with actor, name, country, kind,
    sector (PLOVER), score and why.

    Example: vigil actors mentions.jsonl actors.jsonl --theatre syria
    """
    from vigil.resolve.actors.link import ActorResolver

    resolver = ActorResolver(_reference(theatre))

    def work(line: Line) -> Line:
        day = date.fromisoformat(line["date"][:10]) if line.get("date") else None
        found = resolver.resolve(
            line["mention"], context=line.get("context") or "", day=day, theatre=line.get("theatre") or ""
        )
        return {
            "actor": found.actor_id,
            "name": found.name or None,
            "country": found.country or None,
            "kind": found.kind or None,
            "sector": found.sector or None,
            "score": round(found.score.value, 4),
            "why": found.score.reason,
        }

    tally = Tally()
    empty = dict.fromkeys(("actor", "name", "country", "kind", "sector")) | {"score": 0.0, "why": "not read"}
    write_lines(out, each(source, tally, work, empty))
    tally.close(as_json, out)


def fuse(
    source: In,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Where to write the one JSON object; - for stdout.")],
    claims: Annotated[
        str, typer.Option("--claims", metavar="given|read", help="Use the input's claims, or read them.")
    ] = "read",
    theatre: Theatre = None,
    as_json: AsJson = False,
) -> None:
    """Join claims into events, with witnesses and disputes.

    Example: vigil fuse claims.jsonl events.json --claims given
    """
    from vigil.fuse import contract
    from vigil.fuse.fusion import fuse as join

    if claims not in ("given", "read"):
        raise Misuse(f"--claims knows no {claims!r}", item=claims, advice="use --claims given or --claims read")
    reference = _reference(theatre)
    linked = _linker(reference)
    tally = Tally()
    told = _once(_given(source, tally) if claims == "given" else _read(source, tally), tally)
    pairs = [(document, linked(document, found)) for document, found in told]
    everything = [claim for _, found in pairs for claim in found]
    fusion = join([document for document, _ in pairs], everything, outlets=reference.outlet_names)
    _write_object(out, contract.write_events(fusion.events, {claim.id: claim for claim in everything}))
    tally.close(as_json, out)


def _once(told: Iterator[tuple[Document, list[Claim]]], tally: Tally) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document once: fusion knows documents by their ids, and the second of one id would be its own copy."""
    met: set[str] = set()
    for document, claims in told:
        if document.id in met:
            tally.done -= 1
            reason = f"a second line with the doc {document.id!r}"
            tally.add_problem(BadItem(reason, item=document.id, advice="give each document its own doc"))
            continue
        met.add(document.id)
        yield document, claims


def _given(source: Path, tally: Tally) -> Iterator[tuple[Document, list[Claim]]]:
    from vigil.fuse import contract

    for _, line in read_lines(source, tally):
        try:
            pair = contract.read_line(line)
        except BadItem as error:
            tally.add_problem(error)
            continue
        tally.done += 1
        yield pair


def _read(source: Path, tally: Tally) -> Iterator[tuple[Document, list[Claim]]]:
    return ((document, claims) for _, document, claims in _read_all(source, tally) if document is not None)


def _linker(reference: Reference) -> Callable[[Document, list[Claim]], list[Claim]]:
    """Places, then actors. The resolvers are made once: they keep what they have looked up."""
    from vigil.resolve.actors.link import ActorResolver
    from vigil.resolve.places.link import PlaceResolver

    places, actors = PlaceResolver(reference), ActorResolver(reference)
    return lambda document, claims: actors.link(document, places.link(document, claims))


def _reference(theatre: list[str] | None) -> Reference:
    from vigil.reference.tables import Reference

    return Reference.load(theatre_folders(theatre))


def _write_object(out: Path, value: dict[str, Any]) -> None:
    if out == Path("-"):
        print(json.dumps(value, ensure_ascii=False, indent=1))
        return
    with whole(out) as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
