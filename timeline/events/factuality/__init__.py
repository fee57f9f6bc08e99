"""Whether it happened: what stands above an event and how far it reaches."""
