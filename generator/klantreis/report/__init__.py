"""Values to text: what the terminal, a file or a program gets to read. Nothing here prints."""
