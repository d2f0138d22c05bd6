"""Made-up reports as rows of a CSV file."""

import csv
from pathlib import Path

from yokame.reports.table import Reports, Word

_HEADER = ("employer", "industry", "stage", "season", "held", "word", "days", "reported_on", "kind")


def write_csv(reports: Reports, path: Path) -> Path:
    """Write reports with the columns of docs/reports.md."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for at in range(len(reports)):
            writer.writerow(
                [
                    reports.employer.names[reports.employer.code[at]],
                    reports.industry.names[reports.industry.code[at]],
                    reports.stage.names[reports.stage.code[at]],
                    reports.season[at],
                    reports.held[at],
                    Word(reports.word[at]).name.lower(),
                    int(reports.days[at]),
                    reports.reported[at],
                    "followed" if reports.followed[at] else "afterwards",
                ]
            )
    return path
