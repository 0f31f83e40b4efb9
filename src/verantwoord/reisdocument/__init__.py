"""Travel documents, and the laissez-passer asked of the country of origin.

Nothing goes to the authorities of that country before the court has judged the asylum request, and never anything
that shows there was one (report §3.1; Vc A4/2.2; Directive 2013/32/EU art. 30). Not filling in the form is recorded
as neutral as filling it in.
"""
