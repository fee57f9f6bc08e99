"""What is known: words and rules as data, and the records they are checked against."""
