"""The stage that a text seems to be written for."""

import pytest
from tests.text.samples import Sample, message_of

from klantreis.text.stage import suggest_stage

TEXTS = (
    ("awareness", Sample("explains", "nl", (), """
# Waarom is het zo koud in huis?

Kou komt meestal door kieren en dunne ramen. Warme lucht stijgt op en verdwijnt door het dak. Daardoor
blijft het bij de vloer koud, ook als de verwarming aan staat. Herken je dat? Dan is er vaak een
eenvoudige oorzaak.

Een kaars laat zien waar het tocht. Houd hem bij de kozijnen. Beweegt de vlam, dan zit daar het probleem.
""")),
    ("consideration", Sample("compares", "nl", ("Warmwijs",), """
# Glaswol of cellulose: de verschillen

Cellulose houdt warmte langer vast dan glaswol. Glaswol is goedkoper en beter bestand tegen vocht. In
vergelijking met schuim zijn beide duurzaam en sterk. De voordelen en nadelen staan hieronder. Warmwijs
werkt met allebei.
""")),
    ("decision", Sample("sells", "nl", ("Warmwijs",), """
# Prijzen en offerte

Isolatie kost bij Warmwijs vanaf € 45 per m2, inclusief btw en plaatsing. Deze maand krijg je € 100
korting. Bereken je prijs, of vraag een vrijblijvende offerte aan. Bestel nu en kies je datum.
""")),
    ("use", Sample("helps", "en", ("Tidewater",), """
# Reset your password

Log in and go to settings. Click on your account and select reset. You will get a message with a link.
If you see an error message, contact support. Existing customers can change their login in the
dashboard.
""")),
    ("advocacy", Sample("asks for a review", "en", ("Tidewater",), """
# Tell others about Tidewater

You have been with us for a year, and we love that. Would you write a review? Happy customers are our
best ambassadors. Refer a friend and both of you get a gift. Thank you for your story.
""")),
)  # fmt: skip


@pytest.mark.parametrize(("phase", "sample"), TEXTS, ids=lambda value: str(value)[:20])
def test_a_clear_text_is_given_its_phase(phase: str, sample: Sample) -> None:
    suggestions = suggest_stage(message_of(sample))
    assert suggestions[0].phase == phase
    assert suggestions[0].reasons
    assert sum(suggestion.score for suggestion in suggestions) == pytest.approx(1, abs=0.01)


def test_a_text_without_a_verdict_gets_no_suggestion() -> None:
    assert suggest_stage(message_of(Sample("short", "nl", (), "Te kort."))) == ()
