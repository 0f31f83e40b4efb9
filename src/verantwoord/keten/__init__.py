"""Messages from and to partners: kept before they are answered, judged, and taken in or set apart for a person to look at.

IND, AVIM and KMar send transfers and procedure events (report §2.2). Nothing that came in is ever lost or silently
linked to the wrong person.
"""
