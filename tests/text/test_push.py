"""The push score on texts that a copywriter would recognise."""

import pytest
from tests.text.samples import INFORMING, SELLING, Sample, message_of

ALLOWANCE = 10


@pytest.mark.parametrize("sample", SELLING, ids=lambda sample: f"{sample.language} {sample.name}")
def test_a_text_that_sells_is_above_what_awareness_bears(sample: Sample) -> None:
    message = message_of(sample)
    assert message.push is not None
    assert message.push > ALLOWANCE
    assert message.evidence


@pytest.mark.parametrize("sample", INFORMING, ids=lambda sample: f"{sample.language} {sample.name}")
def test_a_text_that_informs_is_within_what_awareness_bears(sample: Sample) -> None:
    message = message_of(sample)
    assert message.push is not None
    assert message.push <= ALLOWANCE
