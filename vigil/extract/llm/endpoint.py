"""An OpenAI-compatible endpoint: ``POST BASE/chat/completions``, asked politely, with limits on time and size."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import httpx2

from vigil.extract.llm import prompt
from vigil.model.errors import BadReference, Unreadable

#: Bytes of one answer; a claim takes about 600.
LARGEST = 4 * 1024 * 1024
_ADVICE = "look at the server that VIGIL_LLM_URL names, then run again: what is read already is not read twice"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers. ``url`` ends before ``/chat/completions``; ``timeout``: seconds for a whole answer."""

    url: str
    model: str
    key: str = ""
    timeout: float = 120.0

    def ask(self, messages: list[dict[str, str]], item: str) -> str:
        """The answer's text. Raises Unreadable (this item only), or BadReference where no item can succeed."""
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
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.url.rstrip('/')}/chat/completions"
        try:
            # No redirects: the key and the article go to the address that the user named and to no other.
            with (
                httpx2.Client(timeout=self.timeout, follow_redirects=False) as client,
                client.stream("POST", address, json=asked, headers=headers) as response,
            ):
                body = _body(response, item, time.monotonic() + self.timeout)
                status = response.status_code
        except httpx2.TimeoutException as error:
            raise _late(item) from error
        except (httpx2.ConnectError, httpx2.UnsupportedProtocol, httpx2.InvalidURL) as error:
            raise BadReference(f"no model answers at {self.url}: {error}", item=self.url, advice=_ADVICE) from error
        except httpx2.HTTPError as error:
            raise Unreadable(f"the model's answer broke off: {error}", item=item, advice=_ADVICE) from error
        if status in (401, 403, 404) or 300 <= status < 400:
            raise BadReference(
                f"the model's server says {status}", item=self.url, advice="check VIGIL_LLM_URL, _MODEL and _KEY"
            )
        if status != 200:
            raise Unreadable(f"the model's server says {status}", item=item, advice=_ADVICE)
        return _content(body, item)


def _late(item: str) -> Unreadable:
    return Unreadable("the model gave no answer in time (VIGIL_LLM_TIMEOUT)", item=item, advice=_ADVICE)


def _body(response: httpx2.Response, item: str, deadline: float) -> bytes:
    parts, size = [], 0
    for part in response.iter_bytes():
        if time.monotonic() > deadline:  # a server that drips never falls silent
            raise _late(item)
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
