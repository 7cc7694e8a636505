"""Figures: one kind of drawing a module, data in and a drawn figure out."""
