"""The description of the API that others build on."""

import json

from verantwoord.project.api import api


def openapi() -> str:
    """The OpenAPI description as it is served, laid out so that a change can be read."""
    return (
        json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), indent=1, ensure_ascii=False, default=str)
        + "\n"
    )
