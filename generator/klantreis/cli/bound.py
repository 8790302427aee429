"""`--fail-under`: how much has to be covered, in total or of one part."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from klantreis.cli.aside import note
from klantreis.cli.option import Percent
from klantreis.config import Config
from klantreis.errors import OperatorError
from klantreis.model.nearest import nearest
from klantreis.model.slot import Slot
from klantreis.model.threshold import KINDS, Threshold, names_of, shortfalls, strangers
from klantreis.report.catalogue import percent, said


class Bound(click.ParamType):  # type: ignore[type-arg]  # not generic at run time before click 8.5
    """A percentage, or one for a part: `80`, `journey:tuin=90`."""

    name = "bound"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Threshold:
        """Return the threshold that was written."""
        part, mark, number = str(value).rpartition("=")
        if not mark:
            return Threshold(Percent().convert(value, param, ctx))
        kind, _, id = part.partition(":")
        if kind not in KINDS or not id:
            self.fail(
                f"'{value}' is no threshold; write N, or for a part journey:ID=N, persona:ID=N or stage:ID=N",
                param,
                ctx,
            )
        return Threshold(Percent().convert(number, param, ctx), kind, id)


def with_bounds(config: Config, bounds: Sequence[Threshold]) -> Config:
    """Return the configuration with these thresholds over its own."""
    total = next((bound.percent for bound in reversed(bounds) if bound.kind is None), config.fail_under)
    parts = tuple(bound for bound in bounds if bound.kind is not None)
    known = {(bound.kind, bound.id) for bound in parts}
    kept = (own for own in config.thresholds if (own.kind, own.id) not in known)
    return replace(config, fail_under=total, thresholds=(*parts, *kept))


def unreached(slots: Sequence[Slot], bounds: Sequence[Threshold], language: str) -> list[str]:
    """Return a line for each threshold that is not reached; raises OperatorError for one that is nobody's."""
    for stranger in strangers(slots, bounds):
        near = nearest(stranger.id or "", names_of(slots, stranger.kind or ""))
        hint = f"did you mean '{near}'?" if near else f"`klantreis coverage --by {stranger.kind}` lists them"
        raise OperatorError(f"--fail-under: no {stranger.kind} '{stranger.id}'; {hint}")
    return [
        said(
            "below-part" if short.threshold.kind else "below",
            language,
            part=f"{said(short.threshold.kind or 'total', language)} {short.threshold.id}",
            share=percent(short.published / short.required),
            threshold=f"{short.threshold.percent:g}%",
        )
        for short in shortfalls(slots, bounds)
    ]


def say(lines: Sequence[str]) -> None:
    """Say each line beside the output."""
    for line in lines:
        note(line)
