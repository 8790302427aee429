"""From text to values with positions; nothing is swallowed, nothing raises."""
