"""Engine of an executable report: tables, numbers, exhibits, ledger, checks and their pages."""
