"""Items in turn, some of them begun before their turn: what can be read in other threads is, while one is being stored.

The network lets go of the interpreter while it computes, so a run that reads one article while it resolves and stores
another uses what one alone leaves idle. Only how long a run takes depends on it: items are finished in their order, each in
the calling thread, and nothing is begun whose beginning depends on an item before it that is not finished.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
#: Takes up work, and gives what waits for its result and returns it, or raises what it raised.
Begin = Callable[[Callable[[], R]], Callable[[], R]]


def in_turn(
    items: Iterable[T], begin: Callable[[T], R], ahead: int, same: Callable[[T], Hashable | None]
) -> Iterator[R]:
    """What ``begin`` gives for each item, in their order; up to ``ahead`` items after it have been begun by then.

    Whoever takes one is done with it when it asks for the next. An item is not begun before those with the same key are
    done (``same``; None: like no other). With ``ahead`` 0 none is asked for before the last one is done. What the items
    or ``begin`` raise is raised when those before it are done.
    """
    waiting: deque[tuple[Hashable | None, R]] = deque()
    failure: Exception | None = None
    source = iter(items)
    while True:
        try:
            item = next(source)
        except StopIteration:
            break
        except Exception as error:  # noqa: BLE001 it is raised below, after the items before it
            failure = error
            break
        key = same(item)
        while key is not None and any(key == other for other, _ in waiting):
            yield waiting.popleft()[1]
        try:
            waiting.append((key, begin(item)))
        except Exception as error:  # noqa: BLE001 as above
            failure = error
            break
        while len(waiting) > ahead:
            yield waiting.popleft()[1]
    while waiting:
        yield waiting.popleft()[1]
    if failure is not None:
        raise failure


@contextmanager
def beside(threads: int, halt: Callable[[bool], None]) -> Iterator[Begin[Any]]:
    """Work beside the calling thread in some ``threads``; with 0, in the calling thread when its result is asked for.

    At the end, also by Ctrl-C, what was not taken up is dropped and what is under way is asked to stop (``halt``): then
    its end is waited for, since a thread that computes while the process goes down could bring a crash with it.
    """
    if threads <= 0:
        yield lambda work: work
        return
    pool = ThreadPoolExecutor(threads, thread_name_prefix="reading")
    try:
        yield lambda work: pool.submit(work).result
    finally:
        halt(True)
        pool.shutdown(wait=True, cancel_futures=True)
        halt(False)
