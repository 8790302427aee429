"""The organisation's own site: which addresses lead there, and to what path."""

from functools import cached_property
from typing import Final

from klantreis.model.brand import Brand
from klantreis.model.vocabulary import fold

_SHORTEST: Final = 4
"""A shorter name stands in too many hosts by chance"""


class Home:
    """Tells the addresses of the organisation's own site from those of others.

    A host is its own when it is the one in the configuration, or bears the name of the brand.
    """

    def __init__(self, url: str | None, brand: Brand) -> None:
        self._url, self._brand = url or "", brand

    @cached_property
    def _host(self) -> str:
        return _host(self._url)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        names = (fold(name).replace("-", "") for name in (*self._brand.names, *self._brand.products))
        return tuple(name for name in names if len(name) >= _SHORTEST)

    def path_of(self, target: str) -> str | None:
        """Return the path, from `/` on, of an address on the own site; nothing for any other target."""
        if not target.startswith(("http:", "https:", "//", "HTTP")):
            return None
        host = _host(target)
        if not self._is_own(host):
            return None
        _, _, path = target.partition("//")[2].partition("/")
        return f"/{path}"

    def _is_own(self, host: str) -> bool:
        if not host:
            return False
        is_home = bool(self._host) and (host == self._host or self._host.endswith("." + host))
        squeezed = host.replace("-", "").replace(".", "")
        return is_home or any(name in squeezed for name in self._names)


def _host(url: str) -> str:
    """Return the host of an address in lower case, without its `www.` and its port."""
    return url.partition("//")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")
