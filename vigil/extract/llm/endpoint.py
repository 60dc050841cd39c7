"""An OpenAI-compatible endpoint: ``POST BASE/chat/completions``, asked politely, with limits on time and size."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx2

from vigil.extract.llm import prompt
from vigil.model.errors import BadReference, Unreadable

#: Bytes of one answer; a claim takes about 600.
LARGEST = 4 * 1024 * 1024
#: Characters of a server's own words that an error repeats.
REASON = 200
#: Statuses which say that the address, the model or the key is wrong, whatever is asked.
_REFUSED = frozenset({*range(300, 400), 401, 403, 404, 405})
#: Statuses that may be about the form of every request, or about one article ("too many tokens").
_DOUBTFUL = frozenset({400, 422})
_ADVICE = "look at the server that VIGIL_LLM_URL names, then run again"
_CHECK = "check VIGIL_LLM_URL, _MODEL and _KEY; the model must be able to answer in JSON after a schema"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers. ``url`` ends before ``/chat/completions``; ``timeout``: seconds for a whole answer, from
    the call to its last byte (how long the system looks for a host's name is not ours to cut short)."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0

    def ask(self, messages: list[dict[str, str]], item: str) -> str:
        """The answer's text. Raises Unreadable (this item only), or BadReference where no item can succeed."""
        status, body = self._exchange(messages, item)
        if status == 200:
            return _content(body, item)
        says = f"the model's server says {status}{self._reason(body)}"
        if status in _REFUSED or (status in _DOUBTFUL and self._exchange(_least(messages), item)[0] == status):
            raise BadReference(says, item=self._shown, advice=_CHECK)
        raise Unreadable(says, item=item, advice=_ADVICE)

    def _exchange(self, messages: list[dict[str, str]], item: str) -> tuple[int, bytes]:
        """Status and body of one request's answer. Raises as ``ask`` does."""
        asked = {
            "model": self.model,
            "messages": messages,
            "temperature": 0,
            "seed": 7,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": prompt.schema()},
            },
        }
        # Half a pair of surrogates, which a text may hold, has no UTF-8.
        content = json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace")
        try:
            return _run(self._post(content, item))
        except (TimeoutError, httpx2.TimeoutException) as error:
            raise Unreadable(
                "the model gave no answer in time (VIGIL_LLM_TIMEOUT)", item=item, advice=_ADVICE
            ) from error
        except httpx2.ConnectError as error:
            raise BadReference(
                f"no model answers at {self._shown}: {error}", item=self._shown, advice=_ADVICE
            ) from error
        except (httpx2.UnsupportedProtocol, httpx2.InvalidURL, ValueError) as error:
            # Without the error's words: they quote what they took for a port, which may be half of a password.
            raise BadReference(
                f"{self._shown} is no address that can be asked",
                item=self._shown,
                advice="set VIGIL_LLM_URL to an address such as http://localhost:8080/v1",
            ) from error
        except httpx2.HTTPError as error:
            # What the library itself finds wrong it says with the header, and the key stands in one.
            why = "" if isinstance(error, httpx2.LocalProtocolError) else str(error)
            raise Unreadable(
                f"the model's answer broke off: {why or type(error).__name__}", item=item, advice=_ADVICE
            ) from error

    async def _post(self, content: bytes, item: str) -> tuple[int, bytes]:
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        # httpx bounds each wait for bytes, so a server that drips would never be late; this bounds the whole.
        # No redirects: the key and the article go to the address that the user named and to no other.
        async with (
            asyncio.timeout(self.timeout),
            httpx2.AsyncClient(timeout=self.timeout, follow_redirects=False) as client,
            client.stream(
                "POST", f"{self.url.rstrip('/')}/chat/completions", content=content, headers=headers
            ) as response,
        ):
            return response.status_code, await _body(response, item)

    @property
    def _shown(self) -> str:
        """The address as it may be printed: without what stands before an @, a name and a password."""
        return re.sub(r"//.*@", "//", self.url, flags=re.DOTALL)

    def _reason(self, body: bytes) -> str:
        """What a server says about its refusal, on one line, to stand behind a status; "" where it says nothing."""
        words = body.decode("utf-8", "replace")
        if self.key:
            words = words.replace(self.key, "(the key)")
        flat = " ".join("".join(c if c.isprintable() else " " for c in words).split())
        return f": {flat[:REASON]}" if flat else ""


def _run(exchange: Coroutine[Any, Any, tuple[int, bytes]]) -> tuple[int, bytes]:
    """Its outcome; also in a thread that runs a loop already, as a notebook's does, where asyncio.run may not be called."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(exchange)
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, exchange).result()


def _least(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """A request of the same form with next to nothing in it: a server that refuses this too refuses every article."""
    return [*messages[:1], {"role": "user", "content": "There is no report. Answer with no claims."}]


async def _body(response: httpx2.Response, item: str) -> bytes:
    parts, size = [], 0
    async for part in response.aiter_bytes():
        size += len(part)
        if size > LARGEST:
            raise Unreadable("the model's answer is larger than 4 MB", item=item, advice=_ADVICE)
        parts.append(part)
    return b"".join(parts)


def _content(body: bytes, item: str) -> str:
    try:
        plain: Any = json.loads(body)
        content = plain["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Unreadable("the model's server gave no chat completion", item=item, advice=_ADVICE) from error
    return content if isinstance(content, str) else ""
