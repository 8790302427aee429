"""Rules about personas and journeys themselves: do they say enough to write for."""
