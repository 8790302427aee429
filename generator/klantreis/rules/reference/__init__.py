"""Rules about words that must exist: stages, personas, channels, questions, links."""
