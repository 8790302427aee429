"""What makes a page findable: the other forms of its words."""
