"""The intake of messages from IND, AVIM and KMar, without a database: read strictly, judge, recognise.

A transfer message brings a person's file to DT&V; a procedure message tells what happened in the procedure since. What a
message must look like and why it may be refused stands in the contract of the transfer message; nothing is guessed, and a
message is never linked to a person on a v-nummer alone.

Read in this order: ``bericht`` and ``procedurebericht`` (the shapes), ``lezen`` (bytes to message), ``beoordelen`` (its fate).
"""
