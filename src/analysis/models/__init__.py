"""Estimators: DataFrames in, frozen results out."""
