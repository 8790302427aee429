"""The tiny project that every example and every case of a rule is laid over: path → text.

It is complete and neat on the day `TODAY`, so that no rule finds anything in it. An example that
replaces one file, or one line of it, therefore shows its own rule and no other.
"""

import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TODAY: Final = datetime.date(2026, 6, 1)
"""The day on which the examples are checked."""

GONE: Final = "⌫"
"""The text that takes a file away from the base project."""

_CONFIG = """\
language = "nl"

[brand]
names = ["Trapop"]
products = ["Tilpakket"]
proposition = "quality"
"""

_PERSONA = """\
---
id: huurder
name: Huurder die binnen de stad verhuist
segment: b2c
weight: 1
channels: [blog, website, email, chat]
devices: [telefoon, laptop]
owner: noor
review_by: 2027-06-01
stages:
  attention:
    questions:
      - id: hoeveel-dozen
        ask: Hoeveel verhuisdozen heb ik nodig?
        evidence: De vraag die in 2025 het vaakst aan de telefoon kwam
    pains:
      - id: te-laat-begonnen
        pain: Op de laatste avond staat de helft nog in de kast.
        prevent: Geef per kamer een aantal dozen en een begindatum.
        turn: Zeg welke kamer nog op de dag zelf kan.
    gains:
      - id: overzicht
        gain: Weten wat er nog moet gebeuren.
    triggers:
      - Het nieuwe huurcontract is getekend.
    feeling: -1
  consideration:
    questions:
      - id: zelf-of-verhuizer
        ask: Doe ik het zelf of vraag ik een verhuizer?
        evidence: Gesprekken met twaalf huurders, najaar 2025
    pains:
      - id: zere-rug
        pain: Vorige keer liep ik een week krom.
        prevent: Leg uit hoe je tilt en wat je beter met zijn tweeën doet.
        turn: Noem wat een verhuizer uit handen neemt.
    gains:
      - id: vrienden-ontzien
        gain: Vrienden hoeven hun zaterdag niet op te offeren.
    feeling: 0
  action:
    questions:
      - id: wat-kost-het
        ask: Wat kost het en wat zit erbij?
        evidence: Bijna elk telefoontje begint ermee
    pains:
      - id: schade
        pain: Straks zit er een barst in de kast van mijn oma.
        prevent: Zeg hoe meubels worden ingepakt.
        turn: Zeg wie de schade betaalt en hoe snel.
    gains:
      - id: vaste-prijs
        gain: Vooraf weten wat er op de rekening staat.
    feeling: 0
  always:
    questions:
      - id: schade-melden
        ask: Waar meld ik een kras die ik later pas zie?
        evidence: Berichten aan de service in 2025
    pains:
      - id: dozen-blijven-staan
        pain: Een maand later staan er nog dozen in de gang.
        prevent: Geef een volgorde om uit te pakken.
        turn: Haal lege dozen op.
    gains:
      - id: snel-thuis
        gain: Na een week voelt het als thuis.
    feeling: 1
  advocate:
    questions:
      - id: waar-vertellen
        ask: Waar kan ik kwijt hoe het ging?
        evidence: Reacties op de mail van maart 2026
    pains:
      - id: geen-zin-in-formulieren
        pain: Voor een compliment wil ik geen account aanmaken.
        prevent: Laat een antwoord op de mail genoeg zijn.
        turn: Zet de review zelf klaar en vraag of de tekst zo goed is.
    gains:
      - id: ander-helpen
        gain: Een ander op weg helpen die voor dezelfde trap staat.
    feeling: 2
---

Yara Smit (29) huurt een bovenwoning in Arnhem en verhuist binnen vier weken naar een flat met lift,
twee kilometer verderop. Ze werkt vier dagen in een apotheek en heeft geen auto. Vorige keer deed ze
het met vrienden en een geleende bus. Toen was het donker voordat de wasmachine boven stond.

Ze zoekt 's avonds op haar telefoon en rekent overdag op haar laptop na wat iets kost. Mails van
bedrijven leest ze als er iets in staat wat ze die week kan gebruiken. Haar spullen zijn niet duur,
op een kast van haar oma na.
"""

_JOURNEY = """\
id: verhuizen
name: Verhuizen binnen de stad
extends: five-a
personas: [huurder]
owner: noor
review_by: 2027-06-01
stages:
  attention:
    touchpoints:
      - id: zoekvraag
        name: Eerste zoekvraag
        channel: blog
        device: telefoon
        context: Op de bank, op de avond dat het huurcontract is getekend.
        action: Leest hoeveel dozen er nodig zijn en kiest een begindatum.
        trigger: Het nieuwe huurcontract is getekend.
        formats: [article]
        intents: [inform]
        sale: Wie nog dozen telt, zoekt geen aanbieder.
        need: must
  consideration:
    touchpoints:
      - id: keuzepagina
        name: Manieren naast elkaar
        channel: website
        device: laptop
        context: Thuis, met de agenda van vrienden ernaast.
        action: Kiest tussen zelf sjouwen en hulp vragen.
        formats: [comparison]
        intents: [inform]
        after: zoekvraag
        need: must
      - id: inpakmail
        name: Mail met de inpaklijst
        channel: email
        device: telefoon
        context: In de pauze, drie weken voor de verhuizing.
        action: Pakt de eerste tien dozen in.
        formats: [mailing]
        intents: [help]
        sale: false
        after: keuzepagina
        wait: 2 dagen
        need: must
  action:
    touchpoints:
      - id: voorstelpagina
        name: Prijs en voorstel
        channel: website
        device: laptop
        context: Thuis, met de bankapp ernaast.
        action: Vraagt een voorstel aan.
        formats: [offer]
        intents: [sell]
        sale: true
        after: inpakmail
        need: must
  always:
    touchpoints:
      - id: bericht-na-afloop
        name: Bericht in de eerste week
        channel: chat
        device: telefoon
        context: Tussen de dozen, op de derde avond.
        action: Pakt in de goede volgorde uit en meldt wat stuk is.
        trigger: De verhuizing is geweest.
        formats: [how-to]
        intents: [service]
        sale: Er is net betaald, nu gaat het om helpen.
        after: voorstelpagina
        need: must
  advocate:
    touchpoints:
      - id: reviewmail
        name: Vraag om een paar regels
        channel: email
        device: telefoon
        context: Op een rustige avond, drie weken na de verhuizing.
        action: Antwoordt met een paar zinnen.
        formats: [mailing]
        intents: [ask]
        sale: Wie een gunst vraagt, verkoopt er niets naast.
        after: bericht-na-afloop
        wait: 21 dagen
        need: must
"""

_BOXES = """\
---
title: Hoeveel verhuisdozen heb je nodig?
stage: attention
persona: [huurder]
channel: blog
format: article
intent: inform
cta: read
answers: [hoeveel-dozen]
eases: [te-laat-begonnen]
gives: [overzicht]
next: [zelf-of-verhuizer]
owner: noor
review_by: 2027-03-01
---

Het is de avond voor de verhuizing en de helft van je spullen staat nog in de kast. Dat overkomt
bijna iedereen, want in een paar kamers past meer dan je denkt.

Een vuistregel helpt. Reken voor elke kamer op tien dozen en voor de keuken op vijftien. Woon je
ergens langer dan vijf jaar, tel er dan een kwart bij op. Begin drie weken van tevoren met de
berging en de boeken, want die mis je het minst. De badkamer komt als laatste. Zet op elke doos in
welke kamer hij hoort, dan houd je overzicht.

Weet je hoeveel dozen het worden? Bedenk dan wie ze gaat dragen. Lees verder over
[zelf sjouwen of hulp vragen](zelf-of-verhuizer.md).
"""

_CHOICE = """\
---
title: Zelf verhuizen of een verhuizer vragen?
stage: consideration
persona: [huurder]
channel: website
format: comparison
intent: inform
cta: contact
answers: [zelf-of-verhuizer]
eases: [zere-rug]
next: [inpakmail]
owner: noor
review_by: 2027-03-01
---

Verhuizen binnen de stad kan op drie manieren. Welke past, hangt af van je trap, je spullen en je rug.

- **Met vrienden en een gehuurde bus.** Je betaalt alleen de bus en de lunch. Reken op een hele dag,
  en op een zere rug als er geen lift is.
- **Met alleen sjouwers.** Je pakt zelf in en rijdt zelf. Twee geoefende mensen doen de trap. Dat
  past bij een kleine woning met een paar zware stukken.
- **Met een verhuizer.** Die draagt, rijdt en is verzekerd. Dat is handig als je op tijd de sleutel
  moet inleveren of een kast hebt die heel moet blijven.

Trapop is sterk in smalle trappen: de verhuizers dragen met zijn tweeën aan een riem, zodat een kast
niet hoeft te draaien. Heb je weinig spullen en een lift, dan ben je met vrienden beter uit.

Twijfel je? Bel Noor op 026 555 01 23, dan denkt ze met je mee. Of vraag eerst de
[mail met de inpaklijst](inpakmail.md), dan weet je hoeveel werk het is.
"""

_MAIL = """\
---
title: De inpaklijst voor drie weken
subject: Je inpaklijst voor de komende drie weken
stage: consideration
persona: [huurder]
channel: email
format: mailing
intent: help
cta: read
gives: [vrienden-ontzien]
next: [verhuisvoorstel]
owner: noor
review_by: 2027-03-01
---

Je vroeg om de inpaklijst. Met deze drie stappen hoeft er op de dag zelf niemand meer in te pakken,
en kunnen je vrienden hun zaterdag houden.

1. **Nu.** Pak de berging in, en alles wat je deze maand niet gebruikt. Doe boeken in kleine dozen,
   dan blijft elke doos onder de vijftien kilo.
2. **Over een week.** Haal de wanden leeg en schroef kasten uit elkaar. Doe de schroeven in een
   zakje en plak dat aan de plank.
3. **In de laatste week.** Pak de keuken in, op twee borden en een pan na. Zet kussens en dekens
   klaar voor de kwetsbare stukken.

Kom je er met een meubelstuk niet uit? Antwoord op deze mail, dan leest Noor met je mee. Wil je
weten wat het kost om het te laten dragen? Dat lees je op de pagina over
[prijs en voorstel](verhuisvoorstel.md).
"""

_OFFER = """\
---
title: Wat kost een verhuizing met Trapop?
stage: action
persona: [huurder]
channel: website
format: offer
intent: sell
cta: quote
proposition: quality
answers: [wat-kost-het]
eases: [schade]
gives: [vaste-prijs]
next: [eerste-week]
owner: noor
review_by: 2027-03-01
---

Met het Tilpakket van Trapop verhuis je binnen de stad voor 480 euro. Daarvoor krijg je twee ervaren
verhuizers, een bus met laadklep en vier uur werk. Dekens en riemen zitten erbij. Duurt het langer,
dan betaal je 60 euro per extra uur. Die kosten staan vooraf in je voorstel.

Het levert je een vrije dag op. Je vrienden houden hun zaterdag en jij houdt je rug heel.

Elk meubelstuk gaat in een deken voordat het de trap af gaat. Is er toch schade, dan vergoeden we
die binnen twee weken, tot 5.000 euro. Gaat je verhuizing niet door, dan kun je tot drie dagen van
tevoren gratis annuleren. Zo loop je geen risico.

Anders dan bij andere verhuizers komt er eerst iemand naar je trap kijken. Daardoor klopt de prijs.
Van de 212 verhuizingen in 2025 bleven er 203 binnen het voorstel. "Om twee uur stond alles boven,
zonder een kras", schreef klant Emre uit Arnhem.

[Vraag je voorstel aan](https://www.trapop.example/voorstel) of bel Noor op 026 555 01 23. Hoe het
na de verhuisdag verdergaat, lees je in [de eerste week in je nieuwe huis](eerste-week.md).
"""

_WEEK = """\
---
title: De eerste week in je nieuwe huis
stage: always
persona: [huurder]
channel: chat
format: how-to
intent: service
cta: contact
message_type: service
answers: [schade-melden]
eases: [dozen-blijven-staan]
gives: [snel-thuis]
next: [reviewmail]
owner: noor
review_by: 2027-03-01
---

Je spullen staan er. Met deze volgorde voelt het na een week als thuis en blijven er geen dozen in
de gang staan.

Begin met het bed, want dan slaap je vannacht goed. Doe morgen de keuken en de badkamer. Kasten en
boeken kunnen wachten tot het weekend. Hang gordijnen op voordat je lampen ophangt, anders sta je
twee keer op de trap.

Zie je een kras of is er iets stuk? Stuur binnen een week een foto in deze chat. Je krijgt dezelfde
dag antwoord en we regelen het herstel. Zijn de dozen leeg? Stuur dan "ophalen", dan halen we ze op.

Over drie weken vragen we [hoe het ging](reviewmail.md).
"""

_REVIEW = """\
---
title: Hoe ging je verhuizing?
subject: Hoe ging je verhuizing?
stage: advocate
persona: [huurder]
channel: email
format: mailing
intent: ask
cta: review
answers: [waar-vertellen]
eases: [geen-zin-in-formulieren]
gives: [ander-helpen]
owner: noor
review_by: 2027-03-01
---

Drie weken geleden droegen Sem en Dilan je kast naar de zesde verdieping. Bedankt dat je de lift
vrij had gehouden, dat scheelde iedereen een uur.

Er staat altijd wel iemand in Arnhem voor dezelfde trap als jij toen. Wil je in een paar zinnen
schrijven hoe het ging? Vertel wat er meeviel en wat er tegenviel. Een account of formulier is niet
nodig: antwoord op deze mail en wij zetten je review op de site, met alleen je voornaam erbij.

Ken je iemand die ook gaat verhuizen? Stuur deze mail dan gerust door.
"""

BASE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "klantreis.toml": _CONFIG,
        "personas/huurder.md": _PERSONA,
        "journeys/verhuizen.yaml": _JOURNEY,
        "content/hoeveel-dozen.md": _BOXES,
        "content/zelf-of-verhuizer.md": _CHOICE,
        "content/inpakmail.md": _MAIL,
        "content/verhuisvoorstel.md": _OFFER,
        "content/eerste-week.md": _WEEK,
        "content/reviewmail.md": _REVIEW,
    }
)
"""One persona, one journey in five stages, and an item for each of its six touchpoints."""


def laid_over_base(files: Mapping[str, str]) -> dict[str, str]:
    """Return the base project with `files` put over it; a file that is `GONE` is taken away."""
    texts = {**BASE, **files}
    return {path: text for path, text in texts.items() if text.strip() != GONE}


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return one file of the base project with the only occurrence of `old` replaced by `new`."""
    text = BASE[path]
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
    return {path: text.replace(old, new)}
