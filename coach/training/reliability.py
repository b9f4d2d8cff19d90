"""Does 0.8 mean eight in ten? The reliability plot of the model card, as SVG that is the same every time.

It knows nothing of models: probabilities and what was there, in; a picture out.
"""

from pathlib import Path

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BINS = np.linspace(0, 1, 11)


def reliability(likely: Floats, wanted: Floats) -> list[tuple[float, float, int]]:
    """Return for each tenth its mean probability, the share that was there, and how many there are; no empty tenth."""
    place = np.clip(np.digitize(likely.ravel(), BINS) - 1, 0, len(BINS) - 2)
    found = []
    for tenth in range(len(BINS) - 1):
        here = place == tenth
        if here.any():
            found.append((float(likely.ravel()[here].mean()), float(wanted.ravel()[here].mean()), int(here.sum())))
    return found


def calibration_error(likely: Floats, wanted: Floats) -> float:
    """Return the expected calibration error: the mean gap between probability and share, weighted by how many."""
    tenths = reliability(likely, wanted)
    return float(sum(abs(mean - share) * count for mean, share, count in tenths) / likely.size)


def plot(path: Path, likely: Floats, wanted: Floats, what: str) -> None:
    """Draw the tenths against the diagonal."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "reliability"
    from matplotlib import pyplot as plt

    tenths = reliability(likely, wanted)
    figure, axes = plt.subplots(figsize=(5, 4.6), layout="constrained")
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--", label="as said")
    axes.plot(
        [mean for mean, _, _ in tenths], [share for _, share, _ in tenths], marker="o", color="#1f5fa8", label=what
    )
    for mean, share, count in tenths:
        axes.annotate(f"{count:,}", (mean, share), textcoords="offset points", xytext=(6, -11), fontsize=8)
    axes.set_xlabel("probability the model gives an indicator")
    axes.set_ylabel("share of cases in which it is there")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)
