"""Supervision until the departure: meldplicht, staying away, vrijheidsbeperking, and tests that a country asks for.

Lesser means first: what weighs lightest stands on top, and nothing here makes a heavier one come by itself (report §2.2;
Vw 2000 art. 54, 56 and 59; Leidraad Terugkeer en Vertrek: Toezicht). Supervision tells where somebody is. It is no
pressure to leave, and what somebody did not do says nothing here about who they are.
"""
