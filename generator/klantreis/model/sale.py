"""Selling in a text: the sentences that do so, and whether they weigh enough to speak of a sale."""

from typing import Final

from klantreis.model.emphasis import FEWEST_WORDS
from klantreis.model.item import Item
from klantreis.model.message import Message, Passage

LEAST_SALE: Final = 5.0
"""So many points of sales pressure the selling sentences of a text give together at least."""

_SELLING = frozenset(("offer", "price", "urgency"))
_SALE_ASKS = frozenset(("try", "quote", "buy"))


def sale_in(message: Message, least: float = LEAST_SALE) -> tuple[Passage, ...]:
    """Return the sentences with which a text sells, when they weigh enough together."""
    selling = tuple(passage for passage in message.evidence if _sells(passage))
    is_enough = (message.push or 0) >= least and sum(passage.points for passage in selling) >= least
    return selling if is_enough else ()


def sells_in_service(item: Item, message: Message) -> bool:
    """Say whether a text of some length sells in a service message."""
    return item.message_type == "service" and message.words >= FEWEST_WORDS and bool(sale_in(message))


def _sells(passage: Passage) -> bool:
    if passage.facet == "call-to-action":
        return passage.ask in _SALE_ASKS and not passage.closing
    return passage.facet in _SELLING
