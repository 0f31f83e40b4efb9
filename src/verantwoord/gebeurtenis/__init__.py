"""What happened: one append-only table, hash-chained per dossier, written in the transaction of the act.

It feeds timeline, audit, outbox and measurement. Row history lives here too: a database trigger keeps what
every row was before it changed, with the person who changed it. Legal base: AVG art. 5(2) and 32, Archiefwet.
"""
