"""Work handed to processes: in order, without the main module, whatever they die of."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import types
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.model import Parse, Problem, Record
from core.parallel import parse_all
from core.workers import WorkerError, over_lots


def doubled(lot: Sequence[int]) -> list[int]:
    print("what work prints must not come between the answers")
    return [2 * number for number in lot]


def deadly(lot: Sequence[int]) -> list[int]:
    if 13 in lot:
        os._exit(3)
    return [2 * number for number in lot]


def own_process(lot: Sequence[int]) -> list[int]:
    return [os.getpid()]


def faulty(lot: Sequence[int]) -> list[int]:
    raise ValueError(f"cannot do {lot[0]}")


def lost(number: int, reason: str) -> list[str]:
    return [f"{number}: {reason}"]


def numbers(lots: list[list[int]], work: object = doubled) -> list[object]:
    results = over_lots(work, lots, lost, workers=2)  # type: ignore[arg-type, type-var]
    return [number for result in results for number in result]  # type: ignore[attr-defined]


@pytest.fixture
def main_that_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's case: the script on the screen stands in for the main module."""
    script = tmp_path / "page.py"
    script.write_text("raise SystemExit('the page was run by a worker')\n", encoding="utf-8")
    main = types.ModuleType("__main__")
    main.__file__ = str(script)
    monkeypatch.setitem(sys.modules, "__main__", main)


def test_results_come_in_the_order_of_the_lots() -> None:
    lots = [[number, number + 1] for number in range(0, 60, 2)]
    assert numbers(lots) == [2 * number for number in range(60)]
    assert numbers([]) == []


@pytest.mark.usefixtures("main_that_raises")
def test_workers_do_not_run_the_main_module() -> None:
    assert numbers([[1], [2]]) == [2, 4]
    records = [Record(str(n), f"{n}.txt", f"خبر رقم {n}\n\nوصلت السفينة.\n") for n in range(40)]
    parsed = list(parse_all(records, workers=2))
    assert [item.record for item in parsed if isinstance(item, Parse)] == records


def test_a_worker_that_dies_costs_the_item_it_died_of() -> None:
    lots = [[1, 2], [3, 13, 5], [6], [7, 8], [13], [9]]
    gone = "13: the process ended with exit code 3"
    assert numbers(lots, deadly) == [2, 4, 6, gone, 10, 12, 14, 16, gone, 18]


def test_work_that_raises_is_a_fault_of_ours() -> None:
    with pytest.raises(WorkerError, match="cannot do 1"):
        numbers([[1], [2]], faulty)


def test_a_consumer_that_stops_leaves_no_process() -> None:
    results = over_lots(own_process, ([n] for n in range(1000)), lost, workers=1)  # type: ignore[type-var, arg-type]
    process = next(results)[0]
    results.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)  # type: ignore[arg-type]


_KILLED = """
import test_workers
from core.workers import over_lots
for pid in over_lots(test_workers.long, [[1], [2]], test_workers.lost, workers=1):
    print(pid[0], flush=True)
"""


def long(lot: Sequence[int]) -> list[int]:
    if lot == [2]:
        time.sleep(60)
    return [os.getpid()]


def test_a_worker_ends_with_a_parent_that_was_killed() -> None:
    here = Path(__file__).parent
    parent = subprocess.Popen(
        [sys.executable, "-c", _KILLED],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])},
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(100):
        if not _is_running(worker):
            return
        time.sleep(0.1)
    raise AssertionError("the worker goes on without its parent")


def _is_running(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected does not."""
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_problems_pass_through_in_their_place() -> None:
    fault = Problem("x", "reading", "empty", "the file holds no text")
    items = [fault, *(Record(str(n), f"{n}.txt", "نص قصير.") for n in range(20)), fault]
    parsed = list(parse_all(items, workers=2))
    assert (parsed[0], parsed[-1], len(parsed)) == (fault, fault, 22)
