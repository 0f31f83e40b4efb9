"""The API for partners: what comes in as messages, the answers a partner may read, and what is theirs to send.

What is not there and what is not for this partner look alike. Legal base: AVG art. 5(1)(b) and (c), 6(1)(e); report
§3.4; NLGov REST API Design Rules 2.0.
"""

from typing import Final

from ninja import Router

from verantwoord.keten.api import berichten, gevraagd, inzenden, overleg, zaken

ROUTERS: Final[tuple[Router, ...]] = (
    berichten.router,
    zaken.router,
    gevraagd.router,
    inzenden.router,
    overleg.router,
)
EIGEN_TRANSACTIES: Final = (
    berichten.EIGEN_TRANSACTIES
    | zaken.EIGEN_TRANSACTIES
    | gevraagd.EIGEN_TRANSACTIES
    | overleg.EIGEN_TRANSACTIES
)
