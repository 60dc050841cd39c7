# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import httpx2
import pytest

from vigil.ingest.feeds import read
from vigil.ingest.fetch import Fetcher, Validators
from vigil.ingest.items import ReadOptions
from vigil.ingest.page import parse
from vigil.model.errors import BadSource, Refused, Unreadable

from .helpers import NOW, STORY, Clock, Site, local_fetcher, serve, split

PUBLIC = "93.184.216.34"
PAGE = f"<html><head><title>Shells fall</title></head><body><article><p>{STORY}</p></article></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as served:
        yield served


def fake(
    answer: Callable[[httpx2.Request], httpx2.Response], names: dict[str, list[str]] | None = None, **options: object
) -> tuple[Fetcher, list[httpx2.Request]]:
    """A fetcher whose network and name service are ours; robots.txt is 404 unless ``answer`` is asked for it."""
    calls: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        calls.append(request)
        return httpx2.Response(404) if request.url.path == "/robots.txt" else answer(request)

    def resolve(host: str, _: int) -> list[str]:
        return (names or {}).get(host, [PUBLIC])

    clock = Clock()
    fetcher = Fetcher(
        transport=httpx2.MockTransport(handle), resolver=resolve, clock=clock, sleep=clock.sleep, now=lambda: NOW, **options,  # type: ignore[arg-type]
    )  # fmt: skip
    return fetcher, calls


def test_a_page_is_fetched_and_read(site: Site) -> None:
    url = site.html("/a?utm_source=x&b=1#top", PAGE).replace("#top", "")
    site.html("/a?utm_source=x&b=1", PAGE)
    (item,), bad = split(read(url, fetcher=local_fetcher()))
    document, _ = parse(item)
    assert not bad
    assert document.key == f"{site.base}/a?b=1"
    assert (document.title, document.fetched, document.outlet) == ("Shells fall", NOW, "127.0.0.1")
    assert site.paths()[0] == "/robots.txt"


def test_robots_are_obeyed_and_fetched_once(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\nCrawl-delay: 3")
    url = site.html("/a", PAGE)
    clock = Clock()
    fetcher = local_fetcher(clock)
    fetcher.get(url)
    fetcher.get(url)
    with pytest.raises(Refused, match=r"robots\.txt"):
        fetcher.get(site.html("/private/b", PAGE))
    assert site.paths() == ["/robots.txt", "/a", "/a"]
    assert clock.slept == [3.0, 3.0]


def test_broken_robots_mean_no(site: Site) -> None:
    site.pages["/robots.txt"] = (500, {}, b"")
    with pytest.raises(Refused, match=r"robots\.txt"):
        local_fetcher().get(site.html("/a", PAGE))


def test_one_call_a_second_a_host() -> None:
    fetcher, calls = fake(lambda _: httpx2.Response(200, stream=httpx2.ByteStream(b"x")))
    clock = fetcher._clock
    assert isinstance(clock, Clock)
    fetcher.get("http://a.example/1")
    fetcher.get("http://a.example/2")
    fetcher.get("http://b.example/1")
    assert len(calls) == 5
    assert clock.slept == [1.0, 1.0, 1.0]  # page after robots on a, second page on a, page after robots on b


def test_conditional_requests(site: Site) -> None:
    def page(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if headers.get("if-none-match") == '"v1"':
            return 304, {}, b""
        return 200, {"Content-Type": "text/html", "ETag": '"v1"'}, PAGE.encode()

    site.pages["/a"] = page
    validators = Validators()
    first = local_fetcher().get(site.base + "/a", validators)
    again = local_fetcher().get(site.base + "/a", validators)
    assert (first.status, first.not_modified, again.status, again.not_modified) == (200, False, 304, True)


def test_gzip_is_unpacked_and_bombs_refused(site: Site) -> None:
    packed = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    site.pages["/a"] = (200, packed, gzip.compress(PAGE.encode()))
    site.pages["/bomb"] = (200, packed, gzip.compress(bytes(20_000_000)))
    site.pages["/cut"] = (200, packed, gzip.compress(PAGE.encode())[:-9])
    fetcher = local_fetcher()
    assert fetcher.get(site.base + "/a").body == PAGE.encode()
    with pytest.raises(Refused, match="too large"):
        fetcher.get(site.base + "/bomb")
    with pytest.raises(Unreadable, match="too early"):
        fetcher.get(site.base + "/cut")


def test_body_limit_with_and_without_a_length(site: Site) -> None:
    site.pages["/said"] = (200, {"Content-Length": "50000000"}, b"x")
    site.pages["/big"] = (200, {}, b"x" * 3000)
    fetcher = local_fetcher(max_bytes=2000)
    for path in ("/said", "/big"):
        with pytest.raises(Refused, match="too large"):
            fetcher.get(site.base + path)


def test_slow_servers_are_left() -> None:
    clock = Clock()

    class Drip(httpx2.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                clock.now += 10
                yield b"x"

    def handle(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(404) if request.url.path == "/robots.txt" else httpx2.Response(200, stream=Drip())

    fetcher = Fetcher(
        transport=httpx2.MockTransport(handle), resolver=lambda *_: [PUBLIC], clock=clock, sleep=clock.sleep
    )
    with pytest.raises(Unreadable, match="too slowly"):
        fetcher.get("http://a.example/")


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/passwd", "gopher://a.example/", "http://", "javascript://x/"]
)
def test_other_schemes_are_refused(url: str) -> None:
    fetcher, calls = fake(lambda _: httpx2.Response(200))
    with pytest.raises(Refused):
        fetcher.get(url)
    assert not calls


def test_the_call_goes_to_the_checked_address_under_the_hosts_name() -> None:
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"]])
    calls: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        calls.append(request)
        return httpx2.Response(404 if request.url.path == "/robots.txt" else 200, stream=httpx2.ByteStream(b"x"))

    clock = Clock()
    fetcher = Fetcher(
        transport=httpx2.MockTransport(handle), resolver=lambda *_: next(answers), clock=clock, sleep=clock.sleep
    )
    fetcher.get("https://rebind.example:8443/a?x=1")
    assert {call.url.host for call in calls} == {PUBLIC}
    assert {call.headers["host"] for call in calls} == {"rebind.example:8443"}
    assert {call.extensions["sni_hostname"] for call in calls} == {"rebind.example"}
    with pytest.raises(Refused, match="loopback"):  # the name's third answer
        fetcher.get("https://rebind.example:8443/b")
    assert len(calls) == 2


def test_private_names_and_literals_are_refused_before_any_call() -> None:
    names = {"intern.example": ["10.0.0.5"], "mixed.example": [PUBLIC, "192.168.1.1"], "127.0.0.1": ["127.0.0.1"]}
    fetcher, calls = fake(lambda _: httpx2.Response(200), names)
    for url in ("http://intern.example/", "http://mixed.example/", "http://127.0.0.1/"):
        with pytest.raises(Refused, match=r"private|loopback"):
            fetcher.get(url)
    assert not calls


def test_loopback_by_the_systems_own_look_up(site: Site) -> None:
    port = site.base.rsplit(":", 1)[1]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1"):
        with pytest.raises(Refused, match="loopback"):
            Fetcher().get(f"http://{host}:{port}/")
    assert not site.asked


def test_every_hop_is_checked() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(302, headers={"Location": "http://metadata.example/latest"})

    fetcher, calls = fake(answer, {"metadata.example": ["169.254.169.254"]})
    with pytest.raises(Refused, match="link-local"):
        fetcher.get("http://a.example/")
    assert len(calls) == 2  # robots.txt and the first hop; nothing went to the second host


def test_redirects_to_other_schemes_are_refused() -> None:
    fetcher, _ = fake(lambda _: httpx2.Response(301, headers={"Location": "file:///etc/passwd"}))
    with pytest.raises(Refused, match="http and https"):
        fetcher.get("http://a.example/")


def test_redirects_are_followed_five_times(site: Site) -> None:
    for number in range(7):
        site.pages[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    site.html("/5", PAGE)
    fetched = local_fetcher().get(site.base + "/0")
    assert fetched.url == site.base + "/5"
    site.pages["/5"] = (302, {"Location": "/6"}, b"")
    with pytest.raises(Refused, match="redirects"):
        local_fetcher().get(site.base + "/0")


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, Refused), (403, Refused), (404, Unreadable), (410, Unreadable), (429, Refused), (503, Unreadable)],
)
def test_http_errors_say_what_to_do(site: Site, status: int, kind: type[Exception]) -> None:
    site.pages["/a"] = (status, {}, b"")
    items, bad = split(read(site.base + "/a", fetcher=local_fetcher()))
    assert not items
    assert isinstance(bad[0], kind)
    assert str(status) in str(bad[0])
    assert bad[0].advice


def test_dead_hosts_are_bad_sources() -> None:
    with serve() as gone:
        url = gone.base
    with pytest.raises(BadSource, match="does not answer"):
        local_fetcher().get(url)


def test_the_second_address_is_tried() -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.host == "2606:2800::1":
            raise httpx2.ConnectError("no route")
        return httpx2.Response(200, stream=httpx2.ByteStream(b"x"))

    calls: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        calls.append(request)
        return answer(request)

    clock = Clock()
    fetcher = Fetcher(
        transport=httpx2.MockTransport(handle),
        resolver=lambda *_: ["2606:2800::1", PUBLIC],
        clock=clock,
        sleep=clock.sleep,
    )
    assert fetcher.get("http://a.example/").body == b"x"


def test_user_names_in_addresses_are_refused() -> None:
    fetcher, calls = fake(lambda _: httpx2.Response(200))
    with pytest.raises(Refused, match="user name"):
        fetcher.get("http://me:secret@a.example/")
    assert not calls


def test_a_feed_is_followed(site: Site) -> None:
    site.html("/1", PAGE)
    rss = (
        "<rss version='2.0'><channel><title>Hill Times</title>"
        f"<item><title>Shells on Velm</title><link>{site.base}/1</link><pubDate>Tue, 06 May 2031 07:08:00 +0300</pubDate></item>"
        f"<item><title>Gone</title><link>{site.base}/2</link></item></channel></rss>"
    )
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, rss.encode())
    items, bad = split(read(site.base + "/feed", ReadOptions(theatre="orsa"), fetcher=local_fetcher()))
    document, _ = parse(items[0])
    assert (document.title, document.outlet, document.theatre) == ("Shells on Velm", "Hill Times", "orsa")
    assert str(document.published) == "2031-05-06 04:08:00+00:00"
    assert [error.item for error in bad] == [site.base + "/2"]


def test_replies_of_other_kinds_are_set_aside(site: Site) -> None:
    site.pages["/a.png"] = (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(100))
    _, bad = split(read(site.base + "/a.png", fetcher=local_fetcher()))
    assert "image/png" in str(bad[0])
