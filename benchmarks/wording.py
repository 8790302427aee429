"""The words of the made-up projects: sentences with gaps, and what fills the gaps, in both languages.

The firm is Helderhuis, which insulates houses and puts panels on roofs. Sentences are grouped by what
they do, so that a text can be mixed as its stage asks: much explanation early, prices late.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """What texts in one language are made of."""

    sentences: Mapping[str, tuple[str, ...]]
    fill: Mapping[str, tuple[str, ...]]
    headings: tuple[str, ...]
    linking: tuple[str, ...]


DUTCH = Wording(
    sentences={
        "problem": (
            "{Place} is het {season} zo koud dat er {number} truien over een stoel hangen.",
            "De rekening van {month} was {number} euro hoger dan die van vorig jaar.",
            "Wie {place} woont, hoort de wind langs {part} gaan.",
            "{Person} zette vorige week een emmer onder {part}.",
            "Het vocht trekt langzaam in {part}, en niemand ziet het.",
            "Met {number} graden in huis slaap je slecht, zeker onder een plat dak.",
            "{Season} begint het weer: de verwarming staat aan en de kamer blijft kil.",
            "Een kier van {number} millimeter lijkt niets, tot het gaat vriezen.",
        ),
        "explanation": (
            "Warme lucht stijgt op en verdwijnt via {part}.",
            "Begin met {part}, want daar gaat de meeste warmte verloren.",
            "Een laag van {number} centimeter houdt {season} de hitte buiten.",
            "Je kunt zelf nakijken of er ruimte zit achter {part}.",
            "Leg je hand tegen {part} en voel of er lucht langs komt.",
            "In huizen van voor 19{number} is {part} vaak nog leeg.",
            "Vraag eerst of de gemeente regels heeft voor {part}.",
            "{Person} legt uit dat de zon {place} maar {number} weken hoog genoeg staat.",
            "Ventileren blijft nodig, ook als {part} dicht is.",
            "Meet de lengte, de breedte en de dikte van {part}, en schrijf ze op.",
            "Vocht en warmte horen bij elkaar: wie het ene aanpakt, krijgt met het andere te maken.",
            "Het dak ligt op het {direction}, en dat scheelt {number} procent per jaar.",
            "Schrijf {number} weken lang elke avond de meterstand op.",
            "Wacht met schilderen tot {part} helemaal droog is.",
            "Zet het raam in {month} elke ochtend {number} minuten open.",
            "Dat hangt af van {part}, van het weer en van hoe vaak je thuis bent.",
        ),
        "story": (
            "{Person} woont {place} met {number} katten en een piano.",
            "De buren deden het in {month}, en dat was te zien aan de sneeuw op het dak.",
            "Op zaterdag stond de straat vol fietsen, want iedereen kwam kijken.",
            "{Person} had gelezen dat het {number} dagen zou duren, maar het ging vlugger.",
            "Eerst dronken ze koffie, daarna klommen ze naar {part}.",
            "De kinderen tekenden het huis na, met {part} in het rood.",
            "Het regende die {season} zo vaak dat niemand nog naar buiten keek.",
            "Achter het huis ligt een tuin van {number} meter, met een schuur en een pruimenboom.",
        ),
        "costs": (
            "De kosten liggen tussen {number}00 en {number2}00 euro, afhankelijk van {part}.",
            "Reken op {number} euro per vierkante meter, steigers niet meegerekend.",
            "Na {number} jaar heb je het bedrag terugverdiend.",
            "Je bespaart ongeveer {number} euro per maand op gas.",
            "De subsidie is {number} procent, als je twee maatregelen tegelijk neemt.",
            "Een lening kost {number} euro rente per jaar, en aflossen mag altijd.",
        ),
        "proof": (
            "In {number} huizen is gemeten hoeveel er door {part} verdween.",
            '"Het is hier nu {number} graden en stil", zei {person} na een jaar.',
            "Van de {number}00 klanten gaf een ruime meerderheid een acht of hoger.",
            "De garantie op {part} loopt {number} jaar.",
            "Een onderzoeker mat {place} een daling van {number} procent.",
        ),
        "push": (
            "Kies nu voor {product} van Helderhuis, de beste oplossing voor {part}.",
            "Bestel {product} voor het einde van {month} en krijg {number} procent korting.",
            "Met {product} lost ons team het in een dag voor je op.",
            "Wij zijn marktleider en leveren de hoogste kwaliteit voor {part}.",
            "Vraag vandaag nog een offerte aan, want op is op.",
            "{product} is er al vanaf {number} euro per maand.",
        ),
        "service": (
            "Heb je een vraag over {part}? Bel {person} op 0{number} 555 01 23.",
            "Binnen {number} dagen komt er iemand langs om {part} na te kijken.",
            "Je vindt de handleiding in het klantportaal, onder het kopje van {part}.",
            "Laat het weten als {part} na een week nog lekt.",
            "Maak het filter {number} keer per jaar schoon, het liefst in {month}.",
        ),
        "thanks": (
            "Vertel in een paar zinnen hoe het {place} ging.",
            "Ken je iemand die {place} woont en ook kou lijdt? Stuur dit gerust door.",
            "Wil je een beoordeling schrijven? Dat kost {number} minuten.",
            "Bedankt dat we in {month} bij je over de vloer mochten komen.",
        ),
    },
    fill={
        "place": (
            "in een hoekhuis", "op de bovenste verdieping", "aan de dijk", "in een rijtjeshuis uit 1964",
            "boven een winkel", "naast het station", "aan de noordkant", "op een boerderij", "in een flat",
            "langs het kanaal", "in de oude binnenstad", "op een woonboot", "in een bovenwoning",
        ),
        "part": (
            "de kruipruimte", "het platte dak", "de spouwmuur", "de gevel", "de dakgoot", "het dakraam",
            "de vloer van de zolder", "de achterdeur", "het kozijn in de keuken", "de muur op het noorden",
            "de meterkast", "de leiding onder de vloer", "het schuine dak", "de schoorsteen", "de serre",
            "de radiator in de gang", "de ruit op de overloop", "het trapgat", "de omvormer", "het rooster",
        ),
        "person": (
            "Annemiek", "Joris", "mevrouw Bakker", "de buurman", "een monteur uit Zwolle", "Fatima", "Willem",
            "de huurder van beneden", "een lezer uit Goes", "Sietske", "de penningmeester", "Dewi", "Ruud",
        ),
        "season": ("in de winter", "in het najaar", "in het voorjaar", "in de zomer", "rond de kerst"),
        "month": (
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december",
        ),
        "direction": ("zuiden", "westen", "oosten", "zuidwesten", "zuidoosten"),
        "product": ("Zonnemantel", "Warmtejas", "Stilraam"),
    },
    headings=(
        "Waar de warmte blijft", "Eerst meten", "Wat je zelf kunt doen", "Hoe lang het duurt", "Twee wegen",
        "Wanneer je beter wacht", "Wat het oplevert", "Let op bij regen", "Een huis als dat van jou",
        "Wat de buren ervan merken", "Stap voor stap", "Veelgemaakte fouten", "Na het eerste jaar",
    ),
    linking=("Lees verder over [{title}]({path}).", "Meer daarover staat in [{title}]({path}).",
             "Daarna komt [{title}]({path})."),
)  # fmt: skip

ENGLISH = Wording(
    sentences={
        "problem": (
            "{Place} it is so cold {season} that {number} jumpers hang over a chair.",
            "The bill for {month} was {number} euros higher than last year's.",
            "If you live {place}, you hear the wind pass {part}.",
            "{Person} put a bucket under {part} last week.",
            "Damp creeps into {part} slowly, and nobody notices.",
            "At {number} degrees indoors you sleep badly, above all under a flat roof.",
            "{Season} it starts again: the heating is on and the room stays chilly.",
            "A gap of {number} millimetres looks like nothing until it freezes.",
        ),
        "explanation": (
            "Warm air rises and leaves through {part}.",
            "Start with {part}, because most of the warmth is lost there.",
            "A layer of {number} centimetres keeps the heat out {season}.",
            "You can check for yourself whether there is room behind {part}.",
            "Put your hand against {part} and feel whether air comes through.",
            "In houses from before 19{number}, {part} is often still empty.",
            "Ask first whether the council has rules about {part}.",
            "{Person} explains that {place} the sun is high enough for only {number} weeks.",
            "You still need fresh air once {part} has been sealed.",
            "Measure the length, the width and the depth of {part}, and write them down.",
            "Damp and warmth belong together: whoever tackles one will meet the other.",
            "The roof faces {direction}, which makes {number} per cent difference a year.",
            "Write down the meter reading every evening for {number} weeks.",
            "Do not paint until {part} is completely dry.",
            "Open the window for {number} minutes every morning in {month}.",
            "That depends on {part}, on the weather and on how often you are at home.",
        ),
        "story": (
            "{Person} lives {place} with {number} cats and a piano.",
            "The neighbours did it in {month}, and you could tell from the snow on the roof.",
            "On Saturday the street was full of bicycles, because everyone came to look.",
            "{Person} had read that it would take {number} days, but it went faster.",
            "First they had coffee, then they climbed up to {part}.",
            "The children drew the house, with {part} in red.",
            "It rained so often {season} that nobody looked outside any more.",
            "Behind the house is a garden of {number} metres, with a shed and a plum tree.",
        ),
        "costs": (
            "The cost is between {number}00 and {number2}00 euros, depending on {part}.",
            "Count on {number} euros a square metre, scaffolding not included.",
            "After {number} years you have earned the money back.",
            "You save about {number} euros a month on gas.",
            "The grant is {number} per cent if you take two measures together.",
            "A loan costs {number} euros of interest a year, and you may always repay it.",
        ),
        "proof": (
            "Researchers measured in {number} houses how much was lost through {part}.",
            '"It is {number} degrees in here now, and quiet", said {person} a year later.',
            "Of {number}00 customers most gave an eight or more.",
            "The guarantee on {part} runs for {number} years.",
            "One test {place} showed a drop of {number} per cent.",
        ),
        "push": (
            "Choose {product} by Helderhuis now, the best solution for {part}.",
            "Order {product} before the end of {month} and get {number} per cent off.",
            "With {product} our team solves it for you in a day.",
            "We are the market leader and deliver the highest quality for {part}.",
            "Ask for a quote today, while stocks last.",
            "{product} starts at just {number} euros a month.",
        ),
        "service": (
            "A question about {part}? Call {person} on 0{number} 555 01 23.",
            "Somebody will come and look at {part} within {number} days.",
            "You will find the manual in the customer portal, under {part}.",
            "Let us know if {part} still leaks after a week.",
            "Clean the filter {number} times a year, preferably in {month}.",
        ),
        "thanks": (
            "Tell us in a few sentences how it went {place}.",
            "Do you know anyone {place} who is cold too? Feel free to pass this on.",
            "Would you write a review? It takes {number} minutes.",
            "Thank you for letting us come round in {month}.",
        ),
    },
    fill={
        "place": (
            "in a corner house", "on the top floor", "by the dyke", "in a terrace from the sixties",
            "above a shop", "beside the station", "on the north side", "on a farm", "in a flat",
            "along the canal", "in the old town", "on a houseboat", "in an upstairs flat",
        ),
        "part": (
            "the crawl space", "the flat roof", "the cavity wall", "the outer wall", "the gutter",
            "the skylight", "the attic floor", "the back door", "the kitchen window frame",
            "the wall facing north", "the meter cupboard", "the pipe below the floor", "the sloping roof",
            "the chimney", "the conservatory", "the radiator in the hall", "the pane on the landing",
            "the stairwell", "the inverter", "the vent",
        ),
        "person": (
            "Annemiek", "Joris", "Mrs Bakker", "the man next door", "a fitter from Zwolle", "Fatima",
            "Willem", "the tenant downstairs", "a reader from Goes", "Sietske", "the treasurer", "Dewi",
        ),
        "season": ("in winter", "in autumn", "in spring", "in summer", "around Christmas"),
        "month": (
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ),
        "direction": ("south", "west", "east", "south-west", "south-east"),
        "product": ("Zonnemantel", "Warmtejas", "Stilraam"),
    },
    headings=(
        "Where the warmth goes", "Measure first", "What you can do yourself", "How long it takes", "Two ways",
        "When to wait", "What you gain", "Mind the rain", "A house like yours", "What the neighbours notice",
        "Step by step", "Common mistakes", "After the first year",
    ),
    linking=("Read on about [{title}]({path}).", "There is more in [{title}]({path}).",
             "Next comes [{title}]({path})."),
)  # fmt: skip

WORDING: Mapping[str, Wording] = {"nl": DUTCH, "en": ENGLISH}

MIXES: Mapping[str, Mapping[str, int]] = {
    "awareness": {"problem": 30, "explanation": 40, "story": 30},
    "consideration": {"problem": 10, "explanation": 50, "story": 20, "costs": 10, "proof": 10},
    "decision": {"explanation": 25, "costs": 35, "proof": 25, "push": 15},
    "use": {"explanation": 45, "service": 35, "story": 20},
    "growth": {"explanation": 35, "story": 25, "costs": 15, "push": 15, "proof": 10},
    "advocacy": {"thanks": 35, "story": 45, "explanation": 20},
}
"""How many of a hundred sentences are of which group, by the phase of the stage."""
