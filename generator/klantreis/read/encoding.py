"""What a text shows of the bytes that it was read from."""

import re

from klantreis.read.notes import Notes

_UNDECODED = re.compile("[\udc80-\udcff]")
_WIDE_MARKS = ("\udcff\udcfe", "\udcfe\udcff")


def judge_bytes(text: str, notes: Notes) -> bool:
    """Note bytes that are no UTF-8 (read as lone surrogates) and byte-order marks inside the text.

    Returns whether the text can be read as text at all: a file in UTF-16 cannot.
    """
    bad = None if _is_sound(text) else _UNDECODED.search(text)
    if bad:
        is_wide = "\x00" in text or text.startswith(_WIDE_MARKS)
        byte = f"0x{ord(bad[0]) - 0xDC00:02X}"
        notes.trouble("not-utf8", notes.at(bad.start(), bad.end()), "utf16" if is_wide else "", byte=byte)
        return not is_wide
    mark = text.find("\ufeff")
    if mark >= 0:
        notes.trouble("not-utf8", notes.at(mark, mark + 1), "bom")
    return True


def _is_sound(text: str) -> bool:
    """Say whether nothing stands for a byte that is no UTF-8: to try is quicker than to search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
