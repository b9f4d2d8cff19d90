import threading
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.ordered import AHEAD, in_order


@given(items=st.lists(st.integers(0, 3), max_size=40), jobs=st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_results_keep_the_order_of_the_items_however_long_each_takes(items, jobs):
    def act(item):
        time.sleep(item / 2000)
        return item

    assert list(in_order(act, items, jobs)) == items


def test_no_more_items_are_read_than_fit_the_window():
    read = []

    def items():
        for number in range(1000):
            read.append(number)
            yield number

    results = in_order(lambda number: number, items(), 2)
    for expected in range(500):
        assert next(results) == expected
        assert len(read) <= expected + 1 + AHEAD * 2


def test_the_first_result_comes_before_the_last_item_is_there():
    more = threading.Event()

    def items():
        yield 1
        yield 2
        assert more.wait(10)
        yield 3

    def act(number):
        return number

    results = in_order(act, slow_after_two(items()), 1)
    assert next(results) == 1
    more.set()
    assert list(results) == [2, 3]


def slow_after_two(items):
    """Give the thread time to finish what it has before more is asked for."""
    for item in items:
        yield item
        time.sleep(0.2)


def test_when_the_caller_stops_what_has_not_begun_is_dropped():
    begun = []
    hold = threading.Event()

    def act(number):
        begun.append(number)
        if number:
            hold.wait(10)

    results = in_order(act, range(100), 1)
    next(results)
    results.close()
    hold.set()
    time.sleep(0.1)

    assert len(begun) <= 2


def test_an_error_of_the_work_reaches_the_caller_in_its_place():
    results = in_order(lambda number: 1 // number, [1, 0, 1], 2)

    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
