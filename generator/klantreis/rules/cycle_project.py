"""The base project as a customer value journey, for rules that only that model asks for: path → text.

Persona and configuration are those of the base project. It is as complete and neat as that one, so that
an example that changes one line of it shows one rule.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from klantreis.rules.base_project import BASE, GONE

_JOURNEY = """\
id: verhuizen
name: Verhuizen binnen de stad
extends: customer-value-journey
personas: [huurder]
cycle: aware
owner: noor
review_by: 2027-06-01
stages:
  aware:
    touchpoints:
      - id: zoekvraag
        name: Eerste zoekvraag
        channel: blog
        device: telefoon
        context: Op de bank, op de avond dat het huurcontract is getekend.
        action: Leest hoeveel dozen er nodig zijn en kiest een begindatum.
        formats: [article]
        intents: [inform]
        sale: Wie nog dozen telt, zoekt geen aanbieder.
        need: must
  engage:
    touchpoints:
      - id: tilvraag
        name: Vraag over tillen
        channel: blog
        device: telefoon
        context: Na het eerste weekend inpakken, met een stijve rug.
        action: Probeert de tilregels uit.
        formats: [how-to]
        intents: [help]
        sale: false
        after: zoekvraag
        need: must
  subscribe:
    touchpoints:
      - id: inpaklijst
        name: Inpaklijst om te printen
        channel: website
        device: laptop
        context: Thuis, met de printer aan.
        action: Laat een mailadres achter en drukt de lijst af.
        formats: [checklist]
        intents: [help]
        sale: false
        after: tilvraag
        need: must
  convert:
    touchpoints:
      - id: trappenwebinar
        name: Webinar over je trap
        channel: email
        device: laptop
        context: Op dinsdagavond, met een foto van de eigen trap.
        action: Doet mee en laat de foto zien.
        formats: [webinar]
        intents: [inform]
        sale: true
        after: inpaklijst
        need: must
  excite:
    touchpoints:
      - id: bericht-na-afloop
        name: Bericht in de eerste week
        channel: chat
        device: telefoon
        context: Tussen de dozen, op de derde avond.
        action: Pakt in de goede volgorde uit en meldt wat stuk is.
        formats: [how-to]
        intents: [service]
        sale: Er is net betaald, nu gaat het om helpen.
        after: trappenwebinar
        need: must
  ascend:
    touchpoints:
      - id: uitpakmail
        name: Mail over uitpakhulp
        channel: email
        device: telefoon
        context: Twee weken na de verhuizing, met dozen in de gang.
        action: Kiest een middag.
        formats: [offer]
        intents: [sell]
        sale: true
        after: bericht-na-afloop
        need: must
  advocate:
    touchpoints:
      - id: reviewmail
        name: Vraag om een paar regels
        channel: email
        device: telefoon
        context: Op een rustige avond, vier weken na de verhuizing.
        action: Antwoordt met een paar zinnen.
        formats: [mailing]
        intents: [ask]
        sale: Wie een gunst vraagt, verkoopt er niets naast.
        after: uitpakmail
        need: must
  promote:
    touchpoints:
      - id: doorgeefmail
        name: Vraag om het door te geven
        channel: email
        device: telefoon
        context: Als een vriendin vertelt dat ze gaat verhuizen.
        action: Stuurt de mail door.
        formats: [referral]
        intents: [ask]
        sale: false
        after: reviewmail
        need: must
"""

_BOXES = BASE["content/hoeveel-dozen.md"].replace("stage: attention", "stage: aware").replace(
    "next: [zelf-of-verhuizer]", "next: [tillen]"
).replace("wie ze gaat dragen. Lees verder over\n[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md).",
          "hoe je ze draagt. Lees verder over\n[tillen zonder zere rug](tillen.md).")  # fmt: skip

_LIFTING = """\
---
title: Hoe til je een doos zonder zere rug?
stage: engage
persona: [huurder]
channel: blog
format: how-to
intent: help
cta: read
answers: [zelf-of-verhuizer]
eases: [zere-rug]
next: [inpaklijst]
owner: noor
review_by: 2027-03-01
---

Een zere rug komt zelden van één zware doos. Het zijn de veertig daarna, op een trap, als je moe bent.

1. **Zak door je knieën.** Houd de doos tegen je buik voordat je opstaat.
2. **Draai met je voeten.** Wie zijn rug draait met een doos in de handen, voelt dat de volgende dag.
3. **Zet iemand op elke verdieping.** Dozen doorgeven gaat sneller dan ermee lopen.

Zelf doen of een verhuizer vragen? Met een lift en hooguit dertig dozen red je het met drie vrienden. Bij een
smalle trap of een piano is hulp verstandig.

Weet je hoe je tilt, dan is de vraag in welke volgorde je inpakt. Kijk op
[de inpaklijst voor drie weken](inpaklijst.md).
"""

_LIST = """\
---
title: De inpaklijst voor drie weken
stage: subscribe
persona: [huurder]
channel: website
format: checklist
intent: help
cta: download
gate: email
gives: [vrienden-ontzien]
next: [trappenwebinar]
owner: noor
review_by: 2027-03-01
---

Op deze lijst staat per week wat er in de doos kan. Hij past op één vel, met ruimte voor je eigen spullen.

- **Drie weken van tevoren.** De berging, de boeken en alles van de winter.
- **Een week van tevoren.** De wanden, de gordijnen en de kasten die uit elkaar kunnen.
- **De laatste avond.** De keuken, op twee borden en een pan na.

Met de lijst in de hand weten je vrienden wat er nog moet. Hun zaterdag blijft zo voor een groot deel vrij.

Vul je mailadres in en download de lijst. Je krijgt er één mail bij, over
[de avond waarop we naar je trap kijken](trappenwebinar.md). Afmelden kan onderaan die mail.
"""

_WEBINAR = """\
---
title: Webinar, past je kast door het trapgat?
subject: Dinsdagavond kijken we naar je trap
stage: convert
persona: [huurder]
channel: email
format: webinar
intent: inform
cta: attend
answers: [wat-kost-het]
eases: [schade]
gives: [vaste-prijs]
next: [eerste-week]
owner: noor
review_by: 2027-03-01
---

Je hebt de inpaklijst. Blijft over: hoe krijg je de kast van je oma heel naar boven? Op dinsdagavond om acht
uur kijken twee verhuizers een half uur lang naar foto's van trappen.

Wat het kost? Een half uur van je tijd, verder niets. Je weet daarna welke meubels je uit elkaar moet halen
en wat een verhuizer voor jouw trap zou rekenen, met een vaste prijs vooraf. Het risico is klein: je kunt op
elk moment weg, en niemand belt je na. Gaat er bij een verhuizing iets stuk, dan vergoeden we de schade
binnen twee weken.

Doe mee op dinsdag en leg een foto van je trap klaar. Wie na afloop met ons verhuist, krijgt van tevoren te
lezen hoe [de eerste week in het nieuwe huis](eerste-week.md) gaat.
"""

_WEEK = BASE["content/eerste-week.md"].replace("stage: always", "stage: excite").replace(
    "next: [reviewmail]", "next: [uitpakhulp]"
).replace("cta: contact", "cta: read").replace("Over drie weken vragen we [hoe het ging](reviewmail.md).",
          "Lukt het uitpakken niet alleen? Zo werkt [uitpakhulp](uitpakhulp.md).")  # fmt: skip

_HELP = """\
---
title: Een middag uitpakhulp
subject: Staan er nog dozen in de gang?
stage: ascend
persona: [huurder]
channel: email
format: offer
intent: sell
cta: buy
offer: cross-sell
next: [reviewmail]
owner: noor
review_by: 2027-03-01
---

Twee weken geleden zetten Sem en Dilan je dozen boven. Staan er nog een paar in de gang, dan maken ze het
graag af.

Voor 95 euro komt een van de twee een middag terug. Hij pakt uit wat jij aanwijst, hangt de lampen op en
neemt de lege dozen mee. Je bent in één keer klaar. Past het niet, dan kun je tot een dag van tevoren gratis
afzeggen.

[Kies een middag](https://www.trapop.example/uitpakhulp). Red je het zelf? Dan hebben we alleen nog een vraag:
[hoe ging je verhuizing?](reviewmail.md)
"""

_REVIEW = (
    BASE["content/reviewmail.md"]
    .replace("cta: review\n", "cta: review\nnext: [doorgeven]\n")
    .replace(
        "Ken je iemand die ook gaat verhuizen? Stuur deze mail dan gerust door.",
        "Ken je iemand die ook gaat verhuizen? Dan is er [een mail om door te geven](doorgeven.md).",
    )
)

_PASS_ON = """\
---
title: Voor wie er na jou verhuist
subject: Ken je iemand die gaat verhuizen?
stage: promote
persona: [huurder]
channel: email
format: referral
intent: ask
cta: refer
next: [hoeveel-dozen]
owner: noor
review_by: 2027-03-01
---

Op jouw trap ging het goed, en dat had je vooraf vast niet gedacht. Ken je iemand die binnenkort verhuist en
daar net zo tegen opziet?

Stuur deze mail dan door. Er staat niets in te koop. Je vriendin leest hieronder
[hoeveel dozen ze nodig heeft](hoeveel-dozen.md) en kan daarmee meteen beginnen. Vertel er zelf bij wat je de
volgende keer anders zou doen; daar heeft ze meer aan dan aan onze tips.
"""

CYCLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{path: GONE for path in BASE if path.startswith("content/")},
        "journeys/verhuizen.yaml": _JOURNEY,
        "content/hoeveel-dozen.md": _BOXES,
        "content/tillen.md": _LIFTING,
        "content/inpaklijst.md": _LIST,
        "content/trappenwebinar.md": _WEBINAR,
        "content/eerste-week.md": _WEEK,
        "content/uitpakhulp.md": _HELP,
        "content/reviewmail.md": _REVIEW,
        "content/doorgeven.md": _PASS_ON,
    }
)
"""What to lay over the base project: a journey in eight stages, with one item for each."""


def cycle_changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return the files of the cycle with the only occurrence of `old` in one of them replaced by `new`."""
    text = CYCLE[path]
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
    return {**CYCLE, path: text.replace(old, new)}
