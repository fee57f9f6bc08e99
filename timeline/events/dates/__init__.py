"""Which day an event gets from the time expressions of its article, and on what that rests."""
