"""The form of a text in which phrases are looked up."""

from typing import Final


def _flat() -> bytes:
    kept = b"abcdefghijklmnopqrstuvwxyz0123456789$%"
    return bytes(
        byte if byte in kept else byte + 32 if 65 <= byte <= 90 else 32  # everything else is a space
        for byte in range(256)
    )


_FLAT: Final = _flat()


def flat(plain: str) -> bytes:
    """Return `plain` (ASCII) in lower case, with a space for all but letters, digits, `$` and `%`."""
    return plain.encode("ascii").translate(_FLAT)


def pattern(phrase: str) -> bytes:
    """Return what finds `phrase` in a flattened text; `*` at an end leaves that end open."""
    words = b" ".join(flat(phrase.strip("*")).split())
    before = b"" if phrase.startswith(("*", "%")) else b" "
    after = b"" if phrase.endswith(("*", "%")) else b" "
    return before + words + after
