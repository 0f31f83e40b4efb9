"""Figures that are told: fixed tables over fixed periods, in which no small group can be found, also not by subtraction.

Made once after each quarter and then never again, so that two looks never differ by one dossier. Security, threat 34;
kern invariant 11; AVG rec. 26; norm kwaliteitsmeting-vertrekplan.
"""
