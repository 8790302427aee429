"""Made-up texts in two languages, as a copywriter would meet them: some sell, some inform.

Nobody's real text: the firms do not exist. `brand` is what the project's configuration would say.
"""

from typing import NamedTuple

from klantreis.model.brand import Brand
from klantreis.model.message import Message
from klantreis.read.markdown import read_markdown
from klantreis.text.message import read_message


class Sample(NamedTuple):
    """A text, the language it is in, and the names of the firm behind it."""

    name: str
    language: str
    brand: tuple[str, ...]
    text: str


def message_of(sample: Sample) -> Message:
    """Return what a sample says."""
    return read_message(read_markdown(sample.text), sample.language, Brand(sample.brand))


SELLING = (
    Sample("service page of a painter", "nl", (), """
# Buitenschilderwerk

Wij verzorgen al ruim twintig jaar buitenschilderwerk voor woningen en bedrijfspanden. Onze vakmensen
werken netjes, houden zich aan de planning en ruimen alles op. U krijgt vooraf een heldere prijs.

We adviseren u graag over kleur en onderhoud. Na afloop krijgt u vijf jaar garantie op ons werk.

[Vraag een vrijblijvende offerte aan](/offerte)
"""),
    Sample("landing page of accounting software", "nl", ("Kasboekje",), """
# Nooit meer bonnetjes kwijt met Kasboekje

Met Kasboekje scan je een bon in drie tellen. De app herkent het bedrag en de btw, en boekt alles
automatisch in. Kasboekje koppelt met je bank, zodat je altijd weet waar je staat.

## Waarom ondernemers voor Kasboekje kiezen

- Eenvoudig in gebruik
- Koppeling met je boekhouder
- Vanaf € 9 per maand

Probeer Kasboekje dertig dagen gratis. Je zit nergens aan vast.

<a class="button" href="/aanmelden">Start gratis proefperiode</a>
"""),
    Sample("article that ends as a pitch halfway", "nl", ("Zonneweide",), """
# Wat doet een thuisbatterij?

Een thuisbatterij slaat stroom op die je panelen overdag opwekken. 's Avonds gebruik je die stroom zelf.

Of dat loont, hangt af van je verbruik. Gelukkig denken de adviseurs van Zonneweide graag met je mee.
Zonneweide levert batterijen van topkwaliteit en regelt alles van A tot Z: advies, plaatsing en aanvraag
van de subsidie. Onze monteurs zijn gecertificeerd en werken door heel Nederland.

## Zonneweide: uw partner in zonnestroom

Al meer dan 3.000 klanten kozen voor Zonneweide. Wij bieden tien jaar garantie en een vaste
contactpersoon. Deze maand ontvang je bij ons € 250 korting. Vraag vandaag nog een gratis adviesgesprek
aan.
"""),
    Sample("coach who speaks as ik", "nl", (), """
# Loopbaancoaching

Zit je niet meer op je plek? Ik help je om weer richting te vinden. In mijn praktijk begeleid ik mensen
die vastlopen in hun werk. Mijn aanpak is persoonlijk en praktisch.

Een traject bestaat uit zes gesprekken. Je krijgt inzicht in je talenten en een plan waarmee je verder kunt.

Maak een afspraak voor een gratis kennismakingsgesprek. Bel of mail me gerust.
"""),
    Sample("announcement of a new product", "nl", ("Bakkerij De Korenbloem",), """
# Nieuw in onze winkel: desembrood zonder gluten

Met trots presenteren wij ons nieuwe desembrood. Onze bakkers werkten er een jaar aan. Het is knapperig,
luchtig en helemaal vrij van gluten. Bakkerij De Korenbloem is de enige in de streek die het bakt.

Deze week krijg je het tweede brood gratis. Bestel het in onze webshop of kom langs in de winkel.
"""),
    Sample("product page without a brand", "nl", (), """
# Planningsmodule

De planningsmodule biedt uitgebreide mogelijkheden om diensten in te plannen. Medewerkers kunnen zelf
ruilen en verlof aanvragen. De module stelt planners in staat om snel gaten te vullen.

## Voordelen

- Gebruiksvriendelijk en overzichtelijk
- Naadloze koppeling met de salarisadministratie
- Op maat in te richten
"""),
    Sample("customer case of an agency", "nl", ("Studio Vonk",), """
# Hoe Studio Vonk de webwinkel van een fietsenmaker vernieuwde

## De uitdaging

De opdrachtgever verloor klanten bij het afrekenen. De oude winkel was traag.

## Onze aanpak

Studio Vonk ontwierp een nieuwe winkel en bouwde een koppeling met de voorraad. We trainden het team en
begeleidden de livegang.

## Het resultaat

De omzet steeg met 40%. "Wij zijn heel blij met Studio Vonk", zegt de eigenaar.
"""),
    Sample("plumber's service page", "en", (), """
# Emergency plumbing

Burst pipe? We are available around the clock. Our licensed plumbers arrive within the hour and fix the
leak the first time. We serve the whole county and offer a two-year warranty on all our work.

Our prices are fair and clear. Call us today for a free estimate.
"""),
    Sample("landing page of a planning tool", "en", ("Tidewater",), """
# Plan your team's week in minutes with Tidewater

Tidewater gives you one clear view of who works when. Drag a shift, and everyone gets a message. It
works with the calendar you already use.

Tidewater is the easiest way to plan a team. Thousands of shops use Tidewater every day.

[Start your free trial](/signup). No credit card required.
"""),
    Sample("article that makes the own product the answer", "en", ("Brightleaf",), """
# Why your newsletter ends up in spam

Mail providers look at who complains and who opens. A list that you bought does badly on both counts.

## How Brightleaf keeps you out of the spam folder

Brightleaf checks every address before you send. With Brightleaf you can see which messages got through,
and Brightleaf warns you before your reputation drops. Our deliverability team helps you set up your
domain.

Unlike other tools, Brightleaf does this without extra cost. Plans start at $19 per month.

[Try Brightleaf for free](/trial) and see the difference.
"""),
    Sample("customer story of a consultancy", "en", ("Marlowe Partners",), """
# How a hospital cut its waiting list with Marlowe Partners

## The challenge

The client had 4,000 people on its waiting list, and no view of where the time went.

## The solution

Marlowe Partners worked with the planners for six months. We built a dashboard, trained the team and
redesigned the intake.

## The results

The list shrank by 38%. "We could not have done it without Marlowe Partners," says the director.
"""),
    Sample("course page", "en", (), """
# Advanced bread baking

This course covers sourdough, enriched doughs and lamination. You will learn to judge a dough by touch.

The course runs over three Saturdays. Participants will bake eleven kinds of bread and take a starter home.

Places cost $240. Book your place now: our courses fill up fast.
"""),
)

INFORMING = (
    Sample("how-to with a modest pointer", "nl", ("Groenhof",), """
# Zo maak je je tuin klaar voor de winter

De meeste planten redden zichzelf, maar een paar hebben hulp nodig. Begin in oktober, voor de eerste
nachtvorst.

## Wat moet naar binnen?

Oleanders en citrusboompjes verdragen geen vorst. Zet ze licht en koel weg, bijvoorbeeld in de garage.
Geef ze eens in de drie weken water.

## Wat blijft buiten?

Rozen mogen blijven staan. Snoei ze pas in maart, want de takken beschermen de plant. Dek de wortels af
met blad. Gras heeft nu rust nodig. Loop er zo min mogelijk op als het bevroren is.

## Veelgemaakte fouten

Veel mensen geven in de winter te veel water. Daardoor rotten de wortels. Ook plastic om een plant is
geen goed idee, omdat er vocht onder blijft staan.

Vragen over je tuin? Neem gerust contact met ons op.
"""),
    Sample("price overview by an outsider", "nl", ("Helderhuis",), """
# Wat kost een warmtepomp in 2026?

Een hybride warmtepomp kost inclusief plaatsing tussen € 4.000 en € 7.000. Een volledig elektrische pomp
kost € 9.000 tot € 16.000. Het verschil zit vooral in het vermogen en in de aanpassingen aan je huis.

| Soort | Prijs | Besparing per jaar |
|---|---|---|
| Hybride | € 5.500 | € 450 |
| Volledig elektrisch | € 12.000 | € 900 |

Op beide pompen krijg je subsidie. Het bedrag staat op de meldcodelijst van de overheid. Let op: je
vraagt de subsidie pas aan als de pomp hangt.

Reken ook op onderhoud. Dat kost ongeveer € 150 per jaar. Vergelijk altijd meer dan één aanbieder, want
de prijzen lopen flink uiteen.
"""),
    Sample("neutral comparison", "nl", ("Letterhuis",), """
# WordPress of een statische site: wat past bij jou?

WordPress is bekend en er zijn veel uitbreidingen voor. Een statische site is sneller en vraagt minder
onderhoud.

## Onderhoud

Bij WordPress moet je updates bijhouden. Doe je dat niet, dan loop je risico. Een statische site heeft
geen database en dus minder om te breken.

## Kosten

De hosting van een statische site is vaak goedkoper. Daar staat tegenover dat een wijziging meer kennis
vraagt.

## Wat kies je?

Schrijf je elke dag, dan is WordPress handiger. Verander je een paar keer per jaar iets, dan is statisch
een goede keuze. Er is geen winnaar: het hangt af van wat je wilt.
"""),
    Sample("lesson that quotes sample buttons", "nl", ("Tekstbureau Ravel",), """
# Zo schrijf je een knop waar mensen op klikken

Een goede knop zegt wat er gebeurt als je klikt. 'Vraag een offerte aan' is duidelijker dan 'Verstuur'.
Schrijf in de gebiedende wijs, en houd het kort.

## Voorbeelden

- "Bestel nu" werkt in een webwinkel, maar schrikt af op een blog.
- "Probeer 30 dagen gratis" neemt de twijfel weg.
- "Neem contact op" is vaag: de lezer weet niet wat er dan gebeurt.

Test twee varianten naast elkaar. Kijk niet alleen naar het aantal klikken, maar ook naar wat mensen
daarna doen. Vaak wint de knop die het minst belooft.
"""),
    Sample("news of a club", "nl", ("Roeivereniging De Riemen",), """
# Terugblik op de voorjaarstocht

Zaterdag voeren veertig leden van De Riemen naar het eiland en terug. De wind zat mee, de zon scheen en
niemand werd nat. Halverwege wachtte soep.

De jongste roeier was elf, de oudste tachtig. Bij terugkomst was er taart voor de vrijwilligers die de
tocht hadden voorbereid. De foto's hangen in de kantine.
"""),
    Sample("explanation of a law", "nl", (), """
# Wat verandert er in de huurwet?

Vanaf 1 juli geldt voor nieuwe contracten een puntentelling. Het aantal punten bepaalt de hoogste huur.
Een woning met een slecht label krijgt minder punten.

Huurders kunnen naar de Huurcommissie als de huur te hoog is. Dat kost € 25. De commissie beslist
meestal binnen vier maanden. Verhuurders mogen een lopend contract niet opzeggen om deze reden.
"""),
    Sample("how-to with a modest pointer", "en", ("Larch & Finch",), """
# How to choose a paint for a damp bathroom

Most bathroom paint fails because the wall was wet when it went on. Wait until the plaster is dry: that
takes about a month for each centimetre.

## Which finish?

A matt paint hides bumps but holds stains. A satin paint is easier to wipe down. For a ceiling above a
shower, choose the shiniest finish you can live with.

## Common mistakes

People often skip the primer. Without it, the wall drinks the paint unevenly. Another mistake is to
paint over mould: it will grow back through the new layer within weeks, so clean it first and find out
where the damp comes from.

If you are unsure which paint suits your wall, feel free to contact us.
"""),
    Sample("comparison of other people's tools", "en", ("Northquill",), """
# Notion vs Obsidian: which one should you use?

Notion is built for teams, while Obsidian keeps your notes as files on your own computer. Both have a
free version.

## Price

Notion costs $10 per user per month for teams. Obsidian is free; syncing costs $4 per month.

## Working offline

Obsidian works offline because it is just files. Notion needs a connection for most things, although it
has improved.

## Verdict

For a team that shares everything, Notion is easier. If you write alone and care about owning your
files, Obsidian is the better choice. Some people use both.
"""),
    Sample("lesson about calls to action", "en", ("Copper Lane",), """
# What makes a good call to action?

A call to action tells the reader what happens next. "Buy now" is clear, but it is a big step for
somebody who has just arrived. "Read how it works" asks for less.

A study of 400 pages showed that most readers never reach the button at the bottom. That does not mean
that you should repeat it everywhere. A page with nine buttons such as "Get a quote" reads like a
leaflet.

Think about where the reader comes from. Somebody who searched for an answer wants the answer first.
"""),
    Sample("technical explanation with we", "en", ("Sablefox",), """
# How to cache a slow query

In this post we will look at a query that took nine seconds. First we measure, then we change one thing
at a time.

## Finding the slow part

The plan shows a full scan of the table. We can see that the index is not used because the column is
wrapped in a function.

## The fix

If you rewrite the condition, the index works again. The query now takes forty milliseconds. In our case
that was enough, but you could also store the result for a minute.

Remember that a cache can be wrong. Decide beforehand how old the answer may be.
"""),
    Sample("report of an event", "en", ("Harbour Trust",), """
# Three hundred people walked the old sea wall

The weather held on Sunday. Three hundred people walked the old sea wall from the lighthouse to the
mill, and most of them stayed for soup.

The route follows the wall that was built in 1743. Half of it lies under the grass now. A local
historian told the walkers where the stones came from, and why the mill stands where it does.
"""),
)
