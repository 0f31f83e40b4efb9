"""Who may look and speak for the person: given by themselves, or written down by the staff from a paper.

Legal base: Awb art. 2:1, AVG art. 12; for guardians BW 1:245 and 1:302. It ends on its last day, or at once when the
person, whoever has it, or the staff ends it.
"""
