"""The published JSON schema of a message, made from its types.

``python -m verantwoord.kern.overdracht.schemas`` writes the schema of the procedure message to standard output.
"""

import json
import sys

import msgspec

from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht


def schema_tekst(soort: type[Overdrachtsbericht | Procedurebericht]) -> str:
    """Write the schema as it is published: one space of indent, UTF-8, a line break at the end."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(soort)}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_tekst(Procedurebericht))
