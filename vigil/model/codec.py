"""Model types to plain JSON values and back, driven by the types' own annotations; fields at their default are left out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses to dicts (defaults left out), tuples to lists, datetimes to ISO with Z, enums to their value."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {}
        for name, default in _fields(type(value)):
            item = getattr(value, name)
            if default is not dataclasses.MISSING and item == default:
                continue
            plain[name] = to_plain(item)
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no plain form")


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


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
            return lambda plain: tuple(map(readers[0], plain))
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


def _reader_of_fields(kind: type) -> Callable[[Any], Any]:
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise TypeError(f"{kind} is written as an object")
        unknown = plain.keys() - readers.keys()
        if unknown:
            raise ValueError(f"{kind} has no field {sorted(unknown)[0]!r}")
        return kind(**{name: readers[name](item) for name, item in plain.items()})

    return read


def _reader_of_union(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    options = [kind for kind in kinds if kind is not type(None)]
    if len(options) != 1:
        raise TypeError(f"a union of {kinds} cannot be told apart in JSON: give each its own field")
    read = _reader(options[0])
    return lambda plain: None if plain is None else read(plain)
