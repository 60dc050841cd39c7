"""One shape for everything that goes wrong: ``{"error": {"code", "message", "advice", "field"}}`` and the fitting status."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from vigil.model.errors import BadReference, Misuse, Tampered, VigilError

log = logging.getLogger("vigil.api")
Handler = Callable[[Request, Exception], Awaitable[JSONResponse]]


class ApiError(Exception):
    """An answer that is an error. ``field`` names the parameter or field at fault, "" where there is none."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        advice: str = "",
        field: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.advice, self.field, self.headers = advice, field, headers or {}


def not_found(what: str, id: str, advice: str = "") -> ApiError:
    """404: there is no such thing."""
    return ApiError(
        404, "not_found", f"no {what} {id[:200]!r}", advice=advice or f"list them to see which {what}s there are"
    )


def invalid(field: str, message: str, advice: str) -> ApiError:
    """422: a parameter that cannot be."""
    return ApiError(422, "invalid", message, advice=advice, field=field)


def body(code: str, message: str, advice: str = "", field: str = "") -> dict[str, dict[str, str | None]]:
    """The one shape."""
    return {"error": {"code": code, "message": message, "advice": advice, "field": field or None}}


def answer(error: ApiError) -> JSONResponse:
    """An ApiError as a response."""
    plain = body(error.code, error.message, error.advice, error.field)
    return JSONResponse(plain, error.status, headers={"Cache-Control": "no-store", **error.headers})


#: Status -> (code, advice), for what the framework itself turns away.
STATUSES: dict[int, tuple[str, str]] = {
    404: ("not_found", "see /v1/openapi.json for what there is"),
    405: ("method_not_allowed", "see /v1/openapi.json for what may be done here"),
    400: ("bad_request", "send a body as /v1/openapi.json describes it"),
    413: ("too_large", "send less at once"),
}


async def _api_error(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    return answer(error)


async def _validation(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = [str(part) for part in first["loc"] if part not in ("query", "path", "body", "header", "cookie")]
    field = ".".join(where) or str(first["loc"][0])
    return answer(
        ApiError(422, "invalid", f"{field}: {first['msg']}", advice="see /v1/openapi.json for its form", field=field)
    )


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code, advice = STATUSES.get(error.status_code, ("error", ""))
    headers = dict(error.headers or {})
    if error.status_code == 405:
        # The framework names the methods of the first route of that path alone.
        headers["Allow"] = ", ".join(_methods(request)) or headers.get("Allow", headers.get("allow", ""))
        headers.pop("allow", None)
    return answer(ApiError(error.status_code, code, str(error.detail), advice=advice, headers=headers))


def _methods(request: Request) -> list[str]:
    """What may be done at the path of a request, as the interface describes it."""
    found: set[str] = set()
    for path, item in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)), request.url.path):
            found |= {method.upper() for method in item}
    return sorted(found)


async def _misuse(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, VigilError)
    return answer(ApiError(400, "misuse", str(error), advice=error.advice))


async def _unsound(_: Request, error: Exception) -> JSONResponse:
    log.error("the record or its reference data are wrong", exc_info=error)
    message = "the record or its reference data are not sound; the server's log says how"
    return answer(ApiError(500, "unsound", message, advice="run: vigil verify"))


#: Exception -> how it is answered; what is not here is a fault of ours (``middleware.Faults``).
HANDLERS: tuple[tuple[type[Exception], Handler], ...] = (
    (ApiError, _api_error),
    (RequestValidationError, _validation),
    (HTTPException, _http),
    (Misuse, _misuse),
    (BadReference, _unsound),
    (Tampered, _unsound),
)


def install(app: FastAPI) -> None:
    """Make the app answer every exception of the table in the one shape."""
    for kind, handler in HANDLERS:
        app.add_exception_handler(kind, handler)
