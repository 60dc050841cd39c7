"""What all shapes share: strict, frozen, every field with a description and an example."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """A JSON object with known fields only, all of them always written out."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def said(description: str, example: Any, **more: Any) -> Any:
    """A field with its description and an example."""
    return Field(description=description, examples=[example], **more)


def nested(description: str, kind: type[Shape], **more: Any) -> Any:
    """A field that holds a shape: its example is made of that shape's examples."""
    return Field(description=description, examples=[example_of(kind)], **more)


def many(description: str, kind: type[Shape], **more: Any) -> Any:
    """A field that holds a list of shapes."""
    return Field(description=description, examples=[[example_of(kind)]], **more)


def example_of(kind: type[Shape]) -> dict[str, Any]:
    """A whole object made of its fields' examples."""
    return {name: (field.examples or [None])[0] for name, field in kind.model_fields.items()}


class ErrorBody(Shape):
    """What went wrong, with what, and what would mend it."""

    code: str = said("a word for programs", "invalid")
    message: str = said("what is wrong", "since: Input should be a valid date")
    advice: str = said("what would mend it", "see /v1/openapi.json for its form")
    field: str | None = said("the parameter or field at fault", "since")


class ErrorAnswer(Shape):
    """Every error has this shape."""

    error: ErrorBody = nested("the error", ErrorBody)


NEXT = said(
    "hand this back as ?cursor= for the next page; null on the last one",
    "WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ",
)
TOTAL = said("how many there are in all", 82)
