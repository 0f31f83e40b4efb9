"""Questions for more than one's role shows: what was asked, what was decided, and until when it can be read."""
