"""The server under the application: uvicorn, which tells open streams that it is about to end."""

from __future__ import annotations

import socket

import anyio.to_thread
import uvicorn
from fastapi import FastAPI

from vigil.api.room import Room

#: Questions to the database that are answered at once; as many connections to it stay open.
THREADS = 16
#: Seconds that an idle connection stays open. Less than a reader's pause, and his next question meets a closing one.
KEEP_ALIVE = 65


class Server(uvicorn.Server):
    """Ends at once on Ctrl-C, however many listen to ``/v1/stream``: they are let go and come back by themselves.

    ``patience`` is how many seconds answers that are on their way have to get there.
    """

    def __init__(self, app: FastAPI, *, patience: int = 3, log_level: str = "warning") -> None:
        config = uvicorn.Config(
            app,
            log_level=log_level,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=patience,
            timeout_keep_alive=KEEP_ALIVE,
        )
        super().__init__(config)
        self._room: Room = app.state.room

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does; meanwhile the events are read into memory, so that the first readers have them."""
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        self._room.current.begin()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does, but streams first."""
        self._room.closing.set()
        await super().shutdown(sockets)
