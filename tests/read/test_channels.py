"""Channels in the configuration: limits, attention and kind, also of channels that everybody knows."""

import datetime

import pytest

from klantreis.check import run
from klantreis.errors import OperatorError
from klantreis.model.channel import TRAITS, Traits
from klantreis.model.project import Project
from klantreis.model.vocabulary import CHANNELS
from klantreis.read.config import read_config
from klantreis.rules.base_project import BASE


def project(text: str) -> Project:
    return run({**BASE}, read_config(text, "klantreis.toml"), datetime.date(2026, 6, 1)).project


def test_every_channel_has_traits() -> None:
    assert set(TRAITS) == set(CHANNELS.ids)


def test_what_is_set_replaces_and_the_rest_stays() -> None:
    traits = project("[channels.sms]\nlength = 320").traits("sms")
    assert traits == Traits("active", "owned", 320, None)


def test_a_channel_of_your_own_has_what_you_give_it() -> None:
    traits = project('[channels.bord]\nnl = "bord"\nattention = "passive"\nkind = "owned"').traits("bord")
    assert traits == Traits("passive", "owned")


def test_nothing_is_known_of_a_channel_that_does_not_exist() -> None:
    assert project("").traits("postduif") == Traits()
    assert project("").traits(None) == Traits()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "attention = 'pasive'",
            "klantreis.toml:2:14: 'attention' cannot be 'pasive'; did you mean 'passive'?",
        ),
        ("kind = 'rented'", "klantreis.toml:2:9: 'kind' cannot be 'rented'; known: earned, owned, paid"),
        ("length = 0", "klantreis.toml:2:10: 'length' is 0; it runs from 1 to 100000"),
        ("lenght = 80", "klantreis.toml:2:1: unknown key 'lenght'; did you mean 'length'?"),
    ],
)
def test_a_slip_gets_one_line_with_its_place(text: str, answer: str) -> None:
    with pytest.raises(OperatorError) as caught:
        read_config(f"[channels.sms]\n{text}", "klantreis.toml")
    assert str(caught.value).startswith(answer)
