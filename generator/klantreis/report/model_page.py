"""The built-in models: a list, and one close up with its crosswalk to the others."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from klantreis.model.journey import Guidance, Journey, Stage
from klantreis.model.vocabulary import ASKS, CHANNELS, FACETS, FORMATS, PHASES, Vocabulary
from klantreis.model.words import Words
from klantreis.report.catalogue import said
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_text

LABEL = 22
"""The columns that the labels of a stage take."""


def model_list(models: Sequence[Journey], language: str, paint: Paint, columns: int) -> str:
    """Return the models with their names and stages."""
    page = _Page(language, paint, min(columns, 110))
    return (
        "\n".join((*(page.short(model) for model in models), paint.dim(said("models-hint", language)))) + "\n"
    )


def model_manual(model: Journey, models: Sequence[Journey], language: str, paint: Paint, columns: int) -> str:
    """Return one model: source, what it adds, every stage, its demands and the crosswalk."""
    page = _Page(language, paint, min(columns, 110))
    parts = [
        f"{paint.bold(model.name.said(language))} ({model.id})\n",
        page.section("source", model.source),
        page.section("adds", model.adds),
        *(page.stage(number, stage) for number, stage in enumerate(model.stages, 1)),
        page.cycle(model),
        page.demands(model),
        page.crosswalk(model, models),
    ]
    return "\n".join(part for part in parts if part)


class _Page:
    """The page of one model in one language: remembers how wide it is and whether it has colour."""

    def __init__(self, language: str, paint: Paint, columns: int) -> None:
        self.language, self.paint, self.columns = language, paint, columns

    def _wrapped(self, text: str, indent: int, first: str = "") -> str:
        return textwrap.fill(
            " ".join(text.split()),
            self.columns,
            initial_indent=first or " " * indent,
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def short(self, model: Journey) -> str:
        """Return the name of a model and its stages."""
        head = f"{self.paint.link(model.id)}  {model.name.said(self.language)}"
        return f"{head}\n{self._wrapped(', '.join(stage.id for stage in model.stages), 2)}\n"

    def section(self, key: str, words: Words | None) -> str:
        """Return a heading with a paragraph, or nothing."""
        if words is None:
            return ""
        return f"{self.paint.bold(said(key, self.language))}\n{self._wrapped(words.said(self.language), 2)}\n"

    def stage(self, number: int, stage: Stage) -> str:
        """Return one stage with everything that the model says about it."""
        phases = ", ".join(PHASES[phase].name(self.language) for phase in stage.phases)
        name = stage.name.said(self.language)
        shown = stage.id if name == stage.id else f"{name} ({stage.id})"
        return "\n".join((f"{self.paint.bold(f'{number}. {shown}')} · {phases}", *self._lines(stage), ""))

    def _lines(self, stage: Stage) -> Iterator[str]:
        last = ""
        for key, text in self._facts(stage):
            if text:
                label = f"   {said(key, self.language) if key != last else '':<{LABEL}}"
                line = self._wrapped(text, LABEL + 3, label)
                yield self.paint.dim(line[: len(label)]) + line[len(label) :]
                last = key

    def _facts(self, stage: Stage) -> Iterator[tuple[str, str]]:
        yield "thinks", self._said(stage.thinks)
        yield "asks", self._said(stage.asks)
        yield "wants", self._said(stage.wants)
        yield "role", self._said(stage.role)
        yield "does", self._said(stage.does)
        yield from (("emphasise", self._guidance(g)) for g in stage.emphasise)
        yield from (("avoid", self._guidance(g)) for g in stage.avoid)
        yield "allowance", f"{stage.push_allowance}/100"
        yield "ceiling", self._named(ASKS, stage.ceilings)
        yield "formats", self._named(FORMATS, stage.formats)
        yield "channels", self._named(CHANNELS, stage.channels)
        yield "triggers", " ".join(self._said(trigger) for trigger in stage.triggers)
        yield "duration", self._said(stage.duration)
        yield "next", ", ".join(stage.next)
        yield "parallel", ", ".join(stage.parallel_with)
        yield "returns", ", ".join(stage.returns_to)
        yield "label", stage.label or ""
        yield "marks", ", ".join(self._marks(stage))

    def _said(self, words: Words | None) -> str:
        return words.said(self.language) if words else ""

    def _named(self, words: Vocabulary, ids: Sequence[str]) -> str:
        return ", ".join(words[id].name(self.language) for id in ids)

    def _guidance(self, guidance: Guidance) -> str:
        facet = FACETS[guidance.facet].name(self.language)
        return f"{facet}: {self._said(guidance.advice)}" if guidance.advice else facet

    def _marks(self, stage: Stage) -> Iterator[str]:
        for key, is_so in (("entry", stage.entry), ("exit", stage.exit), ("value-felt", stage.value_felt)):
            if is_so:
                yield said(key, self.language)

    def cycle(self, model: Journey) -> str:
        """Say where the journey starts again, if it does."""
        return said("cycle", self.language, stage=model.cycle) + "\n" if model.cycle else ""

    def demands(self, model: Journey) -> str:
        """Return what the model demands, each with where it shows."""
        if not model.demands:
            return ""
        lines = [self._wrapped(self._demand(demand), 4, "  - ") for demand in model.demands]
        return "\n".join((self.paint.bold(said("demands", self.language)), *lines, ""))

    def _demand(self, demand: Mapping[str, str]) -> str:
        text = demand.get(self.language) or demand.get("en") or ""
        if "rule" in demand:
            return f"{text} ({demand['rule']})"
        return f"{text} ({demand['command']})" if "command" in demand else text

    def crosswalk(self, model: Journey, models: Sequence[Journey]) -> str:
        """Return the stages of every model side by side, by phase."""
        order = [model, *(m for m in models if m.id != model.id)]
        headings = [Column(said("phases", self.language)), *(Column(m.id) for m in order)]
        rows = [
            [term.name(self.language), *(", ".join(s.id for s in m.in_phase(term.id)) or "-" for m in order)]
            for term in PHASES.terms
        ]
        return f"{self.paint.bold(said('crosswalk', self.language))}\n{as_text(headings, rows, self.paint)}"
