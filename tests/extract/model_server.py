"""A local server that speaks the chat-completions protocol and answers what a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ModelServer(ThreadingHTTPServer):
    """Gives ``answers`` in turn, the last one for ever; keeps what it was asked and with which headers.

    ``status`` is that of each answer, or of those to requests longer than ``longest`` bytes; ``says`` is the body of one
    that is not 200. ``pause`` (seconds) comes before an answer, ``headers`` before each of fifty header lines, ``drip``
    behind each 16 bytes of the body.
    """

    daemon_threads = True

    def __init__(
        self,
        answers: Sequence[Any],
        *,
        status: int = 200,
        says: str = "",
        longest: int = 0,
        pause: float = 0.0,
        headers: float = 0.0,
        drip: float = 0.0,
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.status, self.says, self.longest = list(answers), status, says, longest
        self.pause, self.between, self.drip = pause, headers, drip
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        """What a user would put in VIGIL_LLM_URL."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def do_POST(self) -> None:
        server = self.server
        length = int(self.headers["Content-Length"])
        server.asked.append(json.loads(self.rfile.read(length)))
        server.headers.append(dict(self.headers))
        time.sleep(server.pause)
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        content = answer if isinstance(answer, str) else json.dumps(answer)
        status = server.status if length > server.longest else 200
        body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
        if status != 200 and server.says:
            body = server.says.encode()
        try:
            self.send_response(status if self.path == "/v1/chat/completions" else 404)
            for number in range(50 if server.between else 0):
                self.send_header(f"X-Line-{number}", "drip")
                self.flush_headers()
                time.sleep(server.between)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(0, len(body), 16 if server.drip else len(body)):
                self.wfile.write(body[at : at + 16] if server.drip else body)
                time.sleep(server.drip)
        except OSError:
            pass  # the client did not wait

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(*answers: Any, **manner: Any) -> Iterator[ModelServer]:
    """A server for the length of a test; ``manner``: see ModelServer."""
    server = ModelServer(answers, **manner)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
