"""Rules about dates: what should have been looked at again."""
