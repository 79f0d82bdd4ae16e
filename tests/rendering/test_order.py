from hypothesis import given
from hypothesis import strategies as st

from align.rendering.order import weave

texts = st.integers(1, 4)


@st.composite
def tables(draw):
    columns = draw(texts)
    items = draw(st.lists(st.tuples(*[st.booleans()] * columns).filter(any), max_size=12))
    numbered = []
    taken = [draw(st.permutations(range(len(items)))) for _ in range(columns)]
    for i, item in enumerate(items):
        numbered.append([(taken[c][i],) if present else () for c, present in enumerate(item)])
    return numbered


@given(tables())
def test_each_item_comes_once_and_the_first_text_leads(items):
    order = weave(items)
    assert sorted(order) == list(range(len(items)))
    leading = [items[i][0] for i in order if items[i] and items[i][0]]
    assert leading == sorted(leading)


def test_what_only_the_second_text_has_follows_its_predecessor():
    items = [((0,), (0,)), ((1,), (3,)), ((), (1,)), ((), (2,)), ((2,), ())]
    assert weave(items) == [0, 2, 3, 1, 4]


def test_what_stands_before_everything_comes_first():
    assert weave([((0,), (1,)), ((), (0,))]) == [1, 0]


def test_nothing():
    assert weave([]) == []
