"""A stage as a card: its number, its state and how much of it is filled, its name, and small notes."""

from klantreis.site.map.lettering import width_of, wrapped
from klantreis.site.map.route import Stop
from klantreis.site.map.shape import Box, Line, Place, Sign, Text, at, height_of, plate

NAME, NOTE, NUMBER = 15, 11, 12
PAD = 9
_SIGN = 13
_HEAD = 20


def card(stop: Stop, box: Box) -> Place:
    """Return the stage drawn in `box`."""
    left, right, base = box.x + PAD, box.x + box.width - PAD, box.y + 19
    below = base if _is_level(stop, box.width) else base + _HEAD
    beside = right - width_of(stop.figure, NUMBER) if below == base else left + _SIGN + 4
    sign = Sign(stop.state, beside - _SIGN - 4, below - 11, _SIGN)
    y = below + 8 + NAME
    names, notes = lines_of(stop, box.width - 2 * PAD)
    texts = [
        Text((str(stop.number),), left, base, NUMBER, "number"),
        Text((stop.figure,), beside, below, NUMBER, "figure"),
        Text(names, left, y, NAME, "name"),
        Text(notes, left, y + height_of(names, NAME) - 1, NOTE, "note"),
    ]
    return Place(stop, plate(box), tuple(text for text in texts if any(text.lines)), (sign,), (box,))


def lines_of(stop: Stop, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the name and of the notes, so broken that they fit in `width`."""
    notes = tuple(line for note in stop.notes for line in wrapped(note, NOTE, width))
    return wrapped(stop.name, NAME, width), notes


def height(stop: Stop, width: float) -> float:
    """Return how high the card of a stage is when it is so wide."""
    names, notes = lines_of(stop, width - 2 * PAD)
    head = 35 if _is_level(stop, width) else 35 + _HEAD
    return head + height_of(names, NAME) + (height_of(notes, NOTE) + 3 if notes else 0)


def _is_level(stop: Stop, width: float) -> bool:
    """Say whether number, sign and figure fit beside one another."""
    needed = width_of(str(stop.number), NUMBER) + _SIGN + width_of(stop.figure, NUMBER) + 2 * PAD + 12
    return needed <= width


def marks(stop: Stop, box: Box, tail: float) -> tuple[tuple[Line, ...], tuple[Text, ...]]:
    """Return the arrows of a stage where people enter or leave: from `tail` down to the card, or back up."""
    lines, texts = [], []
    left, right, base = box.x + 13, box.x + box.width - 13, tail + 8
    if stop.entry:
        lines.append(Line(f"M{at((left, tail))}L{at((left, box.y - 2))}", "entry"))
        texts.append(Text((stop.entry,), left + 6, base, NOTE, "mark"))
    if stop.exit:
        lines.append(Line(f"M{at((right, box.y))}L{at((right, tail + 1))}", "exit"))
        texts.append(Text((stop.exit,), right - 6, base, NOTE, "mark", "end"))
    return tuple(lines), tuple(texts)
