"""Break-glass: one category of one person's file, for at most an hour, with a reason first and a review afterwards.

For what cannot wait: danger to somebody, outside one's own cases. Nobody can be given it and nobody can be kept out of
the review. AVG art. 5(2) and 32; BIO2 5.15 and 8.15.
"""
