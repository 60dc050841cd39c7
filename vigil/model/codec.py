"""Model types to plain JSON values and back, driven by the types' own annotations; fields at their default are left out.

So are fields that one stage hands to the next and nobody keeps (metadata "passing").
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from sys import intern
from typing import Any, TypeVar, Union, get_args, get_origin

from vigil.model.entity import ActorRef, PlaceRef
from vigil.model.link import Score

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses to dicts (defaults left out), tuples to lists, datetimes to ISO with Z, enums to their value."""
    kind: Any = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


#: What JSON holds as it is.
_PLAIN = frozenset((type(None), str, int, float, bool))


@cache
def _writer(kind: type) -> Callable[[Any], Any]:
    """What writes one kind of value; made once a kind, like its reader."""
    if issubclass(kind, tuple | list):
        return lambda value: [to_plain(item) for item in value]
    if dataclasses.is_dataclass(kind):
        return _writer_of_fields(kind)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, datetime):
        return lambda value: value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, str | int | float):
        return _as_it_is
    raise TypeError(f"{kind.__name__} has no plain form")


def _writer_of_fields(kind: type) -> Callable[[Any], Any]:
    kept = (field for field in dataclasses.fields(kind) if not field.metadata.get("passing"))
    fields = tuple((field.name, field.default) for field in kept)

    def write(value: Any) -> Any:
        plain = {}
        for name, default in fields:
            item = getattr(value, name)
            if item is default or item == default:  # no value equals dataclasses.MISSING
                continue
            made: Any = type(item)
            plain[name] = item if made in _PLAIN else _writer(made)(item)
        return plain

    return write


def from_plain(kind: type[T], plain: Any) -> T:
    """Read what ``to_plain`` wrote. Raises TypeError, ValueError or KeyError on anything else."""
    built: T = _reader(typing.cast(Any, kind))(plain)
    return built


def _as_it_is(plain: Any) -> Any:
    return plain


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads one kind of value; made once a kind, since a record holds them by the hundred thousand."""
    if dataclasses.is_dataclass(kind):
        return _reader_of_fields(typing.cast(type, kind))
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _reader_of_union(get_args(kind))
    if origin is tuple:
        args = get_args(kind)
        readers = tuple(_reader(arg) for arg in args if arg is not Ellipsis)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple if readers[0] is _as_it_is else lambda plain: tuple(map(readers[0], plain))
        return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is float:
        return lambda plain: float(plain) if isinstance(plain, int) else plain
    return _as_it_is


#: Kinds whose values come again and again in a record (one town, one army, one reason): the same value is the same object.
_SHARED = frozenset({ActorRef, PlaceRef, Score})
#: Fields that hold one of a few words, or the same id for all claims of a text.
_FEW = frozenset({"doc", "role", "type", "mode", "kind", "source_kind", "reader", "relation"})


def _reader_of_fields(kind: type) -> Callable[[Any], Any]:
    passing = {field.name for field in dataclasses.fields(kind) if field.metadata.get("passing")}
    hints = {name: hint for name, hint in typing.get_type_hints(kind).items() if name not in passing}
    readers = {name: intern if name in _FEW and hint is str else _reader(hint) for name, hint in hints.items()}
    other = [(name, reader) for name, reader in readers.items() if reader is not _as_it_is]
    made = lru_cache(maxsize=20_000)(kind) if kind in _SHARED else kind

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise TypeError(f"{kind} is written as an object")
        if not plain.keys() <= readers.keys():
            raise ValueError(f"{kind} has no field {sorted(plain.keys() - readers.keys())[0]!r}")
        values = {**plain}
        for name, convert in other:
            if name in values:
                values[name] = convert(values[name])
        return made(**values)

    return read


def _reader_of_union(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    options = [kind for kind in kinds if kind is not type(None)]
    if len(options) != 1:
        raise TypeError(f"a union of {kinds} cannot be told apart in JSON: give each its own field")
    read = _reader(options[0])
    return lambda plain: None if plain is None else read(plain)
