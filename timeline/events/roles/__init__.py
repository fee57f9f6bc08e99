"""Who did it to whom, and where: the participants of an event from frames, nouns and role rules."""
