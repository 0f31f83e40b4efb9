"""Reference data that rooms share: what a country is called and whether it takes part, and the numbers of project norms.

Every value has the date from which it holds; the old value stays for old dates.
"""
