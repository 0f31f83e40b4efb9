"""The desks of the partners: what is asked of them, the answers their task needs, and what is theirs to send.

A partner sees a case only while it is involved in it, and of that case only answers and its own entries, by the
need-to-know matrix. What it sends is kept as it came and goes through the same actions as everybody's. Legal base:
AVG art. 5(1)(b) and (c), 6(1)(e); report §2.2 and §3.4.
"""
