"""A dossier's facts on a day, for what is derived from facts alone."""

import json
from datetime import date

from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand


def stand_op(op, **feiten):
    """The facts of an invented dossier, received on 18 July 2022, and what the norms say of them on a day."""
    beeld = {
        "schema": "verantwoord.dossierbeeld/1",
        "dossiernummer": "D-2022-004817",
        "overdracht": {"afzender": "ind", "ontvangen_op": "2022-07-18"},
        "persoon": {"v_nummer": "9914479053"},
        "regievoerder": "Noor Haverkamp",
    } | feiten
    dag = date.fromisoformat(op)
    stand = Stand(lees_dossierbeeld(json.dumps(beeld).encode()), dag, STANDAARD.op(dag))
    return stand, beoordeel_stand(stand, regelset=STANDAARD.regelset)
