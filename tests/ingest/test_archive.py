# ruff: noqa: E501 - tables of cases read better in one line each
from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.ingest.archive import Archive, record_bytes
from vigil.model.errors import Tampered

from .helpers import NOW, item

ITEMS = [
    item(os.urandom(0) + f"Report {number}. ".encode() * 50, key=f"file:{number}.txt", fetched=NOW, headers=(("etag", '"é\r\nX: 1"'),))
    for number in range(5)
]  # fmt: skip


def fill(path: Path) -> list[str]:
    with Archive(path) as archive:
        return [archive.keep(one) for one in ITEMS]


def test_bytes_come_back_by_their_digest(tmp_path: Path) -> None:
    digests = fill(tmp_path / "deep" / "a.warc.gz")
    assert digests == [hashlib.sha256(one.payload).hexdigest() for one in ITEMS]
    with Archive(tmp_path / "deep" / "a.warc.gz") as archive:
        assert [archive.payload(digest) for digest in digests] == [one.payload for one in ITEMS]
        assert archive.verify() == []
        with pytest.raises(KeyError):
            archive.payload("0" * 64)


def test_the_same_payload_is_written_once_over_restarts_too(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    fill(path)
    before = path.read_bytes()
    fill(path)
    assert path.read_bytes() == before


def test_the_same_items_give_the_same_bytes(tmp_path: Path) -> None:
    fill(tmp_path / "a.warc.gz")
    fill(tmp_path / "b.warc.gz")
    assert (tmp_path / "a.warc.gz").read_bytes() == (tmp_path / "b.warc.gz").read_bytes()


def test_other_tools_read_it(tmp_path: Path) -> None:
    fill(tmp_path / "a.warc.gz")
    with (tmp_path / "a.warc.gz").open("rb") as file:
        records = [
            (record.headers["WARC-Payload-Digest"], record.reader.read())
            for record in ArchiveIterator(file, parse_http=False)
        ]
    assert [payload for _, payload in records] == [one.payload for one in ITEMS]
    assert all(digest == "sha256:" + hashlib.sha256(payload).hexdigest() for digest, payload in records)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(cut=st.integers(min_value=1))
def test_a_torn_last_record_is_cut_off_and_written_again(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.warc.gz"
    path.unlink(missing_ok=True)
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: cut % len(whole)])
    assert len(fill(path)) == 5
    assert path.read_bytes() == whole


def test_a_changed_byte_is_found_and_nothing_written_on_top(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    digests = fill(path)
    whole = bytearray(path.read_bytes())
    second = len(record_bytes(ITEMS[0], digests[0]))
    for at in (second + 3, second + 200, len(whole) // 2):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        path.write_bytes(changed)
        with Archive(path) as archive:
            problems = archive.verify()
            assert problems, at
            with pytest.raises(Tampered):
                archive.keep(item("something new"))
        assert path.read_bytes() == changed


def test_a_byte_changed_while_open_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    (digest, *_) = fill(path)
    with Archive(path) as archive:
        forged = record_bytes(item(b"forged", fetched=NOW), digest)
        path.write_bytes(forged)
        assert "digest" in archive.verify()[0]
        with pytest.raises(Tampered):
            archive.payload(digest)


def test_kill_9_loses_no_record_that_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    program = (
        "import sys; from pathlib import Path; from vigil.ingest.archive import Archive; from vigil.ingest.items import Item\n"
        f"archive = Archive(Path({str(path)!r}))\n"
        "for number in range(100000):\n"
        "    digest = archive.keep(Item(key=f'file:{number}', payload=b'%d' % number * 500, media_type='text/plain'))\n"
        "    print(digest, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(200)]
    process.send_signal(signal.SIGKILL)
    told += process.stdout.read().split("\n")[:-1]
    process.stdout.close()
    process.wait()
    with Archive(path) as archive:
        assert archive.verify() == []
        assert all(digest in archive for digest in told)
