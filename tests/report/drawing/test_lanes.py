"""A lane a category, a dot an event."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.collections import PathCollection

from report.drawing import lanes


def test_lanes_hold_their_events():
    data = pd.DataFrame({"lane": ["War", "Bank", "Bank"], "date": [2022.1, 2022.2, 2023.0],
                         "exact": [True, True, False]})
    figure = lanes.lanes(data, "lane", "date", "exact", events={2022.15: "Invasion"})
    axes = figure.axes[0]
    labels = [t.get_text() for t in axes.get_yticklabels()]
    days, months = [c for c in axes.collections if isinstance(c, PathCollection)]
    said = [t.get_text() for t in axes.texts]
    plt.close(figure)
    assert labels == ["War (1)", "Bank (2)"]
    assert days.get_offsets().tolist() == [[2022.1, 0], [2022.2, -1]]
    assert months.get_offsets().tolist() == [[2023.0, -1]]
    assert len(months.get_facecolors()) == 0  # the ring of an event without a day
    assert said == ["Invasion"]
