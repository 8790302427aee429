"""Rules about where a reader goes next: ways on, ways back, circles, entries and gates."""
