"""The organisation behind the content, as its own texts name it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """The organisation's names and products, and the value propositions it chose (one, if all is well)."""

    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
