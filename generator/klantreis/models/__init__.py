"""The five journey models from the literature, as data inside the package."""

from functools import cache
from importlib.resources import files

from klantreis.model.journey import Journey
from klantreis.read.project import read_models


@cache
def built_in() -> tuple[Journey, ...]:
    """Return the five built-in models, by id."""
    folder = files("klantreis.models")
    texts = {f"models/{f.name}": f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".yaml")}
    return read_models(texts)
