"""Thresholds of journeys, personas and stages, in the configuration's table `coverage`."""

from collections.abc import Iterator, Mapping
from typing import Any

from klantreis.errors import OperatorError
from klantreis.model.threshold import KINDS, Threshold


def read_thresholds(coverage: Mapping[str, Any], path: str) -> tuple[Threshold, ...]:
    """Return the thresholds of parts that the table sets; raises OperatorError for what is no percentage."""
    return tuple(threshold for kind in KINDS for threshold in _of_kind(coverage.get(f"{kind}s"), kind, path))


def _of_kind(said: Any, kind: str, path: str) -> Iterator[Threshold]:
    if said is not None and not isinstance(said, dict):
        raise OperatorError(f"{path}: 'coverage.{kind}s' wants a table such as {{ID = 80}}")
    for id, percent in (said or {}).items():
        if isinstance(percent, bool) or not isinstance(percent, int | float) or not 0 <= percent <= 100:
            raise OperatorError(f"{path}: 'coverage.{kind}s.{id}' wants a percentage from 0 to 100")
        yield Threshold(float(percent), kind, str(id))
