"""An article's text to sentences and tokens: ``split`` is the door, ``tokens`` and ``sentences`` the two steps."""

from timeline.text.sentences import split

__all__ = ["split"]
