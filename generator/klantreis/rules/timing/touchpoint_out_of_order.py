"""A touchpoint is said to come after one that only comes later, or after itself.

## What it finds

A touchpoint whose `after` names a touchpoint in a later stage, and touchpoints that all wait for one another.
It is no mistake to come from a later stage where the journey leads back: the stage where the cycle starts
again, a stage that a later one names under `next`, and stages that run in parallel. A `returns_to` counts
when you wrote it yourself; the models say of almost every stage that people may go back, which is no order
yet. Where one of several touchpoints under `after` does come earlier, all is well.

## Why it matters

The order decides what a message may take as known, and when it is sent. With the order the wrong way round a
series starts in the middle, or does not start at all.

## How to fix

Name under `after` what the customer has really been through by then, or move the touchpoint to another stage.
Does the journey lead back here? Say so with `cycle`, `next` or `returns_to`.

## Where it comes from

Practice. Mapping a journey means putting its moments in the order in which customers meet them.
"""

from collections.abc import Iterable, Iterator, Mapping

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.journey import Journey, Stage
from klantreis.model.place import Place
from klantreis.model.project import Project
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een contactmoment zou komen na een moment dat pas later komt, of na zichzelf.

## Wat deze regel vindt

Een contactmoment waarvan `after` een moment in een latere fase noemt, en contactmomenten die allemaal op
elkaar wachten. Uit een latere fase komen is geen fout waar de klantreis teruggaat: in de fase waar de
kringloop opnieuw begint, in een fase die een latere fase onder `next` of `returns_to` noemt, en bij fasen die
tegelijk lopen. Noemt `after` er meer en komt een daarvan wel eerder, dan is er niets aan de hand.

## Waarom dat telt

De volgorde bepaalt wat een bericht bekend mag veronderstellen en wanneer het verstuurd wordt. Staat de
volgorde verkeerd om, dan begint een reeks middenin of begint hij helemaal niet.

## Wat je eraan doet

Noem onder `after` wat de klant dan echt achter de rug heeft, of zet het contactmoment in een andere fase.
Gaat de klantreis hier terug? Zeg dat met `cycle`, `next` of `returns_to`.

## Waar dit op rust

Praktijk. Wie een klantreis in kaart brengt, zet de momenten in de volgorde waarin klanten ze meemaken.
"""


@rule(
    code="KR071",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "later": Words(
            nl="contactmoment '{touchpoint}' komt in fase '{stage}', dus niet na '{after}' in fase "
            "'{home}'; noem een moment dat eerder komt",
            en="touchpoint '{touchpoint}' comes in stage '{stage}', so not after '{after}' in stage "
            "'{home}'; name one that comes earlier",
        ),
        "circle": Words(
            nl="contactmoment '{touchpoint}' wacht op '{after}', en dat wacht weer op '{touchpoint}'; zeg "
            "welk van beide het eerst komt",
            en="touchpoint '{touchpoint}' waits for '{after}', which in turn waits for '{touchpoint}'; say "
            "which of the two comes first",
        ),
        "itself": Words(
            nl="contactmoment '{touchpoint}' komt na zichzelf; noem het moment dat eraan voorafgaat",
            en="touchpoint '{touchpoint}' comes after itself; name the one that comes before it",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("journeys/verhuizen.yaml", "after: inpakmail", "after: [inpakmail, keuzepagina]"),
        bad=changed("journeys/verhuizen.yaml", "after: keuzepagina", "after: ⟦bericht-na-afloop⟧"),
    ),
)
def touchpoint_out_of_order(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each `after` that lies later, and one at each circle."""
    seen: set[Place] = set()
    for journey in project.journeys:
        homes = {t.id: stage for stage in reversed(journey.stages) for t in stage.touchpoints}
        waiting: dict[str, tuple[Stage, Touchpoint, tuple[str, ...]]] = {}
        for stage in journey.stages:
            for touchpoint in stage.touchpoints:
                known = tuple(word for word in touchpoint.after if word in homes)
                later = [word for word in known if _is_later(journey, stage, homes[word])]
                if not later or len(later) < len(known):
                    near = tuple(word for word in known if word not in later)
                    waiting[touchpoint.id] = (stage, touchpoint, near)
                    continue
                waiting[touchpoint.id] = (stage, touchpoint, ())
                for word in later if touchpoint.place not in seen else ():
                    if not _leads_back(journey, homes[word], stage, project.models):
                        yield _problem(journey, stage, touchpoint, word, "later", homes[word].id)
        for stage, touchpoint, word in _circles(waiting):
            if touchpoint.place not in seen:
                yield _problem(
                    journey, stage, touchpoint, word, "itself" if word == touchpoint.id else "circle"
                )
        seen |= {touchpoint.place for _, touchpoint, _ in waiting.values()}


def _is_later(journey: Journey, stage: Stage, home: Stage) -> bool:
    return journey.position(home.id) > journey.position(stage.id)


def _leads_back(journey: Journey, home: Stage, stage: Stage, models: Iterable[Journey]) -> bool:
    """Say whether this organisation's customers come to `stage` from the later stage `home`."""
    if journey.cycle == stage.id and journey.starts_again_after(home):
        return True
    if stage.id in home.next or journey.run_together(stage.id, home.id):
        return True
    origins = [m.stage(home.id) for m in models if m.id in journey.lineage and m.has_stage(home.id)]
    return stage.id in home.returns_to and all(home.returns_to != origin.returns_to for origin in origins)


def _circles(
    waiting: Mapping[str, tuple[Stage, Touchpoint, tuple[str, ...]]],
) -> Iterator[tuple[Stage, Touchpoint, str]]:
    """Yield the first touchpoint of each circle in which all wait for one another, and for whom it waits."""
    stuck = _stuck(waiting)
    told: set[str] = set()
    for id in waiting:
        path: list[str] = []
        while id in stuck and id not in told:
            told.add(id)
            path.append(id)
            id = next(word for word in waiting[id][2] if word in stuck)
        if id in path:
            circle = path[path.index(id) :]
            first = next(word for word in waiting if word in circle)
            stage, touchpoint, _ = waiting[first]
            yield stage, touchpoint, circle[(circle.index(first) + 1) % len(circle)]


def _stuck(waiting: Mapping[str, tuple[Stage, Touchpoint, tuple[str, ...]]]) -> set[str]:
    """Return the touchpoints that can never begin, because all that they wait for wait as well."""
    stuck = set(waiting)
    followers: dict[str, list[str]] = {}
    for id, (_, _, after) in waiting.items():
        for word in after:
            followers.setdefault(word, []).append(id)
    free = [id for id, (_, _, after) in waiting.items() if not after]
    while free:
        id = free.pop()
        if id in stuck:
            stuck.discard(id)
            free += followers.get(id, [])
    return stuck


def _problem(
    journey: Journey, stage: Stage, touchpoint: Touchpoint, word: str, variant: str, home: str = ""
) -> Problem:
    return Problem(
        path=touchpoint.place.path,
        span=touchpoint.span(f"after.{touchpoint.after.index(word)}"),
        variant=variant,
        values={"touchpoint": touchpoint.id, "stage": stage.id, "after": word, "home": home},
        subject=Subject(
            journey=journey.id,
            stage=stage.id,
            touchpoint=touchpoint.id,
            channel=touchpoint.channel,
            detail=word,
        ),
    )
