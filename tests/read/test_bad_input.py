"""Bad input gives one clear finding at its place, or none where it is harmless; never a traceback."""

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.example import mended

from klantreis.check import Result, run
from klantreis.config import Config
from klantreis.finding import Severity
from klantreis.model.item import Item
from klantreis.rules.base_project import BASE, TODAY

PATH = "content/bad.md"
TAGS = "title: Dozen lenen\nstage: attention\npersona: huurder\nchannel: blog\nnext: [zelf-of-verhuizer]\n"
BODY = "\nDozen kun je lenen van iemand die net verhuisd is.\n"
GOOD = f"---\n{TAGS}---\n{BODY}"


def check(text: str, path: str = PATH) -> Result:
    """Check the base project with one file more."""
    return run({**BASE, path: text}, Config(), TODAY)


def found(text: str, path: str = PATH) -> list[str]:
    """Return `line:column rule` for every error and warning in the whole project."""
    findings = [f for f in check(text, path).open_findings if f.severity > Severity.INFO]
    assert {f.path for f in findings} <= {path}, "other files keep their findings"
    return [f"{f.span.line}:{f.span.column} {f.rule}" for f in findings]


def item(text: str) -> Item:
    """Return the item that was read."""
    return check(text).project.item_by_path[PATH]


def messages(text: str) -> list[str]:
    """Return the English messages."""
    return [f.message.en for f in check(text).open_findings if f.severity > Severity.INFO]


def test_the_good_item_is_silent() -> None:
    assert found(GOOD) == []


class TestCharacters:
    def test_a_byte_order_mark_at_the_start_is_harmless(self) -> None:
        assert found("\ufeff" + GOOD) == []
        assert item("\ufeff" + GOOD).stages == ("attention",)

    def test_a_byte_order_mark_later_on_is_found(self) -> None:
        assert found(GOOD + "En\ufeff op tijd.\n") == ["10:3 not-utf8"]

    def test_a_byte_order_mark_in_front_matter_is_found_once(self) -> None:
        assert found(GOOD.replace("Dozen lenen", "Dozen\ufeff lenen")) == ["2:13 not-utf8"]

    def test_a_second_byte_order_mark_at_the_start_is_found_and_the_tags_still_count(self) -> None:
        assert found("\ufeff\ufeff" + GOOD) == ["1:1 not-utf8"]
        assert item("\ufeff\ufeff" + GOOD).stages == ("attention",)

    def test_windows_line_ends_are_harmless(self) -> None:
        assert found(GOOD.replace("\n", "\r\n")) == []

    def test_windows_line_ends_keep_line_numbers(self) -> None:
        assert found(GOOD.replace("attention", "atention").replace("\n", "\r\n")) == ["3:8 unknown-stage"]

    def test_bare_carriage_returns_are_line_ends(self) -> None:
        assert found(GOOD.replace("\n", "\r")) == []
        assert found(GOOD.replace("attention", "atention").replace("\n", "\r")) == ["3:8 unknown-stage"]

    def test_mixed_line_ends_keep_line_numbers(self) -> None:
        mixed = (
            GOOD.replace("attention", "atention")
            .replace("lenen\n", "lenen\r", 1)
            .replace("---\n", "---\r\n", 1)
        )
        assert found(mixed) == ["3:8 unknown-stage"]

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
    def test_what_no_editor_takes_for_a_line_end_is_none_in_the_text(self, character: str) -> None:
        text = GOOD + f"Vraag het{character}op tijd, zie [dit](weg.md).\n"
        assert found(text) == ["10:24 broken-link"]

    @pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
    def test_nor_in_front_matter_where_it_is_read_as_a_space(self, character: str) -> None:
        text = GOOD.replace("Dozen lenen", f"Dozen{character}lenen").replace("attention", "atention")
        assert found(text) == ["3:8 unknown-stage"]
        assert item(text).title == "Dozen lenen"

    def test_bytes_that_are_no_utf8_are_found_once(self) -> None:
        assert found(GOOD + "Ook in een caf\udce9 of op een caf\udce9terras.\n") == ["10:15 not-utf8"]

    def test_bytes_that_are_no_utf8_in_front_matter_are_found_once(self) -> None:
        assert found(GOOD.replace("lenen", "caf\udce9", 1)) == ["2:17 not-utf8"]

    def test_a_file_in_utf16_is_found_once(self) -> None:
        text = GOOD.encode("utf-16").decode("utf-8", "surrogateescape")
        assert found(text) == ["1:1 not-utf8"]

    def test_a_null_character_is_no_traceback(self) -> None:
        assert found(GOOD + "Een nul \x00 in de tekst.\n") == []

    def test_a_control_character_in_front_matter_is_found_at_its_place(self) -> None:
        assert found(GOOD.replace("Dozen lenen", "Dozen \x07 lenen")) == ["2:14 unreadable-front-matter"]

    def test_letters_outside_the_basic_plane_are_one_column_each(self) -> None:
        assert found(GOOD + "🏠🏠 [dit](weg.md)\n") == ["10:4 broken-link"]


class TestFences:
    def test_an_unclosed_fence(self) -> None:
        assert found(f"---\n{TAGS}{BODY}") == ["1:1 unclosed-front-matter"]

    def test_an_unclosed_fence_keeps_the_tags(self) -> None:
        assert item(f"---\n{TAGS}{BODY}").stages == ("attention",)

    def test_a_closing_fence_of_four_dashes(self) -> None:
        assert found(f"---\n{TAGS}----\n{BODY}") == ["7:1 unclosed-front-matter"]

    def test_an_opening_fence_of_four_dashes(self) -> None:
        assert found(f"----\n{TAGS}---\n{BODY}") == ["1:1 unclosed-front-matter"]

    @pytest.mark.parametrize("closing", ["---  ", "---\t"])
    def test_white_space_after_a_fence_is_harmless(self, closing: str) -> None:
        assert found(f"---\n{TAGS}{closing}\n{BODY}") == []

    def test_a_yaml_document_end_closes(self) -> None:
        assert found(f"---\n{TAGS}...\n{BODY}") in ([], ["1:1 unclosed-front-matter"])

    @pytest.mark.parametrize(
        ("before", "place"), [("\n", "2:1"), (" ", "1:2"), ("\r\n\r\n", "3:1"), ("\t", "1:2")]
    )
    def test_white_space_before_the_fence(self, before: str, place: str) -> None:
        assert found(before + GOOD) == [f"{place} missing-front-matter"]
        assert item(before + GOOD).stages == ("attention",)

    def test_two_blocks_of_front_matter(self) -> None:
        text = f"---\n{TAGS}---\n---\nlayout: post\n---\n{BODY}"
        assert found(text) == ["8:1 unreadable-front-matter"]

    def test_two_blocks_of_front_matter_with_windows_line_ends(self) -> None:
        text = f"---\n{TAGS}---\n---\nlayout: post\n---\n{BODY}".replace("\n", "\r\n")
        assert found(text) == ["8:1 unreadable-front-matter"]

    def test_dashes_in_a_block_scalar_are_text(self) -> None:
        assert found(f"---\nsubject: |\n  boven\n  ---\n  onder\n{TAGS}---\n{BODY}") == []

    def test_a_text_that_begins_with_a_thematic_break_has_no_front_matter(self) -> None:
        assert found("---\n\nDozen kun je lenen.\n") == ["1:1 missing-front-matter"]

    def test_a_text_between_two_thematic_breaks_has_no_front_matter(self) -> None:
        assert len(found("---\n\nDozen kun je lenen.\n\n---\n\nOf kopen.\n")) == 1


class TestYaml:
    def test_a_list_where_a_mapping_belongs(self) -> None:
        assert found(f"---\n- stage: attention\n---\n{BODY}") == ["2:1 unreadable-front-matter"]

    def test_a_text_where_a_mapping_belongs(self) -> None:
        assert found(f"---\nstage attention\n---\n{BODY}") == ["2:1 unreadable-front-matter"]

    def test_an_unquoted_colon_shows_the_mended_line(self) -> None:
        text = GOOD.replace("title: Dozen lenen", "title: Dozen: lenen")
        assert found(text) == ["2:8 unreadable-front-matter"]
        assert 'title: "Dozen: lenen"' in messages(text)[0]

    def test_an_unquoted_colon_keeps_the_other_tags(self) -> None:
        read = item(GOOD.replace("title: Dozen lenen", "title: Dozen: lenen"))
        assert (read.stages, read.personas, read.channel) == (("attention",), ("huurder",), "blog")

    def test_two_unquoted_colons_are_one_finding(self) -> None:
        text = GOOD.replace("title: Dozen lenen", "title: Dozen: lenen\nsubject: Nog: een")
        assert found(text) == ["2:8 unreadable-front-matter"]

    def test_duplicate_keys(self) -> None:
        assert found(GOOD.replace("channel: blog", "channel: blog\nchannel: email")) == ["6:1 duplicate-key"]

    def test_duplicate_keys_in_a_nested_block(self) -> None:
        text = GOOD.replace(
            "channel: blog", "channel: blog\nignore:\n- {rule: dead-end, rule: product-push, reason: x}"
        )
        assert "7:20 duplicate-key" in found(text)

    @pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01", "2026-2-30", "31-02-2026"])
    def test_dates_that_do_not_exist(self, day: str) -> None:
        assert found(GOOD.replace("channel: blog", f"channel: blog\npublish: {day}")) == ["6:10 invalid-date"]

    def test_an_impossible_date_in_a_key_that_is_not_ours(self) -> None:
        assert found(GOOD.replace("channel: blog", "channel: blog\ndate: 2026-02-30")) == [
            "6:1 unknown-field"
        ]

    @pytest.mark.parametrize(
        "code", ["{{ title }}", "{{title}}", "{% if x %}a{% endif %}", "{{ a | b }} en c"]
    )
    def test_template_code_where_a_tag_belongs_is_one_finding(self, code: str) -> None:
        findings = found(GOOD.replace("channel: blog", f"channel: {code}"))
        assert len(findings) == 1
        assert findings[0].startswith("5:")

    def test_template_code_in_the_text_is_harmless(self) -> None:
        assert found(GOOD + "{{ var }} {% include x %} <%= y %> {{< fig >}}\n") == []

    def test_no_stays_text(self) -> None:
        assert item(GOOD.replace("title: Dozen lenen", "title: NO")).title == "NO"

    def test_a_time_stays_text(self) -> None:
        assert item(GOOD.replace("title: Dozen lenen", "title: 12:30")).title == "12:30"

    @pytest.mark.parametrize(
        "word", ["1.10", "0o17", "010", "1e3", "0x1F", "yes", "on", "2026-01-01", "1_000", ".5"]
    )
    def test_what_looks_like_a_number_stays_as_it_was_written(self, word: str) -> None:
        assert item(GOOD.replace("title: Dozen lenen", f"title: {word}")).title == word

    @pytest.mark.parametrize("word", ["~", "null", ""])
    def test_an_empty_value_is_a_missing_value(self, word: str) -> None:
        assert found(GOOD.replace("channel: blog", f"channel: {word}")) == ["1:1 missing-field"]

    def test_a_tab_that_indents(self) -> None:
        assert found(GOOD.replace("persona: huurder", "persona:\n\t- huurder")) == [
            "5:1 unreadable-front-matter"
        ]

    def test_a_tab_inside_a_value_is_harmless(self) -> None:
        assert found(GOOD.replace("Dozen lenen", "Dozen\tlenen")) == []

    def test_an_open_bracket(self) -> None:
        assert len(found(GOOD.replace("next: [zelf-of-verhuizer]", "next: [zelf-of-verhuizer"))) == 1

    def test_an_open_quote(self) -> None:
        assert len(found(GOOD.replace("title: Dozen", 'title: "Dozen'))) == 1

    def test_an_alias_that_points_nowhere(self) -> None:
        assert found(GOOD.replace("channel: blog", "channel: *kanaal")) == ["5:10 unreadable-front-matter"]

    def test_anchors_and_aliases_work(self) -> None:
        text = GOOD.replace("title: Dozen lenen", "title: &t Dozen lenen\nsubject: *t")
        assert item(text).subject == "Dozen lenen"
        assert found(text) == []

    def test_an_alias_that_holds_itself(self) -> None:
        assert len(found(GOOD.replace("channel: blog", "channel: blog\nreviewed_against: &a {x: *a}"))) <= 1
        assert len(found(GOOD.replace("channel: blog", "channel: blog\nown: &a [*a]"))) == 1

    @pytest.mark.parametrize("key", ["own", "reviewed_against", "answers", "ignore"])
    def test_an_alias_bomb_is_read_in_no_time(self, key: str) -> None:
        levels = ["a0: &a0 [een tekst die lang genoeg is om mee te tellen]"]
        levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
        start = time.perf_counter()
        found(GOOD.replace("channel: blog", "\n".join(("channel: blog", *levels, f"{key}: *a11"))))
        assert time.perf_counter() - start < 5

    def test_deep_nesting_is_no_traceback(self) -> None:
        assert len(found(GOOD.replace("channel: blog", "channel: blog\nown: " + "[" * 5000))) >= 1
        assert len(found(GOOD.replace("channel: blog", "channel: blog\nown: " + "[" * 400 + "]" * 400))) >= 1

    def test_a_python_tag_makes_no_object(self) -> None:
        text = GOOD.replace("title: Dozen lenen", 'title: !!python/object/apply:os.system ["true"]')
        assert len(found(text)) <= 1

    def test_a_merge_key_is_no_traceback(self) -> None:
        found(GOOD.replace("title: Dozen lenen", "x: &x {title: A}\n<<: *x"))

    def test_keys_that_are_no_words(self) -> None:
        found(GOOD.replace("title: Dozen lenen", "? [a, b]\n: c\n1: 2\nnull: x"))

    def test_many_documents(self) -> None:
        assert found(f"---\n{TAGS}---\n--- \n{BODY}") == []


class TestTomlAndJson:
    TOML = '+++\ntitle = "Dozen lenen"\nstage = "attention"\npersona = ["huurder"]\nchannel = "blog"\n' \
        'next = ["zelf-of-verhuizer"]\npublish = 2026-03-01\n+++\n'  # fmt: skip
    JSON = '{\n  "title": "Dozen lenen",\n  "stage": "attention",\n  "persona": ["huurder"],\n' \
        '  "channel": "blog",\n  "next": ["zelf-of-verhuizer"]\n}\n'  # fmt: skip

    def test_toml_is_read(self) -> None:
        assert found(self.TOML + BODY) == []
        assert item(self.TOML + BODY).publish == datetime.date(2026, 3, 1)

    def test_json_is_read(self) -> None:
        assert found(self.JSON + BODY) == []
        assert item(self.JSON + BODY).personas == ("huurder",)

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_other_line_ends(self, end: str) -> None:
        assert found((self.TOML + BODY).replace("\n", end)) == []
        assert found((self.JSON + BODY).replace("\n", end)) == []

    def test_places_in_toml(self) -> None:
        assert found(self.TOML.replace("attention", "atention") + BODY) == ["3:10 unknown-stage"]
        assert found(self.TOML.replace("huurder", "hurder") + BODY) == ["4:13 unknown-persona"]
        assert found(self.TOML.replace("channel =", "chanel =") + BODY) == ["5:1 unknown-field"]

    def test_places_in_json(self) -> None:
        assert found(self.JSON.replace("attention", "atention") + BODY) == ["3:13 unknown-stage"]
        assert found(self.JSON.replace("huurder", "hurder") + BODY) == ["4:16 unknown-persona"]
        assert found(self.JSON.replace('"channel"', '"chanel"') + BODY) == ["5:4 unknown-field"]

    @pytest.mark.parametrize("text", [TOML, JSON])
    def test_a_fix_keeps_the_quotes(self, text: str) -> None:
        texts = {**BASE, PATH: text.replace("attention", "atention").replace("huurder", "hurder") + BODY}
        findings = run(texts, Config(), TODAY).open_findings
        assert mended(texts, findings)[PATH] == text + BODY

    def test_broken_toml(self) -> None:
        assert found(self.TOML.replace('"blog"', "blog") + BODY) == ["5:11 unreadable-front-matter"]

    def test_broken_json(self) -> None:
        assert found(self.JSON.replace('"blog",', '"blog"') + BODY) == ["6:3 unreadable-front-matter"]

    def test_unclosed_toml(self) -> None:
        assert found(self.TOML.replace("\n+++\n", "\n") + BODY) == ["1:1 unclosed-front-matter"]

    def test_an_impossible_date_in_toml(self) -> None:
        assert found(self.TOML.replace("2026-03-01", "2026-02-30") + BODY) == ["7:11 unreadable-front-matter"]

    def test_duplicate_keys_in_toml_and_json(self) -> None:
        assert len(found(self.TOML.replace("channel", 'channel = "email"\nchannel', 1) + BODY)) == 1
        assert found(self.JSON.replace('"channel"', '"channel": "email",\n  "channel"', 1) + BODY) == [
            "6:4 duplicate-key"
        ]

    def test_a_hugo_table_below_the_tags(self) -> None:
        text = self.TOML.replace("\n+++\n", '\n[params]\nkleur = "rood"\n+++\n') + BODY
        assert found(text) == ["8:2 unknown-field"]


class TestFiles:
    @pytest.mark.parametrize("text", ["", "\n", " \t\r\n\n", "\ufeff"])
    def test_an_empty_file(self, text: str) -> None:
        assert found(text) == ["1:1 empty-item"]

    def test_front_matter_alone(self) -> None:
        assert found(f"---\n{TAGS}---") == ["7:4 empty-item"]

    def test_an_empty_block(self) -> None:
        assert found(f"---\n---\n{BODY}") == ["1:1 missing-field"]

    def test_a_comment_alone_is_an_empty_block(self) -> None:
        assert found(f"---\n# nog te doen\n---\n{BODY}") == ["1:1 missing-field"]

    def test_a_link_out_of_the_content_folder(self) -> None:
        assert found(GOOD + "[dit](../../etc/passwd.md)\n") == ["10:1 broken-link"]
        assert found(GOOD.replace("next: [zelf-of-verhuizer]", "next: [../klantreis.toml]")) == [
            "6:8 broken-link"
        ]

    def test_a_very_long_line_takes_no_long_time(self) -> None:
        start = time.perf_counter()
        found(GOOD + "woord " * 100_000)
        assert time.perf_counter() - start < 10

    def test_one_bad_file_stops_no_other(self) -> None:
        result = run(
            {**BASE, "content/a.md": "---\n\x00: [", "content/b.md": GOOD.replace("blog", "blok")},
            Config(),
            TODAY,
        )
        assert {f.path for f in result.open_findings if f.severity is Severity.ERROR} == {
            "content/a.md",
            "content/b.md",
        }


class TestDefinitions:
    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_other_line_ends_are_harmless(self, end: str) -> None:
        texts = {path: text.replace("\n", end) for path, text in BASE.items() if path != "klantreis.toml"}
        assert (
            run(texts, Config(), TODAY).open_findings
            == run({p: BASE[p] for p in texts}, Config(), TODAY).open_findings
        )

    def test_byte_order_marks_at_the_start_are_harmless(self) -> None:
        texts = {path: "\ufeff" + text for path, text in BASE.items()}
        assert [f for f in run(texts, Config(), TODAY).open_findings if f.severity > Severity.INFO] == []

    @pytest.mark.parametrize("path", ["personas/huurder.md", "journeys/verhuizen.yaml"])
    def test_bytes_that_are_no_utf8(self, path: str) -> None:
        assert found(BASE[path].replace("noor", "no\udceb", 1), path) == [
            f"{5 if path.endswith('yaml') else 8}:10 not-utf8"
        ]

    @pytest.mark.parametrize("path", ["personas/huurder.md", "journeys/verhuizen.yaml"])
    def test_an_unreadable_definition_is_found_once(self, path: str) -> None:
        findings = found(BASE[path].replace("owner: noor", "owner: noor: bas", 1), path)
        assert findings == [f"{5 if path.endswith('yaml') else 8}:8 unreadable-definition"]

    @pytest.mark.parametrize(
        "text", ["", "\n", "- a\n- b\n", "tekst\n", "[", "{{ x }}", "id: [a]\n", "\x00", "&a [*a]"]
    )
    def test_a_journey_that_is_none_is_found_at_its_place(self, text: str) -> None:
        findings = [f for f in check(text, "journeys/x.yaml").open_findings if f.severity is Severity.ERROR]
        assert [f.path for f in findings][:1] == ["journeys/x.yaml"]

    @pytest.mark.parametrize(
        "text", ["", "\n", "---\n- a\n---\n", "tekst\n", "---\n[\n---\n", "---\nid: x", "\x00"]
    )
    def test_a_persona_that_is_none_is_found_at_its_place(self, text: str) -> None:
        findings = [f for f in check(text, "personas/x.md").open_findings if f.severity is Severity.ERROR]
        assert [f.path for f in findings] == ["personas/x.md"]


PIECES = st.sampled_from(
    [
        "---", "----", "+++", "{", "}", "[", "]", "\n", "\n\n", "\r", "\r\n", "\t", " ", ":", ": ",
        "- ", "#", "'", '"', "|\n", ">", "&a", "*a", "!!x", "%", "@", "`", "<!--", "-->",
        "klantreis: ignore", "klantreis: end", "\ufeff", "\u2028", "\x85", "\x00", "\udcff",
        "stage", "stage: attention", "persona: huurder", "channel: blog", "title", "next: [a]",
        "publish: 1", "id: a", "extends: five-a", "stages:\n  attention:\n", "touchpoints:\n",
        "personas: [huurder]", "= ", "é", "🏠", "{{ x }}", "[a](b.md)", "[a]: b", "<a href='x'>",
        "ignore:\n- ", "reason: x", "~", "null", "2026-02-30", "```\n", "| a |\n|---|\n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))
FRONTED = TEXTS.map(lambda text: f"---\n{text}\n---\n{text}")


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(TEXTS, FRONTED))
@pytest.mark.parametrize("path", [PATH, "personas/x.md", "journeys/x.yaml"])
def test_reading_any_text_never_raises(path: str, text: str) -> None:
    for finding in check(text, path).findings:
        lines = max(finding.span.line, finding.span.end_line)
        assert finding.span.line >= 1 and finding.span.column >= 1
        if finding.path == path:
            assert lines <= text.count("\n") + text.count("\r") + 2


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=60))
def test_reading_any_bytes_never_raises(data: bytes) -> None:
    check(data.decode("utf-8", "surrogateescape"))
