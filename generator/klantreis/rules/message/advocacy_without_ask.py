"""A happy customer is asked for nothing.

## What it finds

An item in a stage of the phase advocacy that asks no favour: no `cta` with a step in it, and no sentence in
the text that asks for a review, a story, a photo or a case, or to tell, invite or pass it on to others. A
text that already is such a favour (a testimonial, a customer case, an interview) asks for none, and neither
do confirmations, service messages and texts that speak about customers instead of to them. Where the stage
is also for growth, a text with an offer may do without.

## Why it matters

Happy customers like to help, but hardly ever by themselves. A thank-you that asks for nothing ends the
conversation at its best moment, and the next customer hears nothing of it.

## How to fix

Ask for one small thing that fits how well you know each other: two lines about how it went, the name of one
person who may need this too. Say what you will do with it, and put it in `cta` (`review` or `refer`).

## Where it comes from

Practice. All five models end with customers who recommend, and the customer value journey gives asking for
it a stage of its own.
"""

from collections.abc import Iterator
from typing import Final

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.emphasis import speaks_of
from klantreis.model.flow import title_place
from klantreis.model.item import Item
from klantreis.model.journey import Stage
from klantreis.model.message import Message
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import BASE, changed
from klantreis.text.prose import Said, finder, finds, said_in, saying

MANUAL_NL = """
Een tevreden klant krijgt nergens de vraag om iets te doen.

## Wat deze regel vindt

Een item in een fase van het soort aanbeveling dat geen gunst vraagt: geen `cta` met een stap erin, en geen
zin in de tekst die vraagt om een review, een verhaal, een foto of een case, of om het door te vertellen,
iemand mee te nemen of het door te sturen. Een tekst die zelf al zo'n gunst ís (een getuigenis, een
klantcase, een interview) hoeft niets te vragen, net als bevestigingen, serviceberichten en teksten die over
klanten gaan in plaats van tegen een klant praten. Is de fase ook voor groei, dan mag een tekst met een
aanbod zonder.

## Waarom dat telt

Tevreden klanten helpen graag, maar bijna nooit uit zichzelf. Een bedankje dat niets vraagt, beëindigt het
gesprek op het mooiste moment, en de volgende klant hoort er niets van.

## Wat je eraan doet

Vraag iets kleins dat past bij hoe goed jullie elkaar kennen: twee regels over hoe het ging, of de naam van
één iemand die dit ook nodig heeft. Zeg wat je ermee doet, en zet het bij `cta` (`review` of `refer`).

## Waar dit op rust

Praktijk. Alle vijf de modellen eindigen met klanten die aanbevelen. De customer value journey geeft het
vragen daarom een eigen fase.
"""

_ASKING_LITTLE: Final = (None, "none", "read")
_FAVOURS_THEMSELVES: Final = frozenset(
    ("testimonial", "review", "case-study", "interview", "referral", "survey")
)
_BUSINESS: Final = frozenset(("confirmation", "notification", "invoice", "contract"))
_MORE: Final = ("offer", "price", "upsell", "cross-sell")
_SPOKEN_TO: Final = 2
"""A text that says *you* less often speaks about customers, not to one."""
_IN_PERSON: Final = frozenset(("email", "post", "sms", "chat", "app", "phone"))
"""On these channels somebody is addressed anyhow, so that saying *you* once is enough."""
_FEWEST_WORDS: Final = 20
"""A shorter text, such as a text message, may leave the asking to the next one."""

_THANKS = """
Drie weken geleden droegen Sem en Dilan je kast naar de zesde verdieping. Bedankt dat je de lift vrij had
gehouden, dat scheelde iedereen een uur. We hopen dat de laatste dozen intussen leeg zijn en dat je lekker
woont.
"""


def _thanking(mark: tuple[str, str] = ("", "")) -> dict[str, str]:
    """Return the mail of the base project without anything that it asks."""
    head, _ = BASE["content/reviewmail.md"].split("---\n\n", 1)
    head = head.replace("cta: review\n", "").replace("subject: Hoe ging je verhuizing?\n", "")
    title = f"title: {mark[0]}Bedankt voor de zesde verdieping{mark[1]}"
    head = head.replace("title: Hoe ging je verhuizing?", title)
    return {"content/reviewmail.md": f"{head}---\n{_THANKS}"}


@rule(
    code="KR101",
    severity=Severity.WARNING,
    basis="practice",
    local=True,
    messages=Words(
        nl="deze tekst vraagt een tevreden klant nergens om, en daar is fase '{stage}' voor; vraag om een "
        "review, een verhaal of een aanbeveling",
        en="this text asks a happy customer for nothing, which is what stage '{stage}' is for; ask for a "
        "review, a story or a recommendation",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed("content/reviewmail.md", "cta: review\n", ""),
        bad=_thanking(("⟦", "⟧")),
    ),
)
def advocacy_without_ask(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at the title of each item for happy customers that asks them for nothing."""
    wanted = frozenset((j.id, s.id) for j in project.journeys for s in j.stages if _is_for_advocates(s))
    for item in project.current_items if wanted else ():
        stages = project.stages_of(item) if item.cta in _ASKING_LITTLE else ()
        if not stages or any((journey.id, stage.id) not in wanted for journey, stage in stages):
            continue
        if _may_ask_nothing(item, item.message, stages[0][1]) or _asks_a_favour(item, project):
            continue
        journey, stage = stages[0]
        yield Problem(
            path=item.path,
            span=title_place(item),
            values={"stage": stage.id},
            subject=Subject(item=item.id, journey=journey.id, stage=stage.id, channel=item.channel),
        )


def _is_for_advocates(stage: Stage) -> bool:
    return "advocacy" in stage.phases and {"advocacy", "growth"}.issuperset(stage.phases)


def _may_ask_nothing(item: Item, message: Message | None, stage: Stage) -> bool:
    if item.format in _FAVOURS_THEMSELVES | _BUSINESS:
        return True
    if item.message_type == "service" or not item.has_text:
        return True
    if message is None or message.push is None or message.words < _FEWEST_WORDS:
        return True
    spoken_to = 1 if item.channel in _IN_PERSON else _SPOKEN_TO
    if message.you < spoken_to or message.strength("testimonial").points > 1:
        return True
    offers = item.sells or item.offer is not None or speaks_of(message, *_MORE)
    return offers and "growth" in stage.phases


def _asks_a_favour(item: Item, project: Project) -> bool:
    message = item.message or Message()
    if any(ask.ask in ("review", "refer") for ask in message.asks):
        return True
    heads = (saying(text) for text in (item.title, item.subject or ""))
    if any(finds(key, message.language, words) for words in heads for key in ("favours", "testimonial")):
        return True
    return any(_is_favour(said, message.language) for said in said_in(item, project.texts))


def _is_favour(said: Said, language: str | None) -> bool:
    """Say whether a sentence asks for something that may help the next customer; in doubt it does."""
    if finds("favours", language, said.words):
        return True
    verb = finder("request-verbs", language)
    begins = verb is not None and verb.match(said.words, 1) is not None
    is_request = begins or finds("requests", language, said.words)
    if finds("favour-people", language, said.words) and (is_request or said.end == "?"):
        return True
    return is_request and not finds("offering", language, said.words)
