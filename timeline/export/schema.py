"""The JSON Schema of the format ``timeline.story`` (2020-12), as it is shipped with the package.

Out goes the schema as an object or text. How a timeline is written is decided in ``to_json``; a test keeps both in
step.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

SCHEMA_FILE = "timeline.story.schema.json"


@cache
def schema_text() -> str:
    """The schema as the text that ``timeline schema`` prints."""
    return files("timeline.export").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The schema as an object; a fresh one each time, so that nobody changes another's."""
    made: dict[str, Any] = json.loads(schema_text())
    return made
