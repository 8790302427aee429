"""The values that walk through the house: frozen, without disk, clock or print."""
