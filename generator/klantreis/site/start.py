"""How to begin what is missing: the file, what stands at its top, and where the host makes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import yaml

from klantreis.model.journey import Journey
from klantreis.model.slot import Slot, Wish
from klantreis.model.touchpoint import Touchpoint
from klantreis.site import address
from klantreis.site.register import Register

_KEYS: Final = {"question": "answers", "pain": "eases", "gain": "gives"}


@dataclass(frozen=True, slots=True)
class Start:
    """The file that closes a gap.

    `host` is the host's page for a new file, and with `is_filled` it takes `text` along; otherwise the
    text is shown to be copied, at `block` on the site where that is not here.
    """

    path: str
    text: str
    host: str | None
    is_filled: bool
    block: str | None

    @property
    def to(self) -> str | None:
        """The host's page where that is all that somebody needs."""
        return self.host if self.is_filled else None


def start_of(register: Register, place: Slot | Wish) -> Start | None:
    """Return how to begin what closes a gap; nothing where something is begun, or readers are the public."""
    if place.state != "gap" or register.edition.is_public:
        return None
    tags = _slot_tags(register, place) if isinstance(place, Slot) else _wish_tags(register, place)
    keys = register.edition.keys
    known = {keys.get(key, key): value for key, value in tags.items() if value}
    text = f"---\n{_yaml(known)}---\n\n"
    path = _free_path(register, _name(register, place))
    host, is_filled = new_file(register.edition.settings.new_url, path, text)
    return Start(path, text, host, is_filled, _block(register, place))


def new_file(base: str | None, path: str, text: str) -> tuple[str | None, bool]:
    """Return the host's page for a new file, and whether it takes the text along.

    `{path}` and `{text}` in the configured address stand for both. Without them GitHub, Gitea and
    Forgejo understand `filename` and `value`; GitLab understands `file_name`, and ignores the text.
    """
    if not base or not base.startswith(("https://", "http://")):
        return None, False
    if "{path}" in base or "{text}" in base:
        made = base.replace("{path}", quote(path, safe="")).replace("{text}", quote(text, safe=""))
        return made, "{text}" in base
    try:
        parts = urlsplit(base)
    except ValueError:
        return None, False
    is_gitlab = "/-/new/" in f"{parts.path}/"
    own = {"file_name": path} if is_gitlab else {"filename": path, "value": text}
    query = urlencode([*parse_qsl(parts.query, keep_blank_values=True), *own.items()], quote_via=quote)
    return urlunsplit(parts._replace(query=query)), not is_gitlab


def _slot_tags(register: Register, slot: Slot) -> Mapping[str, Any]:
    id = slot.id
    found = register.touchpoints.get((id.journey, id.touchpoint or ""))
    touchpoint = found[2] if found else None
    name = register.touchpoint(id.journey, id.touchpoint) if found else register.stage(id.journey, id.stage)
    return {"title": name.text, **_place_tags(register, id.journey, id.persona, id.stage, touchpoint)}


def _place_tags(
    register: Register, journey: str, persona: str, stage: str, touchpoint: Touchpoint | None
) -> Mapping[str, Any]:
    known = register.project.persona_by_id.get(persona)
    channel = touchpoint.channel if touchpoint else next(iter(known.channels if known else ()), None)
    return {
        "stage": stage,
        "persona": [persona],
        "channel": channel,
        "journey": journey if len(register.project.walk.travelled.get(persona, ())) > 1 else None,
        "touchpoint": touchpoint.id if touchpoint else None,
        "format": next(iter(touchpoint.formats), None) if touchpoint else None,
        "status": "draft",
    }


def _wish_tags(register: Register, wish: Wish) -> Mapping[str, Any]:
    journey = register.project.journey_by_id[wish.journey]
    stage = wish.stage or _stage_of_others(journey)
    touchpoint = next(_touchpoints(register, wish.journey, wish.persona, stage), None)
    tags = _place_tags(register, wish.journey, wish.persona, stage, touchpoint)
    return {"title": wish.words.said(register.say.language), **tags, _KEYS[wish.kind]: [wish.id]}


def _stage_of_others(journey: Journey) -> str:
    """Return where those who have a say ask their questions: when things are weighed."""
    return next((stage.id for stage in journey.in_phase("consideration")), journey.stages[0].id)


def _touchpoints(register: Register, journey: str, persona: str, stage: str) -> Iterator[Touchpoint]:
    """Yield the touchpoints of a step, those without content first."""
    here = register.slots_by_step.get((journey, persona, stage), ())
    for slot in sorted(here, key=lambda slot: slot.state != "gap"):
        if (journey, slot.id.touchpoint or "") in register.touchpoints:
            yield register.touchpoints[journey, slot.id.touchpoint or ""][2]


def _name(register: Register, place: Slot | Wish) -> str:
    if isinstance(place, Wish):
        return f"{place.id}-{place.persona}"
    is_shared = len(register.project.journey_by_id[place.id.journey].persona_ids) > 1
    name = place.id.touchpoint or place.id.stage
    return f"{name}-{place.id.persona}" if is_shared or not place.id.touchpoint else name


def _free_path(register: Register, name: str) -> str:
    """Return a path in the first content folder that no item has."""
    folder = "" if register.edition.folder == "." else f"{register.edition.folder}/"
    taken = register.project.item_by_path
    path, number = f"{folder}{address.slug(name)}.md", 2
    while path in taken:
        path, number = f"{folder}{address.slug(name)}-{number}.md", number + 1
    return path


def _block(register: Register, place: Slot | Wish) -> str | None:
    """Return where the site shows the text to copy; null for a slot that has no page."""
    if isinstance(place, Wish):
        return f"{address.persona(place.persona)}#{address.anchor(place.kind, place.journey, place.id)}"
    to = register.touchpoint(place.id.journey, place.id.touchpoint).to
    return f"{to}#{address.anchor('persona', place.id.persona)}" if to else None


def _yaml(values: Mapping[str, Any]) -> str:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(
        dict(values), Dumper=dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000
    )
    return text
