"""Every builder makes the same site of the same pages, the hostile ones included."""

import importlib.util
import json
from pathlib import Path

import pytest
from tests.site.conftest import build_folder, copied_example
from tests.site.markup import broken_links, outside_requests

from klantreis.build import Order


@pytest.mark.parametrize("builder", ["zensical", "properdocs"])
def test_another_builder_makes_the_pages_that_mkdocs_makes(builder: str, site: Path, tmp_path: Path) -> None:
    if importlib.util.find_spec(builder) is None:
        pytest.skip(f"{builder} is not installed")
    made = build_folder(copied_example(tmp_path), Order(builder=builder))
    assert files(made) == files(site)
    assert ids(made) == ids(site)
    assert not list(outside_requests(made))
    assert not list(broken_links(made))


def files(site: Path) -> set[str]:
    """Return the paths of all that is ours: pages, pictures, the feed and badges."""
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.name.endswith((".html", ".svg", ".png", ".ics", "badge.json"))
        and not path.is_relative_to(site / "assets" / "images")
    }


def ids(site: Path) -> set[str]:
    """Return the addresses that the search of a site knows, without their anchors."""
    index = next(path for path in sorted(site.rglob("search*.json")))
    told = json.loads(index.read_text("utf-8"))
    places = {str(each["location"]).partition("#")[0] for each in told.get("docs") or told["items"]}
    return {place or "index.html" for place in places}
