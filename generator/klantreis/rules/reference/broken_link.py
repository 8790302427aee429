"""A link leads to an item, file or heading that does not exist.

## What it finds

An id behind `next` or `translation_of` that is no item; a relative link to a file that is not there; an
anchor that is no heading of its page; a link that leaves the content folder. Addresses on the web and
template code are not judged.

## Why it matters

The reader stands before a closed door, and the journey stops there.

## How to fix

Follow the suggestion, or let the link lead to another item. When an item got another name, keep the
old one under its `aliases`. An id that is nearly right is mended by `--fix`.

## Where it comes from

Practice. Broken links are among the first complaints in every usability study of content sites.
"""

from collections.abc import Iterator

from klantreis.finding import Problem, Severity
from klantreis.model.project import Project
from klantreis.model.words import Words
from klantreis.rule import Examples, Options, reported, rule
from klantreis.rules.base_project import changed

MANUAL_NL = """
Een link leidt naar een item, bestand of kop die niet bestaat.

## Wat deze regel vindt

Een id achter `next` of `translation_of` dat geen item is. Een link naar een bestand dat er niet is. Een
anker dat op die pagina geen kop is. En een link die de contentmap verlaat. Adressen op het web en
sjablooncode worden niet beoordeeld.

## Waarom dat telt

De lezer staat voor een dichte deur, en de klantreis houdt daar op.

## Wat je eraan doet

Neem het voorstel over, of laat de link naar een ander item leiden. Kreeg een item een andere naam, houd
de oude dan aan onder `aliases`. Een id dat bijna klopt, verbetert `--fix`.

## Waar dit op rust

Praktijk. Een dode link is een van de eerste dingen waar bezoekers van een site over klagen.
"""

MESSAGES = {
    "": Words(
        nl="het bestand '{word}' bestaat niet; pas de link aan of haal hem weg",
        en="there is no file '{word}'; change the link or remove it",
    ),
    "near": Words(
        nl="het bestand '{word}' bestaat niet; bedoel je '{near}'?",
        en="there is no file '{word}'; did you mean '{near}'?",
    ),
    "item": Words(
        nl="er is geen item '{word}'; kies een bestaand item of haal dit weg",
        en="there is no item '{word}'; choose one that exists or remove this",
    ),
    "item-near": Words(
        nl="er is geen item '{word}'; bedoel je '{near}'?",
        en="there is no item '{word}'; did you mean '{near}'?",
    ),
    "anchor": Words(
        nl="item '{item}' heeft geen kop met het anker '{anchor}'; pas het deel na # in '{word}' aan",
        en="item '{item}' has no heading with the anchor '{anchor}'; change the part after # in '{word}'",
    ),
    "outside": Words(
        nl="'{word}' leidt buiten de contentmap, en daar komt de site niet; zet het bestand in de contentmap",
        en="'{word}' leads out of the content folder, where the site does not go; move the file inside",
    ),
    "symlink": Words(
        nl="'{word}' is een snelkoppeling naar buiten de contentmap; zet het bestand zelf in de contentmap",
        en="'{word}' is a symbolic link that leaves the content folder; put the file itself inside",
    ),
}

EXAMPLES = Examples(
    good=changed("content/hoeveel-dozen.md", "next: [zelf-of-verhuizer]", "next: zelf-of-verhuizer.md"),
    bad=changed("content/hoeveel-dozen.md", "next: [zelf-of-verhuizer]", "next: [⟦zelf-of-verhuisser⟧]"),
    fixed=changed("content/hoeveel-dozen.md", "next: [zelf-of-verhuizer]", "next: [zelf-of-verhuizer]"),
)


@rule(
    code="KR024",
    severity=Severity.ERROR,
    basis="practice",
    messages=MESSAGES,
    manual_nl=MANUAL_NL,
    examples=EXAMPLES,
    fixable=True,
)
def check(project: Project, options: Options) -> Iterator[Problem]:
    """Yield each link that leads nowhere."""
    yield from reported(project, "broken-link")
