"""The organisation's own site: which addresses lead there, and to what path."""

import re
from functools import cached_property
from typing import Final

from klantreis.model.brand import Brand
from klantreis.model.domain import own_labels, owned
from klantreis.model.vocabulary import fold

_SHORTEST: Final = 4
"""A shorter name stands in too many hosts by chance; it has to be the whole name of a domain"""
_CACHED: Final = 10_000
"""How many hosts are remembered: most of them stand in many texts"""
_NOBODY: Final = Brand()
_ADDRESS: Final = re.compile(
    r"(?:https?:)?//(?:[^/?#\\]*@)?(\[[^\]/?#\\]*\]|[^/?#\\:]*)[^/?#\\]*(.*)", re.IGNORECASE | re.DOTALL
)
"""An address of the web: its host, without name and port, and all that follows"""


class Home:
    """Tells the addresses of the organisation's own site from those of others.

    A host is its own when it is in the domain of the site in the configuration, or bears the name of the
    organisation or of a product.
    """

    def __init__(self, brand: Brand = _NOBODY) -> None:
        self._brand = brand
        self._known: dict[str, bool] = {}

    def path_of(self, target: str) -> str | None:
        """Return the path, from `/` on, of an address on the own site; nothing for any other target."""
        address = _ADDRESS.match(target)
        if address is None or not self._owns(address[1]):
            return None
        path = address[2]
        return path if path.startswith("/") else f"/{path}"

    def leads_away(self, target: str) -> bool:
        """Say whether `target` is an address of the web that is on another's site."""
        address = _ADDRESS.match(target)
        return address is not None and bool(address[1]) and not self._owns(address[1])

    def _owns(self, host: str) -> bool:
        known = self._known.get(host)
        if known is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            known = self._known[host] = self._is_own(host.lower().rstrip("."))
        return known

    def _is_own(self, host: str) -> bool:
        if not host:
            return False
        is_home = host == self._host or any(_is_in(host, domain) for domain in self._domains)
        return is_home or self._bears_a_name(host)

    def _bears_a_name(self, host: str) -> bool:
        labels = [fold(label).replace("-", "") for label in own_labels(host)]
        whole = ".".join(labels)
        return any(name in whole if len(name) >= _SHORTEST else name in labels[-1:] for name in self._names)

    @cached_property
    def _host(self) -> str:
        address = _ADDRESS.match(self._brand.site or "")
        return address[1].lower().rstrip(".") if address else ""

    @cached_property
    def _names(self) -> tuple[str, ...]:
        names = (fold(name).replace("-", "") for name in (*self._brand.names, *self._brand.products))
        return tuple(name for name in names if name.isalnum())

    @cached_property
    def _domains(self) -> tuple[str, ...]:
        """The domain of the site, and the names that are domains themselves."""
        names = (name.lower() for name in (*self._brand.names, *self._brand.products))
        return tuple(domain for domain in map(owned, (self._host, *names)) if domain)


def _is_in(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)
