"""The languages of the portal: a sentence in the language of who reads, or else in Dutch and English beside each other.

``zin("U kunt blijven tot %(dag)s.", dag=dag)`` in Python, ``{% zin "…" dag=dag %}`` in a template. The Dutch sentence is
the msgid; the translations stand in ``portaal/locale``. None of these was looked at by a sworn translator yet, and every
page in another language says so.
"""

from verantwoord.portaal.taal.keuze import TALEN, taal_van, zet_taal
from verantwoord.portaal.taal.zinnen import Zin, zin, zin_lui

__all__ = ["TALEN", "Zin", "taal_van", "zet_taal", "zin", "zin_lui"]
