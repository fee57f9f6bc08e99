"""Numbers of people: how they are written, whom they count, and the event that they belong to."""
