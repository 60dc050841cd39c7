"""One address for one article: tracking parameters, fragments and spelling differences removed."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from vigil.model.errors import Refused

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|cmpid|ocid|at_\w+|ns_\w+|"
    r"xtor|spm|ito|wt\.mc_id|guccounter|guce_\w+)$",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def is_url(source: str) -> bool:
    """True for what looks like an absolute address with a scheme and a host."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def canonical(url: str) -> str:
    """The lasting form of an http(s) address, used as an item's key. Raises Refused for any other scheme.

    Scheme and host in small letters, default port, fragment and tracking parameters dropped, query sorted, ``..`` resolved.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise Refused(f"not an address that can be fetched: {error}", item=url, advice="correct the address") from error
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme.lower() not in _PORTS or not host:
        raise Refused(
            f"only http and https addresses are fetched, not {parts.scheme or 'this'!r}",
            item=url,
            advice="give an http or https address, or save the page and give the file",
        )
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[parts.scheme.lower()]:
        netloc += f":{port}"
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    quoted = quote(parts.path, safe="/%:@!$&'()*+,;=~-._").lstrip("/")
    # Resolving "a/..//b" leaves "//b", which would be taken for a host the next time.
    path = "/" + urlsplit(urljoin("http://host/", "/" + quoted)).path.lstrip("/")
    return urlunsplit((parts.scheme.lower(), netloc, path, urlencode(sorted(pairs)), ""))


def host_of(url: str) -> str:
    """The host without ``www.``, "" when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
