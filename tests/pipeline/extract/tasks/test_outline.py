"""Where items, bullets and running text stand in the body."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.tasks.outline import Node, outline
from schemas.document import Paragraph
from schemas.text import Line, Passage, Word

MARKERS = ("I.", "II.", "1.", "2.", "a)", "b)", "-", "+", "Điều 1.", "1.1.", None)


def part(marker: str | None, words: str) -> Paragraph:
    text = f"{marker} {words}" if marker else words
    passage = Passage.of([Line(1, tuple(Word(word, None) for word in text.split()))])
    return Paragraph(passage, marker, len(marker) + 1 if marker else 0)


def flat(node: Node) -> list[Node]:
    return [item for child in node.children for item in (child, *flat(child))]


def test_items_stand_under_what_announces_them() -> None:
    root = outline(
        [part(None, "Yêu cầu:"), part("1.", "Sở Y tế:"), part("-", "Một"), part("-", "Hai"), part("2.", "Ba")]
    )
    (frame,) = root.children
    assert [child.item for child in frame.children] == ["1", "2"]
    assert [child.item for child in frame.children[0].children] == ["1", "1"]


def test_places_are_joined_by_dots() -> None:
    nodes = flat(outline([part("II.", "NỘI DUNG"), part("3.", "Sở Y tế:"), part("a)", "Làm")]))
    assert [node.item for node in nodes] == ["II", "II.3", "II.3.a"]


def test_articles_keep_their_name() -> None:
    nodes = flat(outline([part("Điều 2.", "Tổ chức thực hiện"), part("1.", "Sở Y tế")]))
    assert [node.item for node in nodes] == ["Điều 2", "Điều 2.1"]


def test_a_list_goes_on_where_a_bullet_was_not_read() -> None:
    root = outline([part(None, "Gồm:"), part("-", "Một;"), part(None, "Hai;"), part("-", "Ba.")])
    assert len(root.children[0].children) == 3


def test_text_behind_items_belongs_to_the_announcement() -> None:
    root = outline([part(None, "Yêu cầu:"), part("1.", "Một."), part(None, "Các đơn vị báo cáo.")])
    assert [child.text for child in root.children[0].children][-1] == "Các đơn vị báo cáo."


@given(
    st.lists(
        st.tuples(st.sampled_from(MARKERS), st.sampled_from(["Sở Y tế:", "Làm việc.", "NỘI DUNG", "một;"])), max_size=14
    )
)
def test_every_part_stands_once_and_in_order(parts: list[tuple[str | None, str]]) -> None:
    body = [part(*item) for item in parts]
    assert [node.part for node in flat(outline(body))] == body
