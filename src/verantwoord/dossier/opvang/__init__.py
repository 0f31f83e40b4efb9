"""Where somebody lives: the places, a transfer to a vbl or a gezinslocatie, and what is important for each child.

A transfer passes the gate, is asked of the COA with a day for the answer, and is handed over by two people. Nobody lives
somewhere else because a date passed: arriving is recorded by somebody who knows it. Legal base: Vw 2000 art. 56; Rva 2005
art. 5; Leidraad Terugkeer en Vertrek: Vrijheidsbeperkende maatregel, Gezinslocatie; report §3.2 and footnote 8.
"""
