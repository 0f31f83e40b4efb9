"""Workload: the talks that are due against what colleagues can hold, and what it would take to hold them in time.

About teams, never about one colleague; a team of fewer than five is not shown alone. Report §3.1: everybody at least
three talks, each at its moment.
"""
