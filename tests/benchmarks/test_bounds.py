"""Marks of speed are read as they are written, and held against what ran in the same turn."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bounds() -> ModuleType:
    """The module of the benchmarks, which are no package."""
    spec = importlib.util.spec_from_file_location("benchmarks_bounds", ROOT / "benchmarks" / "bounds.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "weights", "factor", "unit"),
    [
        ("T", {"T": 1}, 1, "T"),
        ("2 T", {"T": 2}, 2, "T"),
        ("1.3 G", {"G": 1.3}, 1.3, "G"),
        ("T + 1.2 M", {"T": 1, "M": 1.2}, 1, "(T + 1.2 M)"),
        ("1.5 G + 0.4 T", {"G": 1.5, "T": 0.4}, 1, "(1.5 G + 0.4 T)"),
        ("0.7 (Y + C)", {"Y": 0.7, "C": 0.7}, 0.7, "(Y + C)"),
        ("1.25 (T + J + Z) + G", {"T": 1.25, "J": 1.25, "Z": 1.25, "G": 1}, 1, "(1.25 (T + J + Z) + G)"),
        ("1.1 × without --as-of", {"without --as-of": 1.1}, 1.1, "× without --as-of"),
    ],
)
def test_every_form_of_a_mark_is_a_weighted_sum(bounds, text, weights, factor, unit):
    """Each form of the table of marks names its floors, and what a ratio counts."""
    found = bounds.Bound.of(text)
    assert (found.weights, found.factor, found.unit) == (weights, factor, unit)


@pytest.mark.parametrize("text", ["1.2", "fast", "1.2 T +", "T + ", "(T"])
def test_what_is_no_mark_is_refused(bounds, text):
    """A slip of the pen in a mark makes no bound that is always met."""
    with pytest.raises(ValueError, match="."):
        bounds.Bound.of(text)


def test_a_ratio_is_taken_within_each_turn(bounds):
    """A machine twice as slow in one turn changes nothing: each run is held against its own neighbours."""
    ratio = bounds.Bound.of("1.5 G + 0.4 T").ratio([3.8, 7.6, 3.8], {"G": [2.0, 4.0, 2.0], "T": [2.0, 4.0, 2.0]})
    assert ratio == pytest.approx(1.0)


def test_a_common_factor_stays_out_of_the_ratio(bounds):
    """Where all floors have one factor, the ratio counts the floors, and is met up to the factor."""
    assert bounds.Bound.of("0.7 (Y + C)").ratio([3.0], {"Y": [1.0], "C": [0.5]}) == pytest.approx(2.0)


@pytest.mark.parametrize(("size", "mark"), [(193, "a"), (1000, "a"), (1100, "b"), (10_000, "b"), (100_000, "c"), (200_000, "c")])
def test_a_mark_holds_up_to_its_number_of_records(bounds, size, mark):
    """A repository has the marks of the first column that is not smaller than it."""
    assert bounds.at_size(("a", "b", "c"), size) == mark


def test_one_mark_is_for_all_sizes_and_none_for_none(bounds):
    """What is said once holds whatever the number; what is not said is no mark."""
    assert (bounds.at_size(("a",), 100_000), bounds.at_size((), 1000)) == ("a", None)


def test_ten_times_the_time_for_ten_times_the_records_is_the_exponent_one(bounds):
    """Growth is told as a power of the number of records, each turn by itself."""
    assert bounds.exponent([1.0, 2.0, 1.0], [10.0, 20.0, 10.0], 10) == pytest.approx(1.0)
    assert bounds.exponent([1.0], [1.0], 10) == pytest.approx(0.0)
