"""Every rule is well formed: code, names, manual, messages and examples, in both languages."""

import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest

from klantreis.model.words import Words
from klantreis.rule import BASES, FAMILIES, Rule, all_rules

HERE = Path(__file__).parent
RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)

SECTIONS = Words(
    nl="Wat deze regel vindt|Waarom dat telt|Wat je eraan doet|Waar dit op rust",
    en="What it finds|Why it matters|How to fix|Where it comes from",
)
BASES_NL = dict(zip(BASES, ("Wet", "Onderzoek", "Praktijk", "Eigen keuze"), strict=True))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_are_rules() -> None:
    assert all_rules()


def test_codes_and_names_are_unique() -> None:
    counts = Counter(word for rule in all_rules() for word in (rule.code, rule.name))
    assert [word for word, count in counts.items() if count > 1] == []


@RULES
def test_code_family_and_evidence_are_of_the_known_kinds(rule: Rule) -> None:
    assert re.fullmatch(r"KR\d{3}", rule.code)
    assert rule.family in FAMILIES
    assert rule.basis in BASES


@RULES
@pytest.mark.parametrize("language", Words._fields)
def test_the_summary_is_one_sentence(rule: Rule, language: str) -> None:
    summary = rule.summary.said(language)
    assert summary.endswith(".")
    assert not re.search(r"[.!?] ", summary)
    assert len(summary) <= 110


@RULES
@pytest.mark.parametrize("language", Words._fields)
def test_the_manual_has_its_sections_in_order(rule: Rule, language: str) -> None:
    manual = rule.manual.said(language)
    assert re.findall(r"^## (.*)$", manual, re.MULTILINE) == SECTIONS.said(language).split("|")
    assert all(part.strip() for part in re.split(r"^## .*$", manual, flags=re.MULTILINE))


@RULES
def test_the_manual_says_which_kind_of_evidence_it_rests_on(rule: Rule) -> None:
    last_nl, last_en = (text.rsplit("\n## ", 1)[1].split("\n", 1)[1].strip() for text in rule.manual)
    assert last_en.startswith(rule.basis.capitalize() + ". ")
    assert last_nl.startswith(BASES_NL[rule.basis] + ". ")


@RULES
def test_messages_use_the_same_words_in_both_languages(rule: Rule) -> None:
    for variant, message in rule.messages.items():
        assert placeholders(message.nl) == placeholders(message.en), variant


@RULES
@pytest.mark.parametrize("language", Words._fields)
def test_messages_have_the_shape_of_style_15(rule: Rule, language: str) -> None:
    for message in (words.said(language) for words in rule.messages.values()):
        assert message[0] == "{" or not message[0].isupper(), message
        assert not message.endswith("."), message
        assert rule.name not in message, message


@RULES
def test_nothing_dutch_is_english(rule: Rule) -> None:
    texts = (rule.manual, rule.summary, *rule.messages.values(), *(option.about for option in rule.options))
    assert [text.nl for text in texts if text.nl == text.en] == []


@RULES
def test_a_rule_that_fixes_shows_what_it_makes(rule: Rule) -> None:
    assert rule.fixable == bool(rule.examples.fixed)
    assert rule.examples.good and rule.examples.bad


@RULES
def test_a_rule_has_a_case_file(rule: Rule) -> None:
    assert (HERE / f"{rule.name}.md").is_file()


def test_every_case_file_belongs_to_a_rule() -> None:
    assert {file.stem for file in HERE.glob("*.md")} <= {rule.name for rule in all_rules()}
