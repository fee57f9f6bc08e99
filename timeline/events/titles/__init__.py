"""One line for each event, as a reader would write it."""
