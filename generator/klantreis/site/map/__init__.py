"""The map of a journey: what it draws follows from the journey itself, and not from its model's name."""
