"""Detention as the last means: proposed, read by a second person, decided by a third, looked at again, and ended.

Nothing here makes it the easy path. The lesser means stand first and each is weighed in own words; one person writes,
another reads, a third who is competent that day decides; ending it takes one act that nothing stops. Report §2.2 and
§3.1; Vw 2000 art. 59, 94 and 100; Vb 2000 art. 5.1a, 5.1b and 6.1; Directive 2008/115/EC art. 15 to 17.
"""
