"""Work on threads with results in the order of the input, and never more than a window of it in memory.

It knows nothing of what the work is.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 16
"""How many items a thread are begun before the first of them is done; one long item stalls nobody sooner."""


def in_order(act: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield `act(item)` for each item, in their order, each as soon as it and all before it are done.

    `items` is read in the caller's thread, at most `AHEAD * jobs` items ahead of what was yielded. When the
    caller stops early, what has not begun is dropped.
    """
    pool = ThreadPoolExecutor(max_workers=jobs)
    waiting: deque[Future[R]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(act, item))
            while waiting and (waiting[0].done() or len(waiting) >= AHEAD * jobs):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
