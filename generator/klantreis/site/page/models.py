"""The five models: their stages, what each adds, and the crosswalk between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from klantreis.model.journey import Journey
from klantreis.model.vocabulary import ASKS, PHASES
from klantreis.site import address
from klantreis.site.line import guidance, said
from klantreis.site.link import Link
from klantreis.site.map.view import MapView, map_of
from klantreis.site.page.page import WIDE, Page
from klantreis.site.register import Register

VIEWS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "channel": ("channels.title", address.CHANNELS),
        "flow": ("journeys.title", address.JOURNEYS),
        "influencer": ("influencers.title", address.INFLUENCERS),
        "journey-map": ("journeys.title", address.JOURNEYS),
        "persona": ("personas.title", address.PERSONAS),
        "touchpoint": ("touchpoints.title", address.TOUCHPOINTS),
    }
)
"""The views that the models name: the title of the page to start from, and where it is."""


@dataclass(frozen=True, slots=True)
class ModelStage:
    """A stage of a model: both circles, the message and what it bears."""

    anchor: str
    id: str
    name: str
    phases: str
    thinks: str
    asks: str
    wants: str
    does: str
    emphasise: tuple[tuple[str, str], ...]
    avoid: tuple[tuple[str, str], ...]
    allowance: int
    ceilings: str
    formats: str
    label: str


@dataclass(frozen=True, slots=True)
class CrosswalkLine:
    """One model in the crosswalk: its stages under each shared phase."""

    model: Link
    is_this: bool
    stages: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class ModelView:
    """What a model's page shows."""

    name: str
    source: str
    adds: str
    cycle: str
    map: MapView
    stages: tuple[ModelStage, ...]
    demands: tuple[tuple[str, Link], ...]
    phases: tuple[str, ...]
    crosswalk: tuple[CrosswalkLine, ...]
    journeys: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ModelsView:
    """All models side by side."""

    models: tuple[tuple[Link, str, int, tuple[Link, ...]], ...]
    phases: tuple[str, ...]
    crosswalk: tuple[CrosswalkLine, ...]


def model_pages(register: Register) -> tuple[Page, ...]:
    """Return the list of models and a page for each."""
    models = register.project.models
    language = register.say.language
    view = ModelsView(
        tuple(
            (_link(register, m), said(m.adds, language), len(m.stages), _journeys(register, m))
            for m in models
        ),
        _phases(register),
        tuple(_line(register, model, None) for model in models),
    )
    index = Page(address.MODELS, register.say("models.title"), "models.jinja", view, WIDE)
    return (index, *(_page(register, model) for model in models))


def _link(register: Register, model: Journey) -> Link:
    return Link(model.name.said(register.say.language), address.model(model.id))


def _journeys(register: Register, model: Journey) -> tuple[Link, ...]:
    return tuple(register.journey(j.id) for j in register.project.journeys if model.id in j.lineage)


def _phases(register: Register) -> tuple[str, ...]:
    return tuple(phase.name(register.say.language) for phase in PHASES.terms)


def _page(register: Register, model: Journey) -> Page:
    language = register.say.language
    others = [other for other in register.project.models if other.id != model.id]
    view = ModelView(
        name=model.name.said(language),
        source=said(model.source, language),
        adds=said(model.adds, language),
        cycle=model.stage(model.cycle).name.said(language) if model.cycle else "",
        map=map_of(register, model, is_model=True),
        stages=tuple(_stage(register, model, number) for number in range(len(model.stages))),
        demands=tuple((demand[language], _where(register, demand)) for demand in model.demands),
        phases=_phases(register),
        crosswalk=tuple(_line(register, m, model) for m in (model, *others)),
        journeys=_journeys(register, model),
    )
    return Page(address.model(model.id), view.name, "model.jinja", view, WIDE, most_forms=0)


def _where(register: Register, demand: Mapping[str, str]) -> Link:
    """Return where a demand of the model can be seen: a rule's page, a view, or the name of a command."""
    rule = demand.get("rule")
    if rule:
        return register.rule(rule)
    view = demand.get("view")
    if not view:
        return Link(demand.get("command") or "")
    title, place = VIEWS.get(view, (None, None))
    return Link(register.say("model.view", view=register.say(title) if title else view), place)


def _line(register: Register, model: Journey, this: Journey | None) -> CrosswalkLine:
    language = register.say.language
    stages = tuple(
        tuple(
            Link(stage.name.said(language), f"{address.model(model.id)}#{address.anchor('stage', stage.id)}")
            for stage in model.in_phase(phase)
        )
        for phase in PHASES.ids
    )
    return CrosswalkLine(_link(register, model), model == this, stages)


def _stage(register: Register, model: Journey, number: int) -> ModelStage:
    stage, language, say = model.stages[number], register.say.language, register.say
    return ModelStage(
        anchor=address.anchor("stage", stage.id),
        id=stage.id,
        name=stage.name.said(language),
        phases=say.listing([register.term(PHASES, phase) for phase in stage.phases]),
        thinks=said(stage.thinks, language),
        asks=said(stage.asks, language),
        wants=said(stage.wants, language),
        does=said(stage.does, language),
        emphasise=guidance(register, stage.emphasise),
        avoid=guidance(register, stage.avoid),
        allowance=stage.push_allowance,
        ceilings=say.listing([register.term(ASKS, ask) for ask in stage.ceilings]),
        formats=say.listing([register.term(register.project.formats, id) for id in stage.formats]),
        label=stage.label or "",
    )
