"""The team: how much work lies with whom, who stands in, and giving dossiers to a colleague.

Only amounts of work, for dividing it. How well or how quickly somebody works is not shown per person.
"""
