"""Reads case files: prose for content designers, with the files of a tiny project and what is found in them.

A case starts with `## its title`. Below it stand settings, if any, prose, a fenced block per file with
the path behind the fence, and a block `expect`. Settings are `lang: en`, `today: 2026-09-01`, and
`rules: own` (only the findings of the rule itself) or `rules: all` (also what others merely remark).

A path followed by `changed` takes the file of the base project, with the lines that begin with `-`
replaced by those that begin with `+`; `…` stands between two changes. A path followed by `escaped` has
`\\r`, `\\t`, `\\ufeff` and the like written out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from klantreis.rules.base_project import BASE

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*(?P<about>[^\n`]*)$")
_SETTING = re.compile(r"^(lang|today|rules): *(\S+)$")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|[rnt\\])")
_PLAIN = {"r": "\r", "n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words behind its fence, its text, and the lines that its text fills."""

    about: str
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Case:
    """One case: files, settings, and the expected findings, one a line."""

    file: Path
    title: str
    settings: Mapping[str, str]
    files: Mapping[str, str]
    expect: str
    number: int

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.title}"


def cases_in(file: Path) -> tuple[Case, ...]:
    """Return the cases of one file, in order."""
    return tuple(_cases(file, file.read_text(encoding="utf-8").split("\n")))


def accept(case: Case, lines: list[str]) -> None:
    """Write `lines` into the file as what `case` expects."""
    text = case.file.read_text(encoding="utf-8").split("\n")
    expects = [block for block in _blocks(text) if block.about == "expect"]
    block = expects[case.number]
    text[block.first : block.last] = lines
    case.file.write_text("\n".join(text), encoding="utf-8", newline="\n")


def _cases(file: Path, lines: list[str]) -> Iterator[Case]:
    blocks = list(_blocks(lines))
    inside = {n for block in blocks for n in range(block.first, block.last)}
    heads = [n for n, line in enumerate(lines) if line.startswith("## ") and n not in inside]
    for number, (head, end) in enumerate(zip(heads, [*heads[1:], len(lines)], strict=True)):
        here = [block for block in blocks if head < block.first < end]
        expects = [block for block in here if block.about == "expect"]
        assert len(expects) == 1, f"{file.name}:{head + 1}: a case has one block `expect`"
        files = dict(_file(block) for block in here if block.about != "expect")
        prose = (lines[n] for n in range(head + 1, end) if n not in inside)
        settings = {m[1]: m[2] for m in map(_SETTING.match, prose) if m}
        yield Case(file, lines[head][3:].strip(), settings, files, expects[0].text, number)


def _file(block: Block) -> tuple[str, str]:
    path, _, kind = block.about.partition(" ")
    if kind == "changed":
        return path, _changed(path, block.text)
    if kind == "escaped":
        return path, _ESCAPE.sub(_written_out, block.text.removesuffix("\n"))
    assert not kind, f"a file block is `changed`, `escaped` or neither, not {kind!r}"
    return path, block.text


def _changed(path: str, text: str) -> str:
    changed = BASE[path]
    for change in text.split("…\n"):
        lines = change.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        assert changed.count(old) == 1, f"{path} has not once, but {changed.count(old)} times:\n{old}"
        changed = changed.replace(old, "".join(line[1:] for line in lines if line[0] != "-"))
    return changed


def _written_out(match: re.Match[str]) -> str:
    word = match.group(1)
    return _PLAIN[word] if word in _PLAIN else chr(int(word[1:], 16))


def _blocks(lines: list[str]) -> Iterator[Block]:
    opened: tuple[str, str, int] | None = None
    for number, line in enumerate(lines):
        if opened is None:
            if match := _FENCE.match(line):
                opened = (match["fence"], match["about"].strip(), number + 1)
        elif line.startswith(opened[0]) and not line.strip(opened[0][0]):
            text = "".join(f"{inner}\n" for inner in lines[opened[2] : number])
            yield Block(opened[1], text, opened[2], number)
            opened = None
    assert opened is None, f"line {opened[2] if opened else 0}: a block is not closed"
