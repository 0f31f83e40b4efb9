"""What the person wishes for the departure and what support fits it. For now the wishes and the answers they get.

A wish keeps the person's own words, who heard it, whether it is realistic and why, and what was done with it (report
§3.2; norm vertrekwens-vastleggen). "No wish" is an answer too.
"""
