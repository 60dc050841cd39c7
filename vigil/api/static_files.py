"""The web application's files, and its one page for every address that is a page of it."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

#: Files whose names hold a digest of their content never change.
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_BUILT = """The web application is not built here.

Where npm is installed: make web, then start vigil serve again. A wheel of vigil has it built in.
Without it: vigil report --out report.html makes a page with a map, and programs read the record at /v1/record.
"""
#: What the map's page asks for first, without a filter: browsers then ask for it together with the page's code.
_FIRST = "</v1/events/points?>; rel=preload; as=fetch; crossorigin"
#: Files that lie beside the page; every other address without assets/ in front is a page that the application draws.
_BESIDE = frozenset({"favicon.ico", "robots.txt"})


class WebFiles(StaticFiles):
    """Files of the build; any other address that is not the API's is a page that the application draws by itself."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, else the application's page. Raises HTTPException (404) for what looks like a file and is none."""
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404 or path.startswith(("v1", "assets/")) or path in _BESIDE:
                raise
            response = await super().get_response("index.html", scope)
            response.headers["Cache-Control"] = "no-cache"
            return response
        response.headers["Cache-Control"] = _FOR_EVER if path.startswith("assets/") else "no-cache"
        if scope["path"] == "/" and not scope["query_string"]:
            response.headers["Link"] = _FIRST
        return response


def mount(app: FastAPI, folder: Path) -> None:
    """Serve a folder at /; where it was not built, say so."""
    built = (folder / "index.html").is_file()
    # The last resort, not a mount or a route: one at / would take what the API turns away (404, 405 with its Allow).
    app.router.default = WebFiles(directory=folder, html=True) if built else _not_built


async def _not_built(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http" or scope["path"].startswith("/v1"):
        raise HTTPException(404)
    await PlainTextResponse(_NOT_BUILT)(scope, receive, send)
