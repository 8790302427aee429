"""The organisation behind the content, as its own texts name it."""

from dataclasses import dataclass

from klantreis.model.place import Place


@dataclass(frozen=True, slots=True)
class Brand:
    """The organisation's names and products, and the value propositions it chose (one, if all is well).

    `chosen_at` is where the configuration says so, null when another file does that it builds on.
    """

    names: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    propositions: tuple[str, ...] = ()
    chosen_at: Place | None = None

    @property
    def proposition(self) -> str | None:
        """The one value proposition that the organisation chose, if it is one."""
        chosen = dict.fromkeys(self.propositions)
        return next(iter(chosen)) if len(chosen) == 1 else None
