"""Where values stand, kept as offsets: a span is made only when somebody asks for it."""

import pytest

from klantreis.model import mark
from klantreis.model.mark import Marks
from klantreis.model.message import Facets, Message, Strength
from klantreis.model.span import START, Span

MARKS = Marks({"title": (4, 16), "stage": (17, 30)}, (0, 4, 17))


def test_a_key_has_its_span_and_an_unknown_one_has_none() -> None:
    assert dict(MARKS) == {"title": Span(2, 1, 2, 13), "stage": Span(3, 1, 3, 14)}
    assert MARKS.get("owner", START) == START
    with pytest.raises(KeyError, match="owner"):
        MARKS["owner"]


def test_asking_whether_a_key_is_there_makes_no_span(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(mark, "span_of")
    assert "title" in MARKS
    assert "owner" not in MARKS
    assert 3 not in MARKS


def test_a_facet_that_a_text_lacks_has_no_strength() -> None:
    message = Message(facets=Facets(("price",), (2, 5, 9, 12, 20), (0, 10)))
    assert message.strength("offer") == Strength(0)
    assert message.strength("price").points == 2
    assert message.strength("price").spans == (Span(1, 6, 1, 10), Span(2, 3, 2, 11))
    assert Message().strength("price") == Strength(0)
