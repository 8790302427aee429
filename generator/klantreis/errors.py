"""The two kinds of trouble that are not the writer's."""


class OperatorError(Exception):
    """The call cannot be carried out as asked; the message says why and the way out."""
