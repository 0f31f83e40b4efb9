"""What the person wishes for the departure, and what support fits it: wishes, referrals, contributions and the catalogue.

A wish keeps the person's own words, who heard it, whether it is realistic and why, what was done with it and that the
person was told (report §3.2; norm vertrekwens-vastleggen). After a referral to IOM, an ngo or DIA the regie stays with
the regievoerder (norm doorverwijzing-iom-ngo). Referring asks consent; refusing is neutral.
"""
