"""Texts compared with the files in `golden/`; `--accept` rewrites them."""

from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def agrees(name: str, text: str, accept: bool) -> None:
    """Compare `text` with the golden file `name`, or write it there when it was accepted."""
    path = FOLDER / name
    if accept:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; look at it, then use --accept"
