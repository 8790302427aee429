"""What a text says, as JSON: the same as the page, for programs."""

from typing import Any

from klantreis.model.item import Item
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.report.excerpt import Sources
from klantreis.report.json_report import TOOL, VERSION, dumped
from klantreis.report.message_page import rest
from klantreis.text.readability import level_of
from klantreis.text.stage import suggest_stage


def message_json(item: Item, project: Project, sources: Sources) -> str:
    """Return everything that `klantreis explain` says of an item; without a verdict the score is null."""
    message = item.message or Message()
    return dumped(
        {
            "version": VERSION,
            "tool": TOOL,
            "item": item.id,
            "path": item.path,
            "title": item.title,
            "language": message.language,
            "words": message.words,
            "score": message.push,
            "passages": _passages(item, message, sources),
            "rest": round(rest(message), 2),
            "stages": _stages(item, message, project),
            "facets": {
                facet: {"sentences": strength.points, "first": _at(strength.spans[0])}
                for facet, strength in message.facets.items()
            },
            "asks": [{"ask": a.ask, **_at(a.span), "closing": a.closing} for a in message.asks],
            "we": message.we,
            "you": message.you,
            "readability": _readability(message),
            "fit": [
                {"phase": s.phase, "likelihood": s.score, "reasons": list(s.reasons)}
                for s in suggest_stage(message)
            ],
        }
    )


def _passages(item: Item, message: Message, sources: Sources) -> list[dict[str, Any]]:
    return [
        {
            **_at(passage.span),
            "end_line": passage.span.end_line,
            "end_column": passage.span.end_column,
            "text": sources.slice(item.path, passage.span),
            "points": passage.points,
            "facet": passage.facet,
            "words": list(passage.words),
            "ask": passage.ask,
            "closing": passage.closing,
        }
        for passage in message.evidence
    ]


def _stages(item: Item, message: Message, project: Project) -> list[dict[str, Any]]:
    """Return the stages that the item stands in, the strictest first."""
    pairs = sorted(project.stages_of(item), key=lambda pair: pair[1].push_allowance)
    judged = message.push is not None and item.has_text
    return [
        {
            "journey": journey.id,
            "stage": stage.id,
            "push_allowance": stage.push_allowance,
            "cta_ceiling": stage.ceiling,
            "over": max((message.push or 0) - stage.push_allowance, 0) if judged else None,
        }
        for journey, stage in pairs
    ]


def _readability(message: Message) -> dict[str, Any] | None:
    if message.readability is None:
        return None
    return {"ease": message.readability, "level": level_of(message.readability)}


def _at(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column}
