"""Steps of an account: what is drawn and labelled."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.colors import to_hex

from report.drawing import palette, waterfall


def test_waterfall_labels_each_step_with_its_bounds():
    data = pd.DataFrame({"key": ["before", "lost"], "label": ["Before", "Lost"],
                         "start": [0.0, 200], "end": [200.0, 80], "low": [190.0, -150],
                         "high": [210.0, -100]})
    figure = waterfall.waterfall(data, {"before": palette.INK, "lost": palette.BLUE},
                                 xlabel="USD million")
    words = [t.get_text() for t in figure.axes[0].texts]
    bars = [(round(b.get_x()), round(b.get_width())) for b in figure.axes[0].patches]
    shades = [to_hex(b.get_facecolor()) for b in figure.axes[0].patches]
    plt.close(figure)
    assert shades == [palette.INK, palette.BLUE]
    assert words == ["Before: 190 to 210", "Lost: \N{MINUS SIGN}150 to \N{MINUS SIGN}100"]
    assert bars == [(0, 200), (200, -120)]
