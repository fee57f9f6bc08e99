"""Which words name an event, and of which type: readings of a word, look-up, coding, the main event of a line."""
