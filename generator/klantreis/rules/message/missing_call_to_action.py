"""A text leaves the reader without a next step.

## What it finds

An item in a stage of decision, or in a stage where the journey goes on, whose text asks nothing and leads
nowhere: no call to action, no link or button, no number or address, no invitation in its latter half. What
the front matter says under `cta` does not help the reader, who sees only the text. What it says under
`next` may show on the site, so outside the decision that makes it a remark.

Left alone are service messages, manuals, contracts, invoices, confirmations, notifications, surveys and
call scripts. Outside the decision, so are items with `cta: none`, and requests to happy customers, which
have a rule of their own. An item with no way on at all, in front matter either, is a dead end: that rule
says so.

## Why it matters

Whoever is ready to decide, and is not told how, puts it off. Of what is put off, most never happens.

## How to fix

End with one step in plain words, with a link, a button or a number: what the reader does, and what happens
then.

## Where it comes from

Practice. Every text with one clear call to action is an old rule of copywriters; all five models lead
people on from step to step.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.flow import title_place
from klantreis.model.home import Home
from klantreis.model.item import Item
from klantreis.model.journey import Journey, Stage
from klantreis.model.message import Link, Message
from klantreis.model.project import Project
from klantreis.model.strain import Stages
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE
from klantreis.text.hint import gives_a_step

MANUAL_NL = """
Een tekst laat de lezer zonder volgende stap zitten.

## Wat deze regel vindt

Een item in een beslisfase, of in een fase waarna de reis verdergaat, met een tekst die niets vraagt en
nergens heen leidt: geen oproep, geen link of knop, geen nummer of adres, geen uitnodiging in de tweede
helft. Wat er in de front matter achter `cta` staat, helpt de lezer niet, want die ziet alleen de tekst. Wat
er achter `next` staat, kan de site laten zien; buiten de beslissing is het daarom maar een opmerking.

Serviceberichten, handleidingen, contracten, facturen, bevestigingen, meldingen, enquêtes en
gespreksleidraden tellen niet mee. Buiten de beslissing geldt dat ook voor items met `cta: none`, en voor
verzoeken aan tevreden klanten, want daar is een eigen regel voor. Leidt een item ook in de front matter
nergens heen, dan loopt het dood, en dat meldt een andere regel.

## Waarom dat telt

Wie klaar is om te beslissen en niet leest hoe dat moet, stelt het uit. Van wat mensen uitstellen, komt het
meeste er nooit van.

## Wat je eraan doet

Eindig met één stap in gewone woorden, met een link, een knop of een nummer: wat de lezer doet, en wat er
dan gebeurt.

## Waar dit op rust

Praktijk. Eén duidelijke oproep per tekst is een oude regel van tekstschrijvers. Alle vijf de modellen
leiden mensen van stap naar stap.
"""

_SERVING = frozenset("manual contract invoice confirmation notification survey script".split())
"""Formats that serve or record, or that no customer reads."""

_CLOSING = (
    "\n[Vraag je voorstel aan](https://www.trapop.example/voorstel) of bel Noor op 026 555 01 23. Hoe het\n"
    "na de verhuisdag verdergaat, lees je in [de eerste week in je nieuwe huis](eerste-week.md).\n"
)
_OFFER = BASE["content/verhuisvoorstel.md"]
_OPEN_ENDED = _OFFER.replace(_CLOSING, "").replace(
    "Wat kost een verhuizing met Trapop?", "⟦Wat kost een verhuizing met Trapop?⟧"
)


@rule(
    code="KR089",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages={
        "": Words(
            nl="deze tekst zegt niet hoe de lezer verdergaat; eindig met één stap die bij fase '{stage}' "
            "past, zoals '{ask}'",
            en="this text does not say how the reader goes on; end with one step that suits stage "
            "'{stage}', such as '{ask}'",
        ),
        "decision": Words(
            nl="wie in fase '{stage}' wil beslissen, leest hier niet hoe; eindig met één duidelijke stap, "
            "zoals '{ask}'",
            en="whoever wants to decide in stage '{stage}' does not read how; end with one clear step, "
            "such as '{ask}'",
        ),
    },
    manual_nl=MANUAL_NL,
    examples=Examples(
        good={"content/verhuisvoorstel.md": _OFFER},
        bad={"content/verhuisvoorstel.md": _OPEN_ENDED},
    ),
)
def missing_call_to_action(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item that needs a next step and has none in its text."""
    for item, message in project.judged:
        if message.asks or _serves(item):
            continue
        found = _going_on(item, project.stages_of(item))
        if found is None or _is_dead_end(item, project) or _gives_a_step(item, message, project):
            continue
        journey, stage = found
        yield Problem(
            path=item.path,
            span=title_place(item),
            variant="decision" if "decision" in stage.phases else "",
            values={"stage": stage.id, "ask": _ask(item, stage)},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
            severity=_severity(item, stage),
        )


def _serves(item: Item) -> bool:
    return item.message_type == "service" or item.intent == "service" or item.format in _SERVING


def _going_on(item: Item, stages: Stages) -> tuple[Journey, Stage] | None:
    """Return the stage that asks for a step: one of decision, or the first when the journey goes on."""
    deciding = next((pair for pair in stages if "decision" in pair[1].phases), None)
    if deciding is not None or not stages or item.cta == "none":
        return deciding
    if any(journey.ends_at(stage) or stage.phases == ("advocacy",) for journey, stage in stages):
        return None
    return stages[0]


def _is_dead_end(item: Item, project: Project) -> bool:
    flow = project.flow
    return item.path in flow.hollow_gates or not (flow.leads_on(item) or flow.is_at_end(item))


def _gives_a_step(item: Item, message: Message, project: Project) -> bool:
    body = project.texts.get(item.path, "").split("\n", item.body_line - 1)[-1]
    middle = item.body_line + body.count("\n") // 2
    if not body or any(_is_step(link, middle, project.home) for link in item.links):
        return True
    return gives_a_step(body, message.language)


def _is_step(link: Link, middle: int, home: Home) -> bool:
    """Say whether a link leads on; one to another site, in the first half, is rather a source."""
    if link.image or not link.target or link.target.startswith("#"):
        return False
    return link.kind != "link" or not home.leads_away(link.target) or link.span.line >= middle


def _severity(item: Item, stage: Stage) -> Severity:
    """A site may show what stands under `next`; where people decide, that is not enough."""
    return Severity.INFO if item.next and "decision" not in stage.phases else Severity.WARNING


def _ask(item: Item, stage: Stage) -> str:
    return item.cta if item.cta not in (None, "none") else stage.ceiling
