"""What the person says is not right: the words, until when an answer is owed, and the decision that they read."""
