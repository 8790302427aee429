"""An item's own text: nothing of it becomes markup of ours, and findings stand where they stand."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.site.sample import TODAY, item, pages_of

from klantreis.finding import Evidence, Finding, Severity, Subject
from klantreis.model.item import Item
from klantreis.model.project import Project
from klantreis.model.span import Span
from klantreis.model.words import Words
from klantreis.read.markdown import read_markdown
from klantreis.site.body.goal import goals_of
from klantreis.site.body.mark import marks_of
from klantreis.site.body.markup import Body, body_of
from klantreis.site.body.source import source
from klantreis.site.body.write import plain_body
from klantreis.site.words import Speech

SAY = Speech("nl")
ALLOWED = set(
    "p em strong s code pre ul ol li blockquote a span div br hr sup mark img "
    "table thead tbody tr th td h2 h3 h4 h5 h6".split()
)
TAG = re.compile(r"<(/?)([a-zA-Z!][\w-]*)([^>]*)>")


def body(text: str, *passages: str) -> Body:
    """Return the body of an item with `text`, in which the passages carry a finding each."""
    document = read_markdown(text, 0)
    made = Item(id="x", path="content/x.md", title="X", headings=document.headings, links=document.links)
    project = Project(today=TODAY, items=(made,), files=frozenset({"content/foto.png"}))
    findings = [finding(text, passage) for passage in passages]
    written = source(text, 1)
    goals = goals_of(made, project, lambda path: "items/x.html")
    return body_of(written, marks_of(findings, written), goals, "../", SAY)


def finding(text: str, passage: str) -> Finding:
    start = text.index(passage)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    end = start + len(passage)
    span = Span(line, column, text.count("\n", 0, end) + 1, end - text.rfind("\n", 0, end))
    said = Words("m", "m")
    return Finding(
        "product-push", "KR031", "message", Severity.WARNING, said, "content/x.md", span, Subject(),
        evidence=(Evidence(span, "price"),),
    )  # fmt: skip


def marked(text: str) -> list[str]:
    return re.findall(r"<mark[^>]*>(.*?)</mark>", text)


def test_a_passage_is_marked_where_it_stands() -> None:
    made = body("Eén *café* en **nú kopen** voor € 5.", "nú kopen")
    assert marked(made.text) == ["nú kopen"]
    assert '<strong><span id="kr-m-1"></span><mark' in made.text
    assert 'href="#kr-f-1"' in made.text


def test_a_passage_is_marked_across_emphasis_links_and_code() -> None:
    made = body(
        "Koop *nu* bij [ons](https://x.nl) de `Merel` snel.", "nu* bij [ons](https://x.nl) de `Merel`"
    )
    assert marked(made.text) == ["nu", " bij ", "ons", " de ", "Merel"]
    assert made.text.count('class="kr-ref"') == 1


def test_a_passage_is_marked_in_lists_tables_and_headings() -> None:
    text = "# Kop koop\n\n- een koop\n- twee\n\n| a | b |\n|---|---|\n| koop | c |\n\n> een koop\n"
    for number in range(4):
        start = [m.start() for m in re.finditer("koop", text)][number]
        made = body(text, text[start : text.find("\n", start)].split(" |")[0])
        assert marked(made.text), text[start:]


def test_two_findings_on_one_passage_both_get_their_number() -> None:
    made = body("Nu kopen met korting.", "Nu kopen", "kopen met korting")
    assert made.marked == {1, 2}
    assert 'id="kr-m-1"' in made.text and 'id="kr-m-2"' in made.text


def test_a_number_never_stands_inside_a_link() -> None:
    made = body("Zie [koop nu hier](https://x.nl) en verder.", "koop nu")
    assert re.search(r"</a><a class=\"kr-ref\"", made.text)


def test_html_of_the_writer_is_shown_and_never_used() -> None:
    made = body("a <b onclick=x>b</b> <script>alert(1)</script>\n\n<div onclick=x>\n\nc\n")
    assert "<script" not in made.text and "<b" not in made.text.replace("<br", "").replace("<blockquote", "")
    assert "&lt;script&gt;" in made.text


def test_links_lead_to_pages_files_or_other_sites_and_nowhere_else() -> None:
    made = body(
        '[a](foto.png) [b](https://x.nl/?q=1&r="2") [c](javascript:alert(1)) [d](weg.md) [e](mailto:a@b.nl)'
    )
    assert re.findall(r'href="([^"]*)"', made.text) == [
        "../files/content/foto.png", "https://x.nl/?q=1&amp;r=%222%22", "mailto:a@b.nl",
    ]  # fmt: skip
    assert made.text.count("kr-broken") == 2


def test_a_picture_elsewhere_is_linked_and_not_fetched() -> None:
    assert "<img" not in body("![kaart](https://x.nl/kaart.png)").text
    assert '<img src="../files/content/foto.png" alt="de bak"' in body("![de bak](foto.png)").text


def test_a_first_heading_that_repeats_the_title_is_left_out_and_others_move_down() -> None:
    assert body("# X\n\n## Kop\n").text == "## Kop { #t-kop }"
    assert body("# Kop\n\n## Sub\n").text.startswith("## Kop { #t-kop }\n\n### Sub")


def test_headings_cannot_take_an_id_of_ours_or_become_markup() -> None:
    made = body("## __search {#top onclick=x}\n\n## <img src=x>\n\n## Same\n\n## Same\n")
    assert "{ #t-top }" in made.text
    assert "onclick" not in made.text
    assert len(set(re.findall(r"#(t-[\w-]+) }", made.text))) == made.text.count("{ #t-")


def test_template_calls_and_variables_are_shown_as_typed() -> None:
    made = body('Prijs {{ site.prijs }} en {{< knop href="/x" >}}.\n')
    assert "{{ site.prijs }}" in made.text
    assert '<code class="kr-raw">{{&lt; knop href="/x" &gt;}}</code>' in made.text


def test_a_text_inside_a_quotation_keeps_its_own_words() -> None:
    assert "hallo" in body("> <div>\n> hallo\n> </div>\n").text


def test_the_cells_of_a_table_are_words_apart_for_the_search() -> None:
    made = body("| post | per jaar |\n|---|---|\n| polis | € 228 |\n").text
    assert re.sub(r"<[^>]*>", "", made).split() == ["post", "per", "jaar", "polis", "€", "228"]


def test_deep_nesting_and_wide_tables_end() -> None:
    assert "x" in body("> " * 3000 + "x").text
    wide = "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + "|b\n" * 2000
    assert len(body(wide).text) < 200_000


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab <>/\"'&#;:!-*_`[](){}|~\\\n\t\r=é🚲\u2028\x02"), max_size=120))
def test_whatever_is_written_only_known_tags_come_out(text: str) -> None:
    made = body(text).text
    for _, name, inside in TAG.findall(made):
        assert name in ALLOWED, made
        assert not re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', inside)), made
    assert "javascript:" not in " ".join(re.findall(r'(?:href|src)="([^"]*)"', made)).lower()
    plain_body(text, "", SAY)


@settings(max_examples=200)
@given(st.text(max_size=200), st.data())
def test_a_mark_anywhere_changes_no_word_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    starts = source(text, 1).line_starts
    line = max(n for n, at in enumerate(starts, 1) if at <= start)
    last = max(n for n, at in enumerate(starts, 1) if at <= end)
    span = Span(line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1)
    made = Item(id="x", path="content/x.md", title="X")
    project = Project(today=TODAY, items=(made,))
    goals = goals_of(made, project, lambda path: "items/x.html")
    written = source(text, 1)
    marks = marks_of(
        [Finding("r", "K", "message", Severity.ERROR, Words("", ""), "content/x.md", span, Subject())],
        written,
    )
    words = [
        re.sub(
            r'<a class="kr-ref".*?</a>|<[^>]*>|^#+ | \{ #t-[^}]*\}',
            "",
            body_of(written, m, goals, "", SAY).text,
            flags=re.M,
        )
        for m in ((), marks)
    ]
    assert plain(words[0]) == plain(words[1])


def plain(text: str) -> str:
    """Return the words alone: a heading with a mark in it is written in another way."""
    return "".join(html.unescape(text).split())


def test_relative_links_between_items_lead_to_each_others_pages() -> None:
    texts = item("een", "Zie [twee](map/twee.md#kop).") | {
        "content/map/twee.md": "---\nid: twee\ntitle: Twee\nstage: attention\n"
        "persona: [huurder]\nchannel: blog\n---\n\n"
        "Terug naar [een](../een.md).\n\n## Kop\n\nx\n"
    }
    made = pages_of(texts)
    assert 'href="../items/twee.html#t-kop"' in made["items/een.md"]
    assert 'href="../items/een.html"' in made["items/twee.md"]
    assert "{ #t-kop }" in made["items/twee.md"]


def test_no_level_of_heading_is_skipped_and_an_empty_heading_is_none() -> None:
    text = "### Eerst\n\n##\n\n##### Dieper\n\n> ###### Diepst\n\n## Terug\n"
    made = body(text).text
    assert re.findall(r"^(#+) |<(h\d)", made, re.MULTILINE) == [
        ("##", ""), ("###", ""), ("", "h4"), ("##", ""),
    ]  # fmt: skip
    assert "<h2 id" not in made
