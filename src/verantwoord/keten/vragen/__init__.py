"""A partner asks the owner of a fact one thing, and reads the answer until its last day; the COA answers what it owns."""
