"""Suggested stages as a table or as JSON: the stage, how sure that is and why, and whether the text sells."""

from collections.abc import Sequence
from typing import Any

from klantreis.model.message import Message
from klantreis.model.vocabulary import FACETS
from klantreis.proposal import Proposal
from klantreis.report.catalogue import percent, said
from klantreis.report.excerpt import Sources
from klantreis.report.json_report import TOOL, VERSION, listed
from klantreis.report.message_page import reason_word
from klantreis.report.paint import Paint
from klantreis.report.table import Column, as_text
from klantreis.text.message import FEWEST_WORDS

FORMATS = ("table", "json")
_KEYS = ("item", "now", "suggested", "sure", "because", "sells")


def suggest_table(proposals: Sequence[Proposal], language: str, paint: Paint) -> str:
    """Return a row for each proposal."""
    columns = [Column(said(key, language), right=key == "sure") for key in _KEYS]
    return as_text(columns, [_row(proposal, language) for proposal in proposals], paint)


def _row(proposal: Proposal, language: str) -> list[str]:
    item, suggestion = proposal.item, proposal.suggestion
    now = ", ".join(item.stages) or "-"
    message = item.message or Message()
    if suggestion is None:
        return [item.id, now, "-", "", _no_verdict(message, language), ""]
    why = ", ".join(reason_word(reason, language) for reason in suggestion.reasons)
    stage, sure = _stage(proposal, language), percent(suggestion.score)
    return [item.id, now, stage, sure, why, _sells(message, language)]


def _stage(proposal: Proposal, language: str) -> str:
    """Return the word to write, with the stages that it leaves open."""
    ids = tuple(dict.fromkeys(stage.id for _, stage in proposal.stages))
    word = proposal.word or "-"
    if ids in ((), (word,)):
        return word
    between = f" {said('or', language)} "
    return f"{word} ({between.join(ids)})"


def _sells(message: Message, language: str) -> str:
    if not message.sells or not message.evidence:
        return said("sells-no", language, score=message.push)
    strongest = message.evidence[0]
    facet = FACETS[strongest.facet].name(language)
    return said("sells-yes", language, score=message.push, line=strongest.span.line, facet=facet)


def _no_verdict(message: Message, language: str) -> str:
    if message.words < FEWEST_WORDS:
        return said("too-short", language)
    return said("other-language", language, spoken=message.language or "?")


def suggest_json(proposals: Sequence[Proposal], sources: Sources) -> str:
    """Return all that is known of each proposal; likelihoods run from 0 to 1."""
    return listed(
        {
            "version": VERSION,
            "tool": TOOL,
            "suggestions": [_record(proposal, sources) for proposal in proposals],
        }
    )


def _record(proposal: Proposal, sources: Sources) -> dict[str, Any]:
    item, suggestion = proposal.item, proposal.suggestion
    message = item.message or Message()
    return {
        "item": item.id,
        "path": item.path,
        "language": message.language,
        "words": message.words,
        "tagged": list(item.stages),
        "stage": proposal.word,
        "stages": [{"journey": journey.id, "stage": stage.id} for journey, stage in proposal.stages],
        "phase": suggestion.phase if suggestion else None,
        "likelihood": suggestion.score if suggestion else None,
        "reasons": list(suggestion.reasons) if suggestion else [],
        "others": [{"phase": other.phase, "likelihood": other.score} for other in proposal.others],
        "score": message.push,
        "sells": message.sells if message.push is not None else None,
        "evidence": [
            {
                "line": passage.span.line,
                "column": passage.span.column,
                "text": sources.slice(item.path, passage.span),
                "facet": passage.facet,
            }
            for passage in message.evidence
        ],
    }
