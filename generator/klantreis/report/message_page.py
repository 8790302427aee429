"""What a text says, on one page: where its push score comes from, by sentence, and what else it does."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.model.item import Item
from klantreis.model.message import Message, Passage
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.vocabulary import ASKS, FACETS, PHASES
from klantreis.report.catalogue import counted, said
from klantreis.report.excerpt import Sources
from klantreis.report.paint import Paint
from klantreis.report.visible import shortened, visible
from klantreis.text.lexicon import name_of
from klantreis.text.message import FEWEST_WORDS
from klantreis.text.readability import formula_of, level_of
from klantreis.text.stage import Suggestion, suggest_stage

_INDENT = 16
_LONGEST = 240
_AMOUNT = "$"
"""How an amount of money stands in the words of a passage, whatever the currency."""
_EXACT = 0.5
"""A sum that is this near to the score rounds to it."""


@dataclass(frozen=True, slots=True)
class MessagePage:
    """The page about one item of a project, in one language and of one width."""

    item: Item
    project: Project
    sources: Sources
    language: str
    paint: Paint
    columns: int

    def text(self) -> str:
        """Return the page."""
        message = self.item.message
        parts = [self._head(message), self._bears(message)]
        if message is not None and message.push is not None:
            parts.insert(1, self._score(message))
            parts += [self._about(message), self._asks(message)]
            parts += [self._readability(message), self._fit(message)]
        return "\n".join("".join(f"{line}\n" for line in part) for part in parts)

    def _said(self, key: str, **values: object) -> str:
        return said(key, self.language, **values)

    def _head(self, message: Message | None) -> Iterator[str]:
        score = message.push if message is not None else None
        verdict = self._said("no-push") if score is None else self._said("push", score=score)
        yield f"{self.paint.bold(visible(self.item.id))}: {verdict}"
        yield "  " + self.paint.link(visible(self.item.path)) + self._size(message)
        if message is not None and score is None:
            yield "  " + no_verdict(message, self.language)

    def _size(self, message: Message | None) -> str:
        if message is None or message.push is None or message.language is None:
            return ""
        spoken = name_of(message.language).said(self.language)
        return ", " + self._said("in-words", spoken=spoken, words=message.words)

    def _score(self, message: Message) -> Iterator[str]:
        yield self.paint.bold(self._said("score-from"))
        if not message.evidence:
            yield "  " + self._said("score-nothing")
            return
        for passage in message.evidence:
            yield from self._passage(passage)
        yield from self._sum(message)
        yield "  " + self.paint.dim(self._said("score-how"))

    def _passage(self, passage: Passage) -> Iterator[str]:
        facet = FACETS[passage.facet].name(self.language)
        why = [self._said("amount") if word == _AMOUNT else visible(word) for word in passage.words]
        why += [self._ask(passage.ask)] if passage.ask else []
        why += [self._said("at-the-end")] if passage.closing else []
        why += [self._said("in-title")] if _is_title(self.item, passage.span) else []
        reason = f"{facet} ({', '.join(why)})" if why else facet
        yield f"  {self._points(passage.points):>6}  {_place(passage.span):<7} {reason}"
        text = shortened(visible(self.sources.slice(self.item.path, passage.span)), _LONGEST)
        indent = " " * _INDENT
        for line in textwrap.wrap(text, max(self.columns - _INDENT, 40)):
            yield self.paint.dim(indent + line)

    def _sum(self, message: Message) -> Iterator[str]:
        whole = sum(passage.points for passage in message.evidence)
        left = rest(message)
        if left:
            yield f"  {self._points(left):>6}  {'':7} {self._said('score-rest')}"
        key = "score-cut" if whole > 100 else "score-sum"
        yield "  " + "-" * 6
        yield f"  {self._points(whole + left):>6}  {'':7} {self._said(key, score=message.push)}"

    def _bears(self, message: Message | None) -> Iterator[str]:
        yield self.paint.bold(self._said("bears"))
        stages = sorted(self.project.stages_of(self.item), key=lambda pair: pair[1].push_allowance)
        if not stages:
            yield "  " + self._said("bears-nothing")
        for journey, stage in stages:
            line = self._said(
                "bears-line", stage=stage.id, journey=journey.id, allowance=stage.push_allowance
            )
            yield f"  {visible(line)}{self._verdict(message, stage.push_allowance)}"

    def _verdict(self, message: Message | None, allowance: int) -> str:
        if message is None or message.push is None or not self.item.has_text:
            return ""
        over = message.push - allowance
        if over > 0:
            return "; " + self.paint.bad(self._said("bears-over", over=over))
        return "; " + self.paint.good(self._said("bears-within"))

    def _about(self, message: Message) -> Iterator[str]:
        yield self.paint.bold(self._said("about-what"))
        facets = sorted(message.facets.items(), key=lambda each: -each[1].points)
        for facet, strength in facets:
            yield "  " + self._said(
                "about-line",
                facet=FACETS[facet].name(self.language),
                sentences=counted("sentences", strength.points, self.language),
                place=_place(strength.spans[0]),
            )
        if not facets:
            yield "  " + self._said("about-nothing")
        yield "  " + self._said("about-people", we=message.we, you=message.you)

    def _asks(self, message: Message) -> Iterator[str]:
        yield self.paint.bold(self._said("asked-what"))
        for ask in message.asks:
            end = f", {self._said('at-the-end')}" if ask.closing else ""
            yield f"  {self._ask(ask.ask)}: {_place(ask.span)}{end}"
        if not message.asks:
            yield "  " + self._said("asked-nothing")

    def _ask(self, ask: str) -> str:
        return ASKS[ask].name(self.language)

    def _readability(self, message: Message) -> Iterator[str]:
        yield self.paint.bold(self._said("readability"))
        formula = formula_of(message.language or "")
        if formula is None or message.readability is None:
            yield "  " + self._said("readability-none" if formula else "readability-unknown")
            return
        ease = round(message.readability)
        level = level_of(message.readability)
        yield "  " + self._said("readability-level", ease=ease, level=level, formula=formula.name)

    def _fit(self, message: Message) -> Iterator[str]:
        yield self.paint.bold(self._said("fits"))
        for suggestion in suggest_stage(message):
            phase = PHASES[suggestion.phase].name(self.language)
            yield f"  {suggestion.score:>4.0%}  {phase}{self._because(suggestion)}"

    def _because(self, suggestion: Suggestion) -> str:
        reasons = ", ".join(reason_word(reason, self.language) for reason in suggestion.reasons)
        return f": {reasons}" if reasons else ""

    def _points(self, points: float) -> str:
        text = f"{points:.1f}" if points >= 1 else f"{points:.2f}"
        return text.replace(".", ",") if self.language == "nl" else text


def rest(message: Message) -> float:
    """Return the points of the sentences that are too light, or too many, to be kept one by one."""
    left = (message.push or 0) - sum(passage.points for passage in message.evidence)
    return left if left > _EXACT else 0.0


def no_verdict(message: Message, language: str) -> str:
    """Return why a text gets no score."""
    if message.words < FEWEST_WORDS:
        return said("no-push-short", language, words=message.words, least=FEWEST_WORDS)
    return said("no-push-language", language, spoken=message.language or "?")


def reason_word(reason: str, language: str) -> str:
    """Return what speaks for a phase, as people say it."""
    if reason.startswith("ask:"):
        return said("reason-ask", language, ask=ASKS[reason.removeprefix("ask:")].name(language))
    if reason in ("push", "you"):
        return said(f"reason-{reason}", language)
    return FACETS[reason].name(language)


def _place(span: Span) -> str:
    return f"{span.line}:{span.column}"


def _is_title(item: Item, span: Span) -> bool:
    return "title" in item.marks and item.span("title").line == span.line
