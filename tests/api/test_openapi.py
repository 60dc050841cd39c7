"""The description of the interface: complete, with examples that are true to it, and as committed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from docs.generate import openapi
from vigil.api.schemas.base import Shape, example_of

METHODS = ("get", "post", "patch", "put", "delete")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(openapi())
    return plain


def test_every_field_has_a_description_and_an_example(described: dict[str, Any]) -> None:
    bare = [
        f"{name}.{field}"
        for name, schema in described["components"]["schemas"].items()
        for field, said in schema.get("properties", {}).items()
        if not said.get("description") or "examples" not in said
    ]
    assert bare == []


def operations(described: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in described["paths"].items():
        for method in METHODS:
            if method in item:
                yield f"{method} {path}", item[method]


def test_every_parameter_has_a_description_and_an_example(described: dict[str, Any]) -> None:
    bare = [
        f"{name} {parameter['name']}"
        for name, operation in operations(described)
        for parameter in operation.get("parameters", ())
        if not parameter.get("description") or "examples" not in {**parameter, **parameter["schema"]}
    ]
    assert bare == []


def test_every_operation_says_what_it_does_and_that_errors_have_one_shape(described: dict[str, Any]) -> None:
    for name, operation in operations(described):
        assert operation.get("description"), name
        assert operation["responses"]["default"]["content"]["application/json"]["schema"]["$ref"].endswith(
            "ErrorAnswer"
        )
        told = json.dumps(operation["responses"])
        assert "HTTPValidationError" not in told, name


def test_operation_ids_are_the_functions_of_a_client(described: dict[str, Any]) -> None:
    ids = [operation["operationId"] for _, operation in operations(described)]
    assert len(ids) == len(set(ids))
    assert {"events", "points", "facets", "event", "document", "control"} <= set(ids)


def shapes(kind: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for one in kind.__subclasses__():
        yield one
        yield from shapes(one)


@pytest.mark.parametrize("kind", sorted(set(shapes()), key=lambda kind: kind.__name__), ids=lambda kind: kind.__name__)
def test_examples_are_true_to_their_shape(kind: type[Shape]) -> None:
    made = kind.model_validate_json(json.dumps(example_of(kind)))
    assert set(made.model_dump()) == set(kind.model_fields)


def test_nothing_names_another_origin(described: dict[str, Any]) -> None:
    addresses = {
        part for part in json.dumps(described).replace('"', " ").split() if part.startswith(("http:", "https:"))
    }
    assert all("example.org" in address for address in addresses)
