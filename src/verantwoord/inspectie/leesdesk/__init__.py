"""The reading desk: copies without names, two assessors who do not see each other, a third where they differ.

Report *Verantwoord Vertrek*, methode: two inspectors read the same dossiers. A copy is made by a job and is the only
thing they see; which dossier it came from is kept from them. Legal base: AVG art. 5(1)(c), 25 and 89(1). ADR 25.
"""
