"""A linter, coverage tool and site generator for customer-journey content."""

__version__ = "0.1.0"
