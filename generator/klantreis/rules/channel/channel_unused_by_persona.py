"""An item meets its persona on a channel that this persona does not use.

## What it finds

An item on a channel that is not among the `channels` of its persona. A bought place counts as used when the
persona uses the channel around it: an advertisement on social media for somebody on social media. A persona
that lists no channels uses them all. When an item is for several personas and one of them does use the
channel, it is a hint. So it is where a persona lists a single channel while content stands on two others or
more: then the list is what is wrong, and `single-channel-persona` says so.

## Why it matters

The text will not be seen by the people it was written for, however good it is.

## How to fix

Put the item on a channel that the persona does use, or add the channel to the persona when you know that
these people are there.

## Where it comes from

Practice. Personas list their channels so that content can be where they are.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.misfit import Fault
from klantreis.model.moment import Moment
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een item komt zijn persona tegen op een kanaal dat die persona niet gebruikt.

## Wat deze regel vindt

Een item op een kanaal dat niet bij de `channels` van zijn persona staat. Een advertentie telt als gebruikt
wanneer de persona het kanaal eromheen gebruikt, zoals een advertentie op sociale media voor wie daar komt.
Een persona zonder lijst van kanalen gebruikt ze allemaal. Is een item voor meer persona's en gebruikt een
van hen het kanaal wel, dan is het een tip. Dat is het ook als een persona maar één kanaal noemt, terwijl er
op twee of meer andere kanalen content staat. Dan klopt de lijst niet, en dat zegt `single-channel-persona`.

## Waarom dat telt

De mensen voor wie de tekst geschreven is, krijgen hem niet te zien, hoe goed hij ook is.

## Wat je eraan doet

Zet het item op een kanaal dat de persona wel gebruikt. Of zet het kanaal bij de persona, als je weet dat
deze mensen er komen.

## Waar dit op rust

Praktijk. Een persona noemt kanalen, zodat de content is waar die mensen zijn.
"""

MOST_NAMED = 5


@rule(
    code="KR049",
    severity=Severity.WARNING,
    basis="practice",
    messages={
        "": Words(
            nl="persona '{persona}' gebruikt kanaal '{channel}' niet; "
            "kies uit {fitting}, of zet het bij de persona",
            en="persona '{persona}' does not use channel '{channel}'; "
            "choose from {fitting}, or add it to the persona",
        ),
        "more": Words(
            nl="de persona's {persona} gebruiken kanaal '{channel}' niet; "
            "kies een ander kanaal, of zet het bij hen",
            en="the personas {persona} do not use channel '{channel}'; "
            "choose another channel, or add it to them",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "personas/huurder.md", "[blog, website, email, chat]", "[blog, website, email, chat, sms]"
        ),
        bad=changed("personas/huurder.md", "[blog, website, email, chat]", "[blog, website, email, sms]")
        | changed("content/eerste-week.md", "channel: chat", "channel: ⟦chat⟧"),
    ),
)
def channel_unused_by_persona(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the channel of each item that its persona does not use."""
    doubted, misspelt = _doubted(project), _misspelt(project)
    for path, fault in project.channel_faults.items():
        if fault.kind != "persona" or not misspelt.isdisjoint(fault.personas):
            continue
        item = project.item_by_path[path]
        yield Problem(
            path=path,
            span=item.span("channel"),
            variant="" if len(fault.personas) == 1 else "more",
            values={
                "persona": ", ".join(fault.personas),
                "channel": item.channel or "",
                "fitting": ", ".join(fault.fitting[:MOST_NAMED]),
            },
            subject=Subject(
                item=item.id,
                journey=fault.moment.journey.id,
                persona=fault.moment.persona,
                channel=item.channel,
            ),
            severity=_severity(project.moments[path], fault, doubted),
        )


def _misspelt(project: Project) -> Set[str]:
    """Return the personas who list a channel that nobody knows, which may be the one that seems missing."""
    strange = project.troubles.get("unknown-channel", ())
    paths = {trouble.path for trouble in strange if trouble.variant != "near"}
    return {persona.id for persona in project.personas if persona.place.path in paths}


def _doubted(project: Project) -> Set[str]:
    """Return the personas whose list of one channel is contradicted by content on several others."""
    elsewhere: dict[str, set[str]] = defaultdict(set)
    for path, fault in project.channel_faults.items():
        for persona in fault.personas:
            elsewhere[persona].add(project.item_by_path[path].channel or "")
    return {
        persona
        for persona, channels in elsewhere.items()
        if len(channels) > 1 and len(project.persona_by_id[persona].channels) == 1
    }


def _severity(moments: Sequence[Moment], fault: Fault, doubted: Set[str]) -> Severity:
    """Return how bad it is: less so when somebody is reached after all, or the list is in doubt."""
    missed = set(fault.personas)
    reaches_somebody = {moment.persona for moment in moments} - missed
    return Severity.INFO if reaches_somebody or missed <= doubted else Severity.WARNING
