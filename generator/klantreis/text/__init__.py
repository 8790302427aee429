"""What a text is doing, sentence by sentence: language, facets, asks, push and readability."""
