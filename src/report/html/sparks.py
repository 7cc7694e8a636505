"""Small charts beside a number: a line of some rows of an exhibit, an interval on a scale."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 160, 40, 4


def line(points: Sequence[tuple[float, float]], said: str) -> str:
    """Line through points, with a dot at its end, as SVG.

    Parameters
    ----------
    points : sequence of pair of float
        In the order of the first coordinate.
    said : str
        What it shows, for readers of the screen.
    """
    xs, ys = zip(*points)
    low = min(0.0, *ys)
    placed = [(_on(x, min(xs), max(xs), WIDTH), HEIGHT - _on(y, low, max(ys), HEIGHT))
              for x, y in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
    x, y = placed[-1]
    return _drawing(f'<polyline points="{path}" fill="none" stroke="currentColor" '
                    f'stroke-width="2"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3" '
                    'fill="currentColor"/>', said)


def interval(low: float, high: float, scale: tuple[float, float], said: str) -> str:
    """Bar from one bound to the other on a scale, as SVG.

    Parameters
    ----------
    low, high : float
    scale : pair of float
        Ends of the scale, in the same unit.
    said : str
        What it shows, for readers of the screen.
    """
    start, end = (_on(value, *scale, WIDTH) for value in (low, high))
    middle = HEIGHT / 2
    return _drawing(
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{middle}" y2="{middle}" stroke="currentColor" '
        f'stroke-opacity="0.4"/><rect x="{start:.1f}" y="{middle - 6}" '
        f'width="{max(end - start, 2):.1f}" height="12" fill="currentColor"/>', said)


def _on(value: float, low: float, high: float, size: int) -> float:
    """Place of a value on a side of a given length."""
    return EDGE + (value - low) / (high - low) * (size - 2 * EDGE)


def _drawing(inner: str, said: str) -> str:
    return (f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{said}">'
            f"{inner}</svg>")
