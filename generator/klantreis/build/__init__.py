"""The room that writes the pages and runs the builder."""

from klantreis.build.runner import BUILDERS
from klantreis.build.serve import Loaded, serve
from klantreis.build.site import Built, Order, build

__all__ = ["BUILDERS", "Built", "Loaded", "Order", "build", "serve"]
