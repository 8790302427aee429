"""Rules about where a reader goes next: dead ends and skipped stages."""
