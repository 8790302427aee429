"""The room that writes the pages and runs the builder."""

from klantreis.build.runner import BUILDERS
from klantreis.build.site import Built, Order, build
from klantreis.build.watch import Loaded, serve

__all__ = ["BUILDERS", "Built", "Loaded", "Order", "build", "serve"]
