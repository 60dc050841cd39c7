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
    """Gives ``answers`` in turn, the last one for ever; keeps what it was asked and with which headers."""

    daemon_threads = True

    def __init__(self, answers: Sequence[Any], *, status: int = 200, pause: float = 0.0, drip: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers, self.status, self.pause, self.drip = list(answers), status, pause, drip
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
        server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        server.headers.append(dict(self.headers))
        time.sleep(server.pause)
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        content = answer if isinstance(answer, str) else json.dumps(answer)
        body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()
        try:
            self.send_response(server.status if self.path == "/v1/chat/completions" else 404)
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
def serving(*answers: Any, status: int = 200, pause: float = 0.0, drip: float = 0.0) -> Iterator[ModelServer]:
    """A server for the length of a test."""
    server = ModelServer(answers, status=status, pause=pause, drip=drip)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
