"""The settings of the tests: the same program on a throw-away database, with a quick password hash."""

import os

from verantwoord.project.omgeving import WORTEL

os.environ.setdefault("VERANTWOORD_DATA", str(WORTEL / ".data" / "tests"))

from verantwoord.project.settings import *  # noqa: F403 - the data folder must be chosen first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A kept connection would outlive the database that a test made.
DATABASES["default"] |= {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": False}  # noqa: F405 - from the star import
# The tests serve static files from the rooms; the folder for collected ones need only be there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 - from the star import
