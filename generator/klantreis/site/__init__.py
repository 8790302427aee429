"""The published site as values: pages in, texts out, without disk, clock or builder."""
