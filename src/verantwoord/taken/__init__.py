"""Work that nobody waits for: jobs kept in the same database, done by a worker beside the server.

A job is asked for in the transaction of an act and is gone when that act is. It carries ids only, never personal data,
and acts as the person who asked for it. Legal base: AVG art. 5(1)(c) and 32.
"""
