"""Long work says how far it is, on stderr, and passes everything on."""

import os
import pty
import re
import subprocess
import sys

from verantwoord.kern.voortgang import volg

WERK = "from verantwoord.kern.voortgang import volg\nprint(sum(volg(range(5), totaal=5, tekst='Dossiers')))"


def test_given_no_terminal_when_following_work_then_one_line_on_stderr_sums_it_up(capsys):
    gezien = list(volg("abc", totaal=3, tekst="Berichten"))

    uit, fout = capsys.readouterr()
    assert (gezien, uit) == (["a", "b", "c"], "")
    assert re.fullmatch(r"Berichten: 3 in \d+,\d s\n", fout) is not None


def test_given_a_terminal_when_following_work_then_a_bar_stands_there_and_the_answer_stays_clean():
    meester, slaaf = pty.openpty()

    klaar = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WERK], stdout=subprocess.PIPE, stderr=slaaf, text=True, check=True
    )
    os.close(slaaf)
    getoond = os.read(meester, 100_000).decode()
    os.close(meester)

    assert klaar.stdout == "10\n"
    assert re.search(r"Dossiers .*100%", getoond) is not None
