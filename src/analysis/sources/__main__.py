"""Take the publishers' latest figures: ``python -m analysis.sources``."""

from analysis.sources.datasets import BUILDERS
from report.refresh import command

if __name__ == "__main__":
    raise SystemExit(command.main(BUILDERS))
