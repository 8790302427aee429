"""Rules about what a text says, against what its stage asks for."""
