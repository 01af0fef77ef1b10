"""Work on lots by processes of their own: in order, and whatever dies costs one item.

A worker is a fresh interpreter that takes lots over a pipe. It imports what the work needs and
nothing of the program that started it: ``multiprocessing`` runs that program's main module again
in each child, which under Streamlit is the page on the screen. What a worker that died had in
hand is known, so it is worked through again item by item; the item that kills again is given up.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from itertools import chain, islice
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_LOTS_AHEAD = 3  # lots a worker that are read before the first of them is asked for
_LOOK_SECONDS = 0.5  # between a worker's looks at whether its parent lives
_LAST_SECONDS = 5  # for a process whose pipe has closed to be gone
# The child looks for modules where its parent does; the rest is `serve`.
_CHILD = """
import pickle, sys
sys.path[:] = pickle.load(sys.stdin.buffer)
from core.workers import serve
serve()
"""


class WorkerError(RuntimeError):
    """A worker that cannot be started, or work that raised: a fault of ours, not of an item."""


class _DiedError(Exception):
    """The worker has gone, and the lot in its hands with it."""


def run_lots(
    work: Callable[[Sequence[Item]], Result],
    lots: Iterable[Sequence[Item]],
    lost: Callable[[Item, str], Result],
    *,
    workers: int | None = None,
) -> Iterator[Result]:
    """The results of ``work`` for all lots, in their order.

    By default there are as many workers as cores. One lot, or one worker, is done in this very
    process: starting another costs more. Otherwise as ``over_lots``.
    """
    following = iter(lots)
    first = list(islice(following, 2))
    workers = workers or count_cores()
    if workers == 1 or len(first) < 2:
        return map(work, chain(first, following))
    return over_lots(work, chain(first, following), lost, workers=workers)


def over_lots(
    work: Callable[[Sequence[Item]], Result],
    lots: Iterable[Sequence[Item]],
    lost: Callable[[Item, str], Result],
    *,
    workers: int,
) -> Iterator[Result]:
    """The results of ``work`` for all lots, in their order; never far ahead of the consumer.

    ``work`` and the lots go to the workers by pickle. When a worker dies, its lot gives one result
    an item: ``work([item])``, or ``lost(item, reason)`` where that kills a worker again.
    """
    everyone = [_Worker() for _ in range(workers)]
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    for worker in everyone:
        idle.put(worker)

    def done(lot: Sequence[Item]) -> list[Result]:
        worker = idle.get()
        try:
            return _worked(worker, work, lot, lost)
        finally:
            idle.put(worker)

    threads = ThreadPoolExecutor(workers)  # each waits for one process
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for lot in lots:
            waiting.append(threads.submit(done, lot))
            if len(waiting) >= workers * _LOTS_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for worker in everyone:
            worker.close()
        threads.shutdown(cancel_futures=True)


def count_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def serve() -> None:
    """The life of a worker: a lot in, its result out, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed must not come between the answers
    _send(answers, None)  # ready
    answer: tuple[Any, str | None]
    while True:
        try:
            work, lot = pickle.load(sys.stdin.buffer)
            answer = (work(lot), None)
        except EOFError:
            return
        except Exception:
            answer = (None, traceback.format_exc())
        _send(answers, answer)


def _end_with_parent(parent: int) -> None:
    """Leave when the parent was killed, also in the middle of a lot: the next run does it again."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


def _worked(
    worker: _Worker,
    work: Callable[[Sequence[Item]], Result],
    lot: Sequence[Item],
    lost: Callable[[Item, str], Result],
) -> list[Result]:
    try:
        return [worker.run(work, lot)]
    except _DiedError:
        results = []
        for item in lot:
            try:
                results.append(worker.run(work, [item]))
            except _DiedError as death:
                results.append(lost(item, str(death)))
        return results


class _Worker:
    """One process, started when it is needed and again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def run(self, work: Callable[[Sequence[Item]], Result], lot: Sequence[Item]) -> Result:
        """``work(lot)``, done by the process."""
        asked = pickle.dumps((work, lot), pickle.HIGHEST_PROTOCOL)
        try:
            process = self._process or self._start()
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(asked)
            process.stdin.flush()
            answer, fault = pickle.load(process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            if self._is_closed:
                raise CancelledError from None
            raise _DiedError(f"the process ended with {self._end()}") from None
        if fault is not None:
            raise WorkerError(f"the work of a process failed:\n{fault}")
        result: Result = answer
        return result

    def close(self) -> None:
        """End the process, also in the middle of a lot."""
        self._is_closed = True
        self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._is_closed:
            raise EOFError
        process = subprocess.Popen(
            [sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._process = process
        assert process.stdin is not None and process.stdout is not None
        try:
            _send(process.stdin, sys.path)
            pickle.load(process.stdout)
        except (OSError, EOFError):
            if self._is_closed:
                raise
            raise WorkerError(f"a worker process did not start: {self._end()}") from None
        return process

    def _end(self) -> str:
        """Let the process go; how it ended, for people."""
        process, self._process = self._process, None
        if process is None:
            return "no process"
        try:
            code = process.wait(0 if self._is_closed else _LAST_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:  # what was still to be written has no reader
                pass
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _send(pipe: Any, value: object) -> None:
    pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()
