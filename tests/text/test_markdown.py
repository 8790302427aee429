"""Markdown as the rules meet it: links, headings, anchors and plain text with its places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from klantreis.model.brand import Brand
from klantreis.model.span import Span
from klantreis.read.markdown import read_markdown
from klantreis.read.plain import shadow
from klantreis.text.message import read_message

PAGE = """---
title: Vloeren
---

# Één vloer voor het héle gezin {#vloer}

Lees [hoe je kiest](kiezen/café.md) of <a href="/showroom" class="btn">kom lângs</a>.

## Wat kost een vloer?

{{< button href="/offerte" text="Vraag een offerte aan" >}}

[Prijzen]({{ site.url }}/prijzen) ![een vloer](vloer-één.png) <https://voorbeeld.nl> [meer][m]

<div id="maten"><a name="los">Maten</a></div>

[Bestel](/bestellen){: .button }

[m]: /meer/é
"""


def cut(text: str, span: Span) -> str:
    lines = text.split("\n")
    assert span.line == span.end_line
    return lines[span.line - 1][span.column - 1 : span.end_column - 1]


def test_links_keep_their_destination_as_written_and_know_their_place() -> None:
    links = read_markdown(PAGE, PAGE.index("\n# ")).links
    assert [(link.kind, link.target, link.text) for link in links] == [
        ("link", "kiezen/café.md", "hoe je kiest"),
        ("button", "/showroom", "kom lângs"),
        ("shortcode", "/offerte", "Vraag een offerte aan"),
        ("link", "{{ site.url }}/prijzen", "Prijzen"),
        ("image", "vloer-één.png", "een vloer"),
        ("autolink", "https://voorbeeld.nl", "https://voorbeeld.nl"),
        ("link", "/meer/é", "meer"),
        ("button", "/bestellen", "Bestel"),
    ]
    assert cut(PAGE, links[0].span) == "[hoe je kiest](kiezen/café.md)"
    assert cut(PAGE, links[1].span) == '<a href="/showroom" class="btn">kom lângs</a>'
    assert cut(PAGE, links[2].span) == '{{< button href="/offerte" text="Vraag een offerte aan" >}}'


def test_headings_have_the_anchor_that_the_site_gives_them() -> None:
    document = read_markdown(PAGE, PAGE.index("\n# "))
    assert [(heading.level, heading.anchor) for heading in document.headings] == [
        (1, "vloer"),
        (2, "wat-kost-een-vloer"),
    ]
    assert document.headings[0].text == "Één vloer voor het héle gezin"
    assert {"maten", "los", "vloer"} <= document.ids | {heading.anchor for heading in document.headings}


@pytest.mark.parametrize(
    "heading",
    [
        "Wat kost het?", "Één & ander", "a - b -- c", "  Dubbel  werk ", "Kop", "**Vet** en `code`", "2026",
        "?!", "Kop_1",
    ],
)
def test_an_anchor_is_the_one_that_python_markdown_makes(heading: str) -> None:
    text = f"# {heading}\n\n## {heading}\n\n## Kop\n"
    site = Markdown(extensions=["toc"])
    site.convert(text)
    expected: list[str] = []

    def collect(tokens: list[dict[str, object]]) -> None:
        for token in tokens:
            expected.append(str(token["id"]))
            collect(token["children"])  # type: ignore[arg-type]

    collect(site.toc_tokens)  # type: ignore[attr-defined]
    assert [found.anchor for found in read_markdown(text).headings] == expected


def test_code_and_scripts_are_no_copy() -> None:
    text = "Tekst\n\n```\nKoop nu\n```\n\n<script>koop nu</script>\n\n    koop nu\n\nMeer tekst"
    document = read_markdown(text)
    assert "koop" not in document.plain.lower()
    assert "Meer tekst" in document.plain


def test_markup_inside_a_phrase_does_not_hide_it() -> None:
    assert "vraag een offerte aan" in read_markdown("vraag **een** [offerte](x) *aan*").plain


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_count_as_an_editor_counts_them(ends: str) -> None:
    text = ends.join(["eerste\u2028regel", "", "[tweede](b.md)"])
    assert read_markdown(text).links[0].span == Span(3, 1, 3, 15)


@given(st.text())
def test_the_shadow_of_a_text_has_a_character_for_each_of_its_characters(text: str) -> None:
    assert len(shadow(text)) == len(text)
    assert shadow(text).isascii()


@given(st.text(alphabet=st.sampled_from("ab é\n#*_`[]()<>{}%!|-.\"'&;=/\\\u2028\r\t~:1")))
def test_no_text_makes_reading_fail_and_every_place_lies_in_it(text: str) -> None:
    document = read_markdown(text)
    lines = document.lines
    message = read_message(document, "nl", Brand(("Ab",)))
    spans = [link.span for link in document.links] + [found.span for found in message.evidence]
    for span in spans:
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert lines[span.end_line - 1] + span.end_column - 1 <= len(text)


HOSTILE = {
    "one line of a megabyte": "een lange regel " * 62_500,
    "ten thousand links": "[hier](daar.md) " * 10_000,
    "nested quotations": ">" * 100_000 + " tekst",
    "nested lists": "".join("  " * depth + "- een\n" for depth in range(1000)),
    "unclosed tags": "<div " * 200_000,
    "unclosed links": '<a href="x">tekst ' * 50_000,
    "open brackets": "[" * 300_000,
    "nothing but headings": "# kop\n" * 150_000,
    "a table of many columns": "|a" * 3000 + "\n" + "|-" * 3000 + "\n" + "|b\n" * 3000,
    "templates": "{{< knop >}}" * 80_000,
    "templates never closed": "{{ x " * 200_000,
    "binary rubbish": bytes(range(256)).decode("latin-1") * 3000,
    "no characters of ours": "漢字" * 300_000,
    "half characters": "\ud800a " * 100_000,
    "asks without end": "Neem contact op met ons. " * 40_000,
    "quotes without end": 'de "het een ' * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_without_a_long_wait(name: str) -> None:
    # No stopwatch: the benchmark measures. A text that took quadratic time would hang the test run.
    document = read_markdown(HOSTILE[name])
    message = read_message(document, "nl", Brand())
    assert message.push is None or 0 <= message.push <= 100


def test_all_of_ten_thousand_links_are_there() -> None:
    assert len(read_markdown(HOSTILE["ten thousand links"]).links) == 10_000


def test_an_index_of_as_many_characters_as_a_text_for_people_has_at_most_is_read_whole() -> None:
    row = "- [Zo lees je *je* meter](meter.md): **uitleg** over `kWh`\n"
    text = row * (200_000 // len(row))
    assert len(read_markdown(text).links) == text.count("[")
    tags = '<li><a href="meter.md">Zo lees je de meter</a></li>\n'
    html = tags * (200_000 // len(tags))
    assert len(read_markdown(html).links) == html.count("<a ")


@pytest.mark.parametrize(("size", "read"), [(200_000, 20_000), (200_001, 16_000 // 3)])
def test_of_nothing_but_headings_the_first_are_read_and_the_rest_is_plain_text(size: int, read: int) -> None:
    text = ("# kop\n" * size)[:size]
    document = read_markdown(text)
    assert len(document.headings) == read
    assert document.plain.count("kop") == text.count("kop")


@pytest.mark.parametrize(("size", "read"), [(200_000, 30_000), (200_001, 5_000)])
def test_of_nothing_but_tags_the_first_are_read(size: int, read: int) -> None:
    text = ("<p>" + "<b>a" * size)[:size]
    # The first tag, and then a tag before each letter.
    assert read_markdown(text).plain.count("a") == (read - 1) // 2
