"""Model types to plain JSON values and back, driven by the types' own annotations; fields at their default are left out."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses to dicts (defaults left out), tuples to lists, datetimes to ISO with Z, enums to their value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        plain = {}
        for field in dataclasses.fields(value):
            item = getattr(value, field.name)
            if field.default is not dataclasses.MISSING and item == field.default:
                continue
            plain[field.name] = to_plain(item)
        return plain
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[T], plain: Any) -> T:
    """Read what ``to_plain`` wrote. Raises TypeError, ValueError or KeyError on anything else."""
    built: T = _build(kind, plain)
    return built


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, plain: Any) -> Any:
    if dataclasses.is_dataclass(kind):
        if not isinstance(plain, dict):
            raise TypeError(f"{kind} is written as an object")
        hints = _hints(typing.cast(type, kind))
        unknown = set(plain) - set(hints)
        if unknown:
            raise ValueError(f"{kind} has no field {sorted(unknown)[0]!r}")
        return typing.cast(Any, kind)(**{name: _build(hints[name], item) for name, item in plain.items()})
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build_union(get_args(kind), plain)
    if origin is tuple:
        args = get_args(kind)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], item) for item in plain)
        return tuple(_build(arg, item) for arg, item in zip(args, plain, strict=True))
    if kind is datetime:
        return datetime.fromisoformat(plain)
    if kind is date:
        return date.fromisoformat(plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(plain)
    if kind is float and isinstance(plain, int):
        return float(plain)
    return plain


def _build_union(kinds: tuple[Any, ...], plain: Any) -> Any:
    if plain is None:
        return None
    options = [kind for kind in kinds if kind is not type(None)]
    if len(options) != 1:
        raise TypeError(f"a union of {kinds} cannot be told apart in JSON: give each its own field")
    return _build(options[0], plain)
