"""The talks about departure: planning, holding and finishing them, and what the person says in their own words.

At least three: shortly after the transfer, when the hearing is known, and after the judgment (report §2.2 and §3.1).
A finished talk never changes; a correction or the person's reaction is added to it.
"""
