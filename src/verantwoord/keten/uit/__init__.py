"""Answers that go out to partners by themselves: kept in the transaction of the act, delivered afterwards by a job.

A message holds only fields that the need-to-know matrix and a running agreement give that receiver. It arrives at
least once, in the order of its dossier, and carries the same id however often it is sent. Legal base: AVG art. 5, 6, 9,
26 and 30; norms informatiedeling-grondslag and coa-einddatum-afgeleid; NL GOV profile for CloudEvents.
"""
