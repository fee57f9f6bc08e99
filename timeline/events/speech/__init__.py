"""Who says so: quotations and reported speech, their cues and their speakers."""
