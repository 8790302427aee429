"""Mails to somebody who is about to act, for examples of how often a mail may sell: path → text."""

from collections.abc import Sequence

_MAIL = """\
---
title: {title}
subject: {title}
stage: action
persona: [huurder]
channel: email
format: mailing
intent: {intent}
cta: {cta}
next: [eerste-week]
owner: noor
{publish}---

{text} Hoe het na de verhuisdag verdergaat, lees je in [de eerste week in je nieuwe huis](eerste-week.md).
"""

_HELPS = (
    "Je verhuisdatum staat vast. Zet deze week drie dingen op je lijst: de sleutel, de meterstand en je "
    "nieuwe adres bij de bank. Dan kun je op de dag zelf rustig beginnen."
)
_SELLS = (
    "Je trap is bekeken en de prijs staat vast: 480 euro voor twee verhuizers en een bus. Is er toch "
    "schade, dan vergoeden we die. Antwoord op deze mail, dan staat je voorstel vanavond klaar."
)


def action_mails(intents: Sequence[str], dates: Sequence[str] = ()) -> dict[str, str]:
    """Return a mail for each of `intents`, which may carry a mark; those that sell ask for a quote.

    With `dates` there is one for each mail.
    """
    return {
        f"content/actiemail-{n}.md": _mail(n, intent, f"publish: {dates[n]}\n" if dates else "")
        for n, intent in enumerate(intents)
    }


def _mail(number: int, intent: str, publish: str) -> str:
    sells = "sell" in intent
    return _MAIL.format(
        title=f"Mail {number} voor je verhuizing",
        intent=intent,
        cta="quote" if sells else "read",
        text=_SELLS if sells else _HELPS,
        publish=publish,
    )
