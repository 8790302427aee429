"""Run a command and say what it cost: seconds, and the memory of its processes."""

import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MADE = ("build", "site")
EVERY = 0.05
"""Seconds between two looks at the memory of all processes together."""


@dataclass(frozen=True)
class Cost:
    """What a command cost; memory is in bytes, null where this machine cannot tell.

    `largest` is the peak of its largest process, as the kernel keeps it; `together` that of all its
    processes at one moment, shared pages counted once (Linux only, sampled in a run of its own).
    """

    seconds: float
    cpu: float | None
    largest: int | None
    together: int | None


class Failed(Exception):
    """A command ended with another exit code than was allowed; the text says what it wrote."""


def cost(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    repeat: int = 3,
    *,
    is_again: bool = False,
) -> Cost:
    """Return the median cost of `repeat` runs; raises Failed when one does not end well.

    What an earlier run built in `folder` is removed first, so that every run does all of the work; with
    `is_again` one run that does not count goes before, which fills the cache.
    """
    if is_again:
        _run(command, folder, environment)
    runs = [_run(command, folder, environment) for _ in range(repeat)]
    together = _run(command, folder, environment, watched=True).together if _can_watch() else None
    return Cost(
        statistics.median(run.seconds for run in runs),
        _median([run.cpu for run in runs]),
        max((run.largest for run in runs if run.largest is not None), default=None),
        together,
    )


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str], watched: bool = False) -> Cost:
    for made in MADE:
        shutil.rmtree(folder / made, ignore_errors=True)
    started = time.perf_counter()
    with (folder / "bench.log").open("w+", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=log, stderr=subprocess.STDOUT
        )
        watch = _Watch(process.pid) if watched else None
        if watch:
            watch.start()
        code, cpu, largest = _ended(process)
        seconds = time.perf_counter() - started
        if code != 0:
            log.seek(0)
            raise Failed((log.read().strip().splitlines() or [f"exit code {code}"])[-1])
    return Cost(seconds, cpu, largest, watch.stop() if watch else None)


def _ended(process: subprocess.Popen[bytes]) -> tuple[int, float | None, int | None]:
    if not hasattr(os, "wait4"):
        return process.wait(), None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # The kernel counts in kilobytes, that of macOS in bytes.
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return process.returncode, usage.ru_utime + usage.ru_stime, largest


def _can_watch() -> bool:
    return Path("/proc/self/smaps_rollup").exists()


class _Watch(threading.Thread):
    """Looks at the memory of a process and all that it started, and remembers the most."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self._most, self._ended = pid, 0, threading.Event()

    def run(self) -> None:
        while not self._ended.wait(EVERY):
            self._most = max(self._most, sum(map(_proportional, _family(self._pid))))

    def stop(self) -> int:
        self._ended.set()
        self.join()
        return self._most


def _family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from _family(int(child))


def _proportional(pid: int) -> int:
    """Return the bytes of a process, each page divided by the number of processes that share it."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
