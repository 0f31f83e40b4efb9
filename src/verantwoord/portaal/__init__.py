"""The person's own portal: where am I, what happens next and why, what can I choose, who looked.

Its own addresses under ``/mijn/``, its own session, its own questions to the database: nothing here comes from the pages
of the staff, and what is shown is named field by field. Legal base: AVG art. 12-21; Awb art. 2:1; report §1.6.
"""
