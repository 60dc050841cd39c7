"""Readers over HTTP that cost next to nothing themselves, so that the server is measured; used by ``bench.serve``."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Questions = Iterator[tuple[str, str]]


@dataclass(slots=True)
class Tally:
    """What some readers saw: milliseconds and bytes as sent of each answer, by kind of question."""

    times: dict[str, list[float]] = field(default_factory=dict)
    sizes: dict[str, list[int]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def asked(self) -> int:
        """How many questions."""
        return sum(map(len, self.times.values()))

    def note(self, kind: str, spent: float, size: int) -> None:
        """One answer."""
        self.times.setdefault(kind, []).append(1000 * spent)
        self.sizes.setdefault(kind, []).append(size)


class Line:
    """One connection that is kept open, as a browser keeps it."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, address: str, *, packed: bool = True) -> bytes:
        """The body of an answer as it was sent. Raises RuntimeError for one that is not 200."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.host, self.port, limit=2**22)
        reader, writer = self._streams
        coding = "Accept-Encoding: gzip\r\n" if packed else ""
        writer.write(f"GET {address} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n{coding}\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status, _, lines = head.partition("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines.split("\r\n"))
        }
        if "content-length" in headers:
            body = await reader.readexactly(int(headers["content-length"]))
        else:
            body = b""
            while size := int(await reader.readline(), 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readline()
        if status.split()[1] != "200":
            raise RuntimeError(f"{address}: {status} {body[:300]!r}")
        return body

    async def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            await self._streams[1].wait_closed()


async def reader(
    base: str, questions: Questions, until: float, pause: float, chance: random.Random, seen: Tally
) -> None:
    """One reader: a question, its answer to the last byte, ``pause`` seconds on average of looking, the next one."""
    line = Line(base)
    if pause:  # twenty people do not sit down at one stroke of the clock
        await asyncio.sleep(pause * chance.random())
    for kind, address in questions:
        if time.perf_counter() > until:
            break
        began = time.perf_counter()
        body = await line.ask(address)
        seen.note(kind, time.perf_counter() - began, len(body))
        if pause:
            await asyncio.sleep(pause * chance.uniform(0.5, 1.5))
    await line.close()


async def load(
    base: str, readers: int, questions: Callable[[int], Questions], seconds: float, pause: float, seed: int
) -> Tally:
    """Some readers at once for some seconds; ``questions`` makes those of one reader from a seed."""
    seen, began = Tally(), time.perf_counter()
    await asyncio.gather(
        *(
            reader(base, questions(seed + n), began + seconds, pause, random.Random(seed - n - 1), seen)
            for n in range(readers)
        )
    )
    seen.seconds = time.perf_counter() - began
    return seen
