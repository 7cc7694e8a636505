"""Chapters in clean kernels: what they rest on, on what they ran, what came out."""
