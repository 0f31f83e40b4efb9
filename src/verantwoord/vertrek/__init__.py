"""The departure itself: booked, let go ahead, proven, and after it the closing and reopening of the dossier.

Independent and forced departure are separate acts with gates of their own, and going back to independent departure is
always possible (report §2.2, §3.1, §3.2; Leidraad Terugkeer en Vertrek: Bericht van vertrek). Nothing here happens by
itself: no date, absence or silence books, closes or opens anything; a person does, with a reason.
"""
