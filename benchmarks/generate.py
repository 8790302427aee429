"""Make a project of any size to measure on: the same seed gives the same bytes.

    python benchmarks/generate.py FOLDER --items 10000

Five journeys each extend one of the built-in models; every item is tagged for one of their
touchpoints and speaks the mix of sentences that its stage asks for, in Dutch or (one in four) in
English. Most items are fine; about one in twelve has something for a rule to find.
"""

import argparse
import datetime
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wording import MIXES, WORDING, Wording

WORDS = 800
"""About how many words an item has."""


@dataclass(frozen=True)
class Stage:
    """A stage as the generator needs it: its phase, and the channel, format and ask of each touchpoint."""

    id: str
    phase: str
    touchpoints: tuple[tuple[str, str], ...]
    ask: str


@dataclass(frozen=True)
class Journey:
    """A journey: the model that it extends, the persona that travels it, its stages in order."""

    id: str
    model: str
    persona: str
    name: str
    segment: str
    stages: tuple[Stage, ...]


def _journey(id: str, model: str, persona: str, name: str, segment: str, *stages: str) -> Journey:
    return Journey(id, model, persona, name, segment, tuple(_stage(line) for line in stages))


def _stage(line: str) -> Stage:
    id, phase, ask, *touchpoints = line.split()
    pairs = (touchpoint.split(":") for touchpoint in touchpoints)
    return Stage(id, phase, tuple((channel, format) for channel, format in pairs), ask)


JOURNEYS = (
    _journey(
        "warm-wonen", "ideal-journey", "huiseigenaar", "Hanneke en Bram", "b2c",
        "latent-need awareness read social:article print:article",
        "concrete-need awareness read blog:how-to website:checklist",
        "orientation consideration read website:guide email:mailing",
        "consideration consideration contact review-site:testimonial website:comparison",
        "decision-moment decision quote website:price-list phone:script",
        "purchase decision buy website:product-page email:confirmation",
        "delivery use contact sms:notification app:how-to",
        "use use contact portal:manual email:newsletter",
        "loyalty growth buy email:mailing event:invitation",
        "ambassador advocacy refer email:mailing review-site:review",
    ),
    _journey(
        "zon-op-het-dak", "five-a", "verhuurder", "Berend", "b2b",
        "attention awareness read blog:article video:video",
        "consideration consideration contact website:comparison webinar:webinar",
        "action decision quote website:offer visit:script",
        "always use contact email:newsletter portal:faq",
        "advocate advocacy refer email:mailing social:social-post",
    ),
    _journey(
        "stil-in-de-straat", "customer-value-journey", "buurtgroep", "De Lindehof", "b2c",
        "aware awareness follow social:social-post outdoor:ad",
        "engage consideration read blog:how-to podcast:podcast",
        "subscribe consideration download website:checklist email:newsletter",
        "convert decision try event:event website:tool",
        "excite use try email:how-to app:checklist",
        "ascend growth buy email:mailing webshop:product-page",
        "advocate advocacy review review-site:review video:interview",
        "promote advocacy refer word-of-mouth:referral social:testimonial",
    ),
    _journey(
        "kantoor-zonder-gas", "lead-to-revenue", "vastgoedbeheerder", "Ilse van Dam", "b2b",
        "discover awareness follow blog:article event:interview",
        "explore consideration contact website:white-paper webinar:webinar",
        "buy decision quote visit:quote email:contract",
        "use use contact portal:manual phone:faq",
        "promote growth buy email:case-study event:invitation",
    ),
    _journey(
        "school-met-frisse-lucht", "suspect-prospect-lead", "schooldirecteur", "Marjolein Kok", "b2b",
        "suspect awareness read print:article search:faq",
        "prospect consideration contact website:case-study email:mailing",
        "lead decision quote phone:script website:price-list",
        "customer use contact email:newsletter portal:manual",
    ),
)  # fmt: skip

QUESTIONS, PAINS, GAINS = 3, 2, 1
"""How many a persona has in each stage."""


@dataclass(frozen=True)
class Draft:
    """An item before it is written out; `keys` are its front matter, a list as it reads in YAML."""

    path: str
    title: str
    lang: str
    stage: Stage
    words: int
    keys: Mapping[str, str]
    onward: tuple[tuple[str, str], ...] = ()
    push: float = 0.0
    prefix: str = ""
    extra: str = ""


def project(items: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield the path and text of every file of a project with so many items."""
    yield "klantreis.toml", _config()
    for journey in JOURNEYS:
        yield f"personas/{journey.persona}.md", _persona(journey)
        yield f"journeys/{journey.id}.yaml", _journey_file(journey)
    addresses = [_address(number) for number in range(items)]
    for number in range(items):
        dice = random.Random(f"{seed}/{number}")
        draft = _spoiled(_draft(number, addresses, dice), number, dice)
        yield draft.path, _written(draft, dice)


def write(folder: Path, items: int, seed: int = 1) -> None:
    """Write the project to `folder`."""
    for path, text in project(items, seed):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode("utf-8"))


def _config() -> str:
    return (
        'language = "nl"\ncontent = ["content"]\n\n'
        '[brand]\nnames = ["Helderhuis"]\nproducts = ["Zonnemantel", "Warmtejas", "Stilraam"]\n'
        'proposition = "quality"\n\n[site]\nname = "Klantreizen van Helderhuis"\n'
    )


def _persona(journey: Journey) -> str:
    lines = ["---", f"id: {journey.persona}", f"name: {journey.name}", f"segment: {journey.segment}",
             f"channels: [{', '.join(sorted({c for s in journey.stages for c, _ in s.touchpoints}))}]",
             "devices: [telefoon, laptop]", "owner: mila", "review_by: 2027-06-01", "stages:"]  # fmt: skip
    for stage in journey.stages:
        lines += [f"  {stage.id}:", "    questions:"]
        for i in range(QUESTIONS):
            lines += [f"      - id: vraag-{stage.id}-{i}",
                      f"        ask: Wat betekent stap {i + 1} voor mijn huis?",
                      "        evidence: Gesprekken in 2025"]  # fmt: skip
        lines.append("    pains:")
        for i in range(PAINS):
            lines += [f"      - id: zorg-{stage.id}-{i}", "        pain: Straks lekt het alsnog.",
                      "        prevent: Laat zien hoe het wordt afgedicht.",
                      "        turn: Kom binnen een week terug."]  # fmt: skip
        lines.append("    gains:")
        for i in range(GAINS):
            lines += [f"      - id: winst-{stage.id}-{i}", "        gain: Een huis dat warm blijft."]
    return "\n".join([*lines, "---", "", f"{journey.name} zoekt rust en een lagere rekening.", ""])


def _journey_file(journey: Journey) -> str:
    lines = [f"id: {journey.id}", f"name: Reis van {journey.name}", f"extends: {journey.model}",
             f"personas: [{journey.persona}]", "owner: mila", "review_by: 2027-06-01", "stages:"]  # fmt: skip
    for stage in journey.stages:
        lines += [f"  {stage.id}:", "    touchpoints:"]
        for channel, format in stage.touchpoints:
            lines += [f"      - id: {stage.id}-{channel}", f"        channel: {channel}",
                      "        device: telefoon", "        context: Thuis, aan het eind van de dag.",
                      "        action: Leest en kiest een vervolg.", f"        formats: [{format}]",
                      f"        sale: {'true' if stage.phase == 'decision' else 'false'}",
                      "        need: must"]  # fmt: skip
    return "\n".join([*lines, ""])


_STAGES = tuple((journey, stage) for journey in JOURNEYS for stage in journey.stages)


def _address(number: int) -> tuple[str, str]:
    """Return the path and the title of an item."""
    journey, stage = _STAGES[number % len(_STAGES)]
    wording = WORDING[_language(number)]
    heading = wording.headings[number // len(_STAGES) % len(wording.headings)]
    folder = "" if _language(number) == "nl" else "en/"
    return f"content/{folder}{journey.id}/{stage.id}/{number:05}.md", f"{heading} ({number})"


def _language(number: int) -> str:
    return "en" if number // len(_STAGES) % 4 == 3 else "nl"


def _draft(number: int, addresses: list[tuple[str, str]], dice: random.Random) -> Draft:
    journey, stage = _STAGES[number % len(_STAGES)]
    channel, format = stage.touchpoints[dice.randrange(len(stage.touchpoints))]
    path, title = addresses[number]
    onward = tuple(addresses[other] for other in _onward(number, len(addresses), dice))
    status = dice.choices(("published", "draft", "planned"), (88, 8, 4))[0]
    keys = {
        "title": title,
        "stage": stage.id,
        "persona": f"[{journey.persona}]",
        "channel": channel,
        "format": format,
        "intent": {"awareness": "inform", "decision": "sell", "advocacy": "ask"}.get(stage.phase, "help"),
        "cta": stage.ask,
        "answers": f"[vraag-{stage.id}-{dice.randrange(QUESTIONS)}, vraag-{stage.id}-0]",
        "eases": f"[zorg-{stage.id}-{dice.randrange(PAINS)}]",
        "gives": f"[winst-{stage.id}-0]",
        "next": f"[{_id(onward[0][0])}]" if onward else "[]",
        "status": status,
        "publish": _day(dice, 2025 if status == "published" else 2027),
        "review_by": _day(dice, 2027 if status == "published" else 2028),
        "owner": dice.choice(("mila", "joep", "roos", "tijn")),
        "search_terms": "[isolatie, zonnepanelen]",
    }
    lang = _language(number)
    if lang == "en":
        keys["lang"] = "en"
    return Draft(path, title, lang, stage, int(WORDS * dice.uniform(0.6, 1.05)), keys, onward)


def _onward(number: int, items: int, dice: random.Random) -> Iterator[int]:
    """Yield the items that one item leads on to: in the next stage of its journey, and in its own."""
    journey, stage = _STAGES[number % len(_STAGES)]
    step = 0 if stage is journey.stages[-1] else 1
    whole_rounds = max(items // len(_STAGES) * len(_STAGES), 1)
    for steps, rounds in ((step, 0), (0, dice.randrange(1, 5)), (step, dice.randrange(1, 5))):
        other = (number + steps + rounds * len(_STAGES)) % whole_rounds
        if other != number:
            yield other


def _id(path: str) -> str:
    return path.removeprefix("content/").removesuffix(".md")


def _day(dice: random.Random, year: int) -> str:
    return (datetime.date(year, 1, 1) + datetime.timedelta(dice.randrange(300))).isoformat()


def _changed(draft: Draft, key: str, value: str | None) -> Draft:
    keys = {**draft.keys, key: value}
    return replace(draft, keys={k: v for k, v in keys.items() if v is not None})


_FAULTS: tuple[Callable[[Draft], Draft], ...] = (
    lambda draft: replace(draft, push=0.5),
    lambda draft: replace(draft, extra="Zie ook [een pagina](weg/die-er-niet-is.md).\n"),
    lambda draft: _changed(draft, "next", draft.keys["next"].replace("/", "-", 1)),
    lambda draft: _changed(draft, "stage", draft.stage.id[:-1]),
    lambda draft: _changed(draft, "channel", "webbsite"),
    lambda draft: _changed(draft, "persona", None),
    lambda draft: _changed(draft, "publish", "2025-02-30"),
    lambda draft: _changed(draft, "review_by", "2026-01-15"),
    lambda draft: _changed(draft, "answers", "[vraag-die-niemand-stelt]"),
    lambda draft: _changed(draft, "eigenaar", "mila"),
    lambda draft: _changed(draft, "cta", "buy"),
    lambda draft: _changed(replace(draft, onward=()), "next", "[]"),
    lambda draft: replace(draft, prefix="\n"),
    lambda draft: _changed(draft, "title", "Let op: een dubbele punt"),
    lambda draft: _changed(draft, "channel", "nieuwsbrief"),
)
"""What goes wrong in the items that are not fine, each as common as the others."""


def _spoiled(draft: Draft, number: int, dice: random.Random) -> Draft:
    return dice.choice(_FAULTS)(draft) if dice.random() < 1 / 12 else draft


def _written(draft: Draft, dice: random.Random) -> str:
    head = "\n".join(f"{key}: {value}" for key, value in draft.keys.items())
    return f"{draft.prefix}---\n{head}\n---\n\n{_body(draft, dice)}{draft.extra}"


def _body(draft: Draft, dice: random.Random) -> str:
    wording = WORDING[draft.lang]
    parts, count, section = [], 0, 0
    while count < draft.words:
        section += 1
        parts.append(f"## {dice.choice(wording.headings)} {section}")
        for kind in dice.choices(("text", "list", "table", "quote"), (70, 20, 5, 5), k=3):
            block = _BLOCKS[kind](draft, wording, dice)
            parts.append(block)
            count += block.count(" ") + 1
    for path, title in draft.onward:
        link = f"{'../' * (draft.path.count('/') - 1)}{path.removeprefix('content/')}"
        parts.append(dice.choice(wording.linking).format(title=title, path=link))
    return "\n\n".join(parts) + "\n"


def _text(draft: Draft, wording: Wording, dice: random.Random) -> str:
    sentences = [_sentence(draft, wording, dice) for _ in range(dice.randrange(3, 7))]
    if dice.random() < 0.3:
        sentences[0] = f"**{sentences[0]}**"
    return _wrapped(" ".join(sentences))


def _list(draft: Draft, wording: Wording, dice: random.Random) -> str:
    return "\n".join(f"- {_sentence(draft, wording, dice)}" for _ in range(dice.randrange(3, 6)))


def _table(draft: Draft, wording: Wording, dice: random.Random) -> str:
    parts = dice.sample(wording.fill["part"], 4)
    return "\n".join(("| | |", "|---|---|", *(f"| {part} | {dice.randrange(10, 90)} |" for part in parts)))


def _quote(draft: Draft, wording: Wording, dice: random.Random) -> str:
    return f"> {_sentence(draft, wording, dice)}"


_BLOCKS: Mapping[str, Callable[[Draft, Wording, random.Random], str]] = {
    "text": _text, "list": _list, "table": _table, "quote": _quote,
}  # fmt: skip


def _sentence(draft: Draft, wording: Wording, dice: random.Random) -> str:
    mix = MIXES[draft.stage.phase]
    group = "push" if dice.random() < draft.push else dice.choices(tuple(mix), tuple(mix.values()))[0]
    gaps = {name: dice.choice(words) for name, words in wording.fill.items()}
    gaps |= {name.capitalize(): _capital(gaps[name]) for name in ("place", "person", "season")}
    return dice.choice(wording.sentences[group]).format(
        **gaps, number=dice.randrange(10, 90), number2=dice.randrange(90, 99)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _wrapped(text: str, width: int = 100) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def main() -> None:
    """Read the arguments and write the project."""
    parser = argparse.ArgumentParser(description="Make a project to measure on.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.items, given.seed)


if __name__ == "__main__":
    main()
