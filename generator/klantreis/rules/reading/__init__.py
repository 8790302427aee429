"""Rules about the files themselves: what could not be read is said, once, with the place and the way out."""
