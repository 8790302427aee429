"""A persona or journey cannot be read whole, so what it asks for is not known.

## What it finds

A persona, a journey or the figures beside them that is no valid YAML, at the place where reading
stops; a list where keys belong; and a journey that extends a model or journey that does not exist,
or that extends itself by a detour.

## Why it matters

Journeys and personas say which content there should be. As long as one of them cannot be read, its
gaps are not reported, and the coverage looks better or worse than it is.

## How to fix

Mend the line that is named; where it is clear what was meant, the message shows the line as it
should be. For `extends`, choose one of the built-in models (`klantreis model` lists them) or the id
of another journey.

## Where it comes from

Practice. A definition that fails in silence is worse than one that fails aloud.
"""

from collections.abc import Iterator
from dataclasses import replace

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een persona of klantreis is niet helemaal te lezen, dus wat die vraagt is niet bekend.

## Wat deze regel vindt

Een persona, een klantreis of de cijfers daarbij die geen geldige YAML zijn, op de plek waar het lezen
stopt. Een lijst waar sleutels horen. En een klantreis die voortbouwt op een model of klantreis die
niet bestaat, of via een omweg op zichzelf.

## Waarom dat telt

Klantreizen en persona's bepalen welke content er moet zijn. Zolang er een onleesbaar is, blijven de
gaten erin onvermeld en lijkt de dekking beter of slechter dan ze is.

## Wat je eraan doet

Verbeter de regel die genoemd wordt. Is duidelijk wat je bedoelde, dan staat de verbeterde regel in
de melding. Kies bij `extends` een van de ingebouwde modellen (`klantreis model` noemt ze) of het id
van een andere klantreis.

## Waar dit op rust

Praktijk. Een definitie die hardop faalt, doet minder kwaad dan een die stil wegvalt.
"""

MESSAGES = {
    "": Words(
        nl="vanaf hier is dit bestand niet te lezen ({reason}); verbeter deze regel",
        en="this file cannot be read from here on ({reason}); mend this line",
    ),
    "colon": Words(
        nl="een dubbele punt in de waarde van '{key}' vraagt om aanhalingstekens; schrijf {line}",
        en="a colon in the value of '{key}' asks for quotes; write {line}",
    ),
    "tab": Words(
        nl="een tab kan hier niet, want YAML springt in met spaties; vervang de tab door spaties",
        en="a tab cannot stand here, because YAML indents with spaces; replace the tab with spaces",
    ),
    "template": Words(
        nl="bij '{key}' staat sjablooncode die het bestand onleesbaar maakt; vul de waarde zelf in",
        en="the template code at '{key}' makes the file unreadable; fill in the value yourself",
    ),
    "kind": Words(
        nl="hier horen sleutels met waarden, en dit is {found}; begin met 'id:'",
        en="keys with values belong here, and this is {found}; begin with 'id:'",
    ),
    "front": Words(
        nl="deze persona heeft geen front matter; begin met ---, id, name en weer ---",
        en="this persona has no front matter; begin with ---, id, name and another ---",
    ),
    "closed": Words(
        nl="{reason} blijft hier open; zet het sluitende teken erbij",
        en="{reason} is left open here; add the closing one",
    ),
    "extends": Words(
        nl="er is geen model of klantreis '{word}'; kies uit {known}",
        en="there is no model or journey '{word}'; choose from {known}",
    ),
    "extends-near": Words(
        nl="er is geen model of klantreis '{word}'; bedoel je '{near}'?",
        en="there is no model or journey '{word}'; did you mean '{near}'?",
    ),
    "circle": Words(
        nl="deze klantreis bouwt via '{word}' voort op zichzelf; kies bij een van beide een ander begin",
        en="this journey extends itself by way of '{word}'; let one of the two start elsewhere",
    ),
}

EXAMPLES = Examples(
    good=changed("journeys/verhuizen.yaml", "name: Eerste zoekvraag", 'name: "Zoekvraag: de eerste"'),
    bad=changed("journeys/verhuizen.yaml", "name: Eerste zoekvraag", "name: ⟦⟧Zoekvraag: de eerste"),
)


@rule(
    code="KR012",
    severity=Severity.ERROR,
    basis="practice",
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield the place where each unreadable definition stops being readable, without a fix."""
    for problem in reported(project, "unreadable-definition"):
        yield replace(problem, fixes=())
