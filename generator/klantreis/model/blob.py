"""What git calls a text, so that one on disk is known to be the same as one in a commit."""

import hashlib


def blob_name(text: str) -> bytes:
    """Return the twenty bytes by which git knows a file with this text, in a repository of the usual kind."""
    data = text.encode("utf-8", "surrogateescape")
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).digest()
