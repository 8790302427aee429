"""Tags in the configuration say what the files themselves do not."""

import pytest

from klantreis.check import run
from klantreis.errors import OperatorError
from klantreis.model.item import Item
from klantreis.model.pattern import PathPattern
from klantreis.read.config import read_config
from klantreis.rules.base_project import BASE, TODAY

PATH = "content/dozen-lenen.md"


def item(tags: str, text: str = "Dozen kun je lenen van iemand die net verhuisd is.\n") -> Item:
    config = read_config(f'[[tags]]\npath = "content/dozen-*"\n{tags}', "klantreis.toml")
    return run({**BASE, PATH: text}, config, TODAY).project.item_by_path[PATH]


def test_other_spellings_of_a_channel_format_or_status_count_as_in_a_file() -> None:
    read = item('channel = "e-mail"\nformat = "Handleiding"\nstatus = "concept"\n')
    assert (read.channel, read.format, read.status) == ("email", "manual", "draft")


def test_front_matter_wins_key_by_key() -> None:
    read = item('channel = "e-mail"\nstage = "attention"\n', "---\nchannel: blog\n---\n\nDozen lenen.\n")
    assert (read.channel, read.stages) == ("blog", ("attention",))


def test_an_unknown_channel_is_the_operators_to_mend() -> None:
    with pytest.raises(
        OperatorError, match=r"^klantreis.toml:3:12: 'channel' cannot be 'emial'"
    ):
        item('channel = "emial"\n')


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("content/{blog,nieuws}/**", "content/nieuws/2021/a.md", True),
        ("content/{blog,nieuws}/**", "content/pers/a.md", False),
        ("content/**/{_posts,blog/*}/x.md", "content/site/blog/2021/x.md", True),
        ("content/**/{_posts,blog/*}/x.md", "content/site/blog/x.md", False),
        ("content/{een}/a.md", "content/{een}/a.md", True),
        ("content/a{,-en}.md", "content/a.md", True),
        ("**/*.nl.md", "content/x/y.nl.md", True),
        ("content/*/a.md", "content/x/y/a.md", False),
    ],
)
def test_a_pattern_fits_what_it_says(pattern: str, path: str, fits: bool) -> None:
    assert PathPattern(pattern).matches(path) is fits
