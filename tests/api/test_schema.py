"""The interface against its own description, by schemathesis: every check, over every route but the endless one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.openapi import from_asgi

from tests.api.conftest import fill
from vigil.api.app import build
from vigil.api.passwords import add_account
from vigil.api.security import COOKIE, CSRF, Guard
from vigil.model.account import Role
from vigil.store import open_store

# Made when the file is read: schemathesis must know the routes before the first test.
_FOLDER = tempfile.TemporaryDirectory()
_STORE = open_store(Path(_FOLDER.name) / "war.db")
fill(_STORE)
_GUARD = Guard(_STORE, hosts=frozenset({"testserver"}))
_APP = build(_STORE, guard=_GUARD)
add_account(_GUARD.accounts, "chief", Role.ADMIN, "four random words will do", by="setup", at=_GUARD.clock())
_FEW = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
#: Routes that take the same filter as /v1/events: its limits are tried out there alone, 400 requests each time.
SAME_FILTER = r"^/v1/(events/(points|columns|facets)|disputes|series|exports/.*)$"

# A stream has no end to wait for; tests/api/test_stream.py listens to it.
_every = from_asgi("/v1/openapi.json", _APP).exclude(path="/v1/stream").exclude(path_regex=SAME_FILTER)
_without_limits = SchemathesisConfig.from_dict({"phases": {"coverage": {"enabled": False}}})
_same = from_asgi("/v1/openapi.json", _APP, config=_without_limits).include(path_regex=SAME_FILTER)


def signed_in() -> dict[str, str]:
    """Headers of an admin, of a session of its own: one of the routes ends it."""
    cookie, caller = _GUARD.open_session("chief")
    return {"cookie": f"{COOKIE}={cookie}", CSRF: _GUARD.csrf(caller)}


@_every.parametrize()
@_FEW
def test_the_interface_is_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate(headers=signed_in())


@_same.parametrize()
@_FEW
def test_routes_with_the_same_filter_are_as_described(case: schemathesis.Case) -> None:
    case.call_and_validate()
