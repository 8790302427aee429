"""The kinds of page: each module turns the register into the values that one template shows."""
