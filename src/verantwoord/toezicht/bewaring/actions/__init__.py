"""Every change about detention: right and lock, norms, write, event. Ending it asks no norm anything."""

from verantwoord.toezicht.bewaring.actions.aanwijzing import (
    confirm_aanwijzing,
    propose_aanwijzing,
    withdraw_aanwijzing,
)
from verantwoord.toezicht.bewaring.actions.besluit import impose_bewaring, refuse_bewaring
from verantwoord.toezicht.bewaring.actions.verloop import (
    extend_bewaring,
    record_advocaat,
    record_heroverweging,
    record_rechtbank,
    release_bewaring,
)
from verantwoord.toezicht.bewaring.actions.voorstel import (
    approve_voorstel,
    begin_voorstel,
    return_voorstel,
    save_voorstel,
    send_voorstel,
    sign_voorstel,
    submit_voorstel,
    withdraw_voorstel,
)

__all__ = [
    "approve_voorstel",
    "begin_voorstel",
    "confirm_aanwijzing",
    "extend_bewaring",
    "impose_bewaring",
    "propose_aanwijzing",
    "record_advocaat",
    "record_heroverweging",
    "record_rechtbank",
    "refuse_bewaring",
    "release_bewaring",
    "return_voorstel",
    "save_voorstel",
    "send_voorstel",
    "sign_voorstel",
    "submit_voorstel",
    "withdraw_aanwijzing",
    "withdraw_voorstel",
]
