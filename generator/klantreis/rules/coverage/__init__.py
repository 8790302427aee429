"""Rules about what is missing: slots, questions, pains and gains that no published item serves."""
