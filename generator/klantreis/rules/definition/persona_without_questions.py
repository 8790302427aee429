"""A persona asks nothing.

## What it finds

A persona without a single question, in any stage or from any influencer. A persona of whom nothing is known
at all is reported for that, and not here again. A persona on no journey is left alone.

## Why it matters

Content answers questions. Without them nobody can tell what is missing, and the overview shows a persona as
covered while the questions were never written down.

## How to fix

Write down under `stages` what these people ask, in their own words: from phone calls, search terms, chats
or conversations. One question per stage is a start. Say under `evidence` how you know.

## Where it comes from

Practice. The model of the ideal journey wants questions answered before they are asked, so they must be
known.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity, Subject
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een persona vraagt niets.

## Wat deze regel vindt

Een persona zonder een enkele vraag, in welke fase dan ook en ook niet van een beïnvloeder. Is er over een
persona helemaal niets bekend, dan staat dat al in een andere melding en niet nog eens hier. Een persona
zonder klantreis blijft buiten beschouwing.

## Waarom dat telt

Content geeft antwoord op vragen. Zonder vragen kan niemand zeggen wat er ontbreekt. Het overzicht laat dan
een persona zien die helemaal bediend lijkt, terwijl de vragen nooit zijn opgeschreven.

## Wat je eraan doet

Schrijf onder `stages` op wat deze mensen vragen, in hun eigen woorden: uit telefoontjes, zoektermen, chats
of gesprekken. Eén vraag per fase is een begin. Zet onder `evidence` hoe je het weet.

## Waar dit op rust

Praktijk. Het model van de ideale klantreis wil dat vragen beantwoord zijn voordat iemand ze stelt, en dan
moet je ze eerst kennen.
"""


_QUIET = """\
---
id: ⟦verhuurder⟧
name: Verhuurder met een paar woningen
stages:
  attention:
    pains:
      - id: kapotte-trap
        pain: De trap zit vol krassen als er iemand vertrekt.
        prevent: Leg uit hoe je een trap afdekt.
---

Hans Vos (58) verhuurt drie bovenwoningen en wil dat de trap heel blijft als er iemand vertrekt.
"""


@rule(
    code="KR053",
    severity=Severity.WARNING,
    basis="practice",
    messages=Words(
        nl="persona '{persona}' heeft geen vragen; zet onder stages wat deze mensen willen weten",
        en="persona '{persona}' has no questions; write under stages what these people want to know",
    ),
    manual_nl=MANUAL_NL,
    examples=Examples(
        good=changed(
            "personas/huurder.md",
            "    questions:\n      - id: waar-vertellen\n        ask: Waar kan ik kwijt hoe het ging?\n"
            "        evidence: Reacties op de mail van maart 2026\n",
            "",
        )
        | changed("content/reviewmail.md", "answers: [waar-vertellen]\n", ""),
        bad={"personas/verhuurder.md": _QUIET}
        | changed("journeys/verhuizen.yaml", "personas: [huurder]", "personas: [huurder, verhuurder]"),
    ),
)
def persona_without_questions(project: Project, options: Options) -> Iterator[Problem]:
    """Yield a problem at each persona that has no questions, where that is not the least of it."""
    for persona in project.personas:
        path, span = persona.place
        is_waited_for = project.walk.travelled.get(persona.id) and path not in project.spoilt.half_read
        if is_waited_for and not persona.questions and not persona.is_blank:
            yield Problem(path, span, {"persona": persona.id}, subject=Subject(persona=persona.id))
