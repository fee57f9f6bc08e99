"""Faces of one archive: they hold no logic, and they alone read the clock and the environment."""
