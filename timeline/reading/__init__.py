"""Files, pages, feeds and dumps to articles.

``files.read`` is the door; behind it a reader each for plain text, web pages, feeds and records, which share three
things: what a line of a page is (``furniture``, ``header``, ``plaintext``), when something was published
(``pubdate``), and how findings become an ``Article`` (``assembly``). Nothing heavy is imported before a page or a
feed is read.
"""
