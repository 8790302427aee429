"""The built site: every link leads somewhere, nothing comes from elsewhere, and no page is broken HTML."""

import json
import re
from collections import Counter
from pathlib import Path

from tests.site.markup import broken_links, built_pages, outside_requests

HANDLER = re.compile(r"on[a-z]+\Z")


def test_no_internal_link_or_anchor_is_broken(site: Path) -> None:
    assert not list(broken_links(site))


def test_nothing_is_fetched_from_another_server(site: Path) -> None:
    assert not list(outside_requests(site))


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for page in built_pages(site).values():
        twice = [id for id, count in Counter(page.ids).items() if count > 1]
        assert not twice, page.path


def test_no_page_holds_a_script_or_handler_of_a_writer(site: Path) -> None:
    for page in built_pages(site).values():
        for tag, values in page.tags:
            assert not [name for name in values if HANDLER.match(name)], (page.path, tag, values)
            for name in ("href", "src", "action"):
                assert not re.match(r"\s*(javascript|data|vbscript):", values.get(name, ""), re.IGNORECASE), (
                    page.path
                )
        text = _text(site, page.path)
        assert "window.pwned=1</script" not in text, page.path
        assert "<img src=x" not in text, page.path


def _text(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def test_no_drawing_holds_a_link(site: Path) -> None:
    for page in built_pages(site).values():
        drawings = re.findall(r'<svg class="kr-.*?</svg>', _text(site, page.path), re.DOTALL)
        assert not any("href" in drawing for drawing in drawings), page.path


def test_tables_have_a_caption_and_their_headings_a_scope(site: Path) -> None:
    for page in built_pages(site).values():
        for table in re.findall(r'<table class="kr-(?!plain).*?</table>', _text(site, page.path), re.DOTALL):
            assert "<caption" in table, page.path
            assert all("scope=" in heading for heading in re.findall(r"<th\b[^>]*>", table)), page.path


def test_pages_hold_no_markdown_that_was_left_over(site: Path) -> None:
    for page in built_pages(site).values():
        shown = re.sub(r"<(pre|code|script|style).*?</\1>", "", _text(site, page.path), flags=re.DOTALL)
        assert not re.search(r"^#{1,6} .*\{ #[\w-]+ \}", shown, re.MULTILINE), page.path
        assert "\x02" not in shown, page.path


def test_the_badges_are_at_the_top_of_the_site(site: Path) -> None:
    assert (site / "badge.svg").read_text("utf-8").startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert json.loads((site / "badge.json").read_text("utf-8"))["schemaVersion"] == 1


def test_images_are_copied_whatever_their_name(site: Path) -> None:
    assert (site / "files" / "content" / "een map & meer" / "foto & zo.png").is_file()
