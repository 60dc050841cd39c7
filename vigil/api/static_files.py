"""The web application's files, and its one page for every address that is a page of it."""

from __future__ import annotations

import os
from mimetypes import guess_type
from os import PathLike
from pathlib import Path

from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send

#: Files whose names hold a digest of their content never change.
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_BUILT = """The web application is not built here.

Where npm is installed: make web, then start vigil serve again. A wheel of vigil has it built in.
Without it: vigil report --out report.html makes a page with a map, and programs read the record at /v1/record.
"""
#: What the map's page asks for first, without a filter: browsers then ask for it together with the page's code.
_POINTS = "/v1/events/columns?"
#: Files that lie beside the page; every other address without assets/ in front is a page that the application draws.
_BESIDE = frozenset({"favicon.ico", "robots.txt"})


class WebFiles(StaticFiles):
    """Files of the build; any other address that is not the API's is a page that the application draws by itself.

    A file that lies there packed as well (``FILE.gz``, made by the build) goes out packed to whoever takes that.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True)
        self._first = ", ".join(_asked(name) for name in (_POINTS, *_map_files(folder)))

    def file_response(
        self, full_path: str | PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, packed where it lies packed and that is asked for."""
        packed = Path(f"{full_path}.gz")
        if not packed.is_file():
            return super().file_response(full_path, stat_result, scope, status_code)
        vary = {"Vary": "Accept-Encoding"}
        if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            kind = guess_type(full_path)[0] or "text/plain"
            more = vary | {"Content-Encoding": "gzip"}
            response: Response = FileResponse(packed, status_code, more, kind, stat_result=packed.stat())
        else:
            response = FileResponse(full_path, status_code, vary, stat_result=stat_result)
        return (
            NotModifiedResponse(response.headers)
            if self.is_not_modified(response.headers, Headers(scope=scope))
            else response
        )

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
            response.headers["Link"] = self._first
        return response


def _map_files(folder: Path) -> list[str]:
    """Addresses of the files that the build says the map needs (``first.txt``); none where it does not say."""
    told = folder / "first.txt"
    return [f"/{name}" for name in told.read_text(encoding="utf-8").split()] if told.is_file() else []


def _asked(address: str) -> str:
    how = "modulepreload" if address.endswith(".js") else "preload; as=fetch; crossorigin"
    return f"<{address}>; rel={how}"


def mount(app: FastAPI, folder: Path) -> None:
    """Serve a folder at /; where it was not built, say so."""
    built = (folder / "index.html").is_file()
    # The last resort, not a mount or a route: one at / would take what the API turns away (404, 405 with its Allow).
    app.router.default = WebFiles(folder) if built else _not_built


async def _not_built(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] != "http" or scope["path"].startswith("/v1"):
        raise HTTPException(404)
    await PlainTextResponse(_NOT_BUILT)(scope, receive, send)
