"""A main job in a process of its own, to be killed. It reads with the fake reader, a little slowly."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

from tests.fakes import tools
from vigil.engine.run import run
from vigil.engine.summary import Step
from vigil.ingest.archive import Archive
from vigil.ingest.language import identify
from vigil.store import open_store

# Loads the language model into the fork server, once: in every fork it would take longer than the job.
identify("These few words are in English and only here to be looked at.")


class Forked:
    """A ``bench.kill9.Task``: forked from a server that has imported everything, for imports cost more than the job."""

    def __init__(self, db: Path, sources: list[str]) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__])
        self._process = context.Process(target=work, args=(str(db), sources))
        self._process.start()

    def wait(self, seconds: float | None) -> int | None:
        """The exit code, None while it runs."""
        self._process.join(seconds)
        return self._process.exitcode

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.join()


def work(db: str, sources: list[str]) -> None:
    """The job. Ends with 0 when it came to its end, whatever it set aside: 1 is what a crash ends with."""
    with open_store(db) as store, Archive(Path(f"{db}.warc.gz")) as archive:
        run(sources, store=store, archive=archive, tools=tools(ahead=2), progress=_dawdle)


def _dawdle(_: Step) -> None:
    time.sleep(0.005)
