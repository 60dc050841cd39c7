"""Real parts for ingest tests: an HTTP server on the loopback, a PDF and a DOCX made on the spot, a clock to turn."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import docx

from vigil.ingest.fetch import Fetcher
from vigil.ingest.items import Item
from vigil.model.errors import BadItem

NOW = datetime(2031, 5, 8, 12, 0, tzinfo=UTC)
STORY = (
    "Shells fell on the market of Velm on Tuesday, killing four people, the mayor said on local radio.\n"
    "The army denied that it had fired on the town, and a rebel spokesman blamed the governor's guard for the attack."
)


@dataclass(slots=True)
class Clock:
    """Seconds that pass only when somebody sleeps."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


Reply = tuple[int, dict[str, str], bytes]


@dataclass(slots=True)
class Site:
    """A real server: ``pages`` maps a path to a reply or to a function of the request's headers; ``asked`` logs."""

    base: str = ""
    pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def html(self, path: str, body: str) -> str:
        self.pages[path] = (200, {"Content-Type": "text/html; charset=utf-8"}, body.encode())
        return self.base + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serve() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            page = site.pages.get(self.path, (404, {}, b""))
            status, out, body = page(headers) if callable(page) else page
            self.send_response(status)
            for name, value in out.items():
                self.send_header(name, value)
            if "Content-Length" not in out:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # the fetcher hung up on purpose
                self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def local_fetcher(clock: Clock | None = None, **options: object) -> Fetcher:
    clock = clock or Clock()
    return Fetcher(clock=clock, sleep=clock.sleep, now=lambda: NOW, allow_private=True, **options)  # type: ignore[arg-type]


def item(payload: bytes | str, media_type: str = "text/plain", key: str = "file:a.txt", **fields: object) -> Item:
    data = payload.encode() if isinstance(payload, str) else payload
    return Item(key=key, payload=data, media_type=media_type, **fields)  # type: ignore[arg-type]


def split(results: Iterator[Item | BadItem]) -> tuple[list[Item], list[BadItem]]:
    found = list(results)
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, BadItem)]


def make_pdf(lines: list[str]) -> bytes:
    """The least PDF that is valid: one page, one font, one stream of text."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def make_docx(title: str, paragraphs: list[str], row: list[str] | None = None) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if row:
        table = document.add_table(rows=1, cols=len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
