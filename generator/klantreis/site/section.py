"""The sections of the site: the pages that share one entry in the navigation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from klantreis.site import address

SECTIONS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "coverage": (
            ("coverage.title", address.COVERAGE),
            ("matrix.title", address.MATRIX),
            ("slots.title", address.SLOTS),
            ("value.title", address.VALUE),
        ),
        "journeys": (("journeys.title", address.JOURNEYS), ("stages.title", address.STAGES)),
        "personas": (
            ("personas.title", address.PERSONAS),
            ("questions.title", address.QUESTIONS),
            ("influencers.title", address.INFLUENCERS),
        ),
        "items": (
            ("items.title", address.ITEMS),
            ("calendar.title", address.CALENDAR),
            ("campaigns.title", address.CAMPAIGNS),
            ("owners.title", address.OWNERS),
        ),
    }
)
"""The pages of each section, the one in the navigation first: the key of the name, and the address."""
