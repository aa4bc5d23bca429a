import pytest

from bot.drawings.typeface import Face, printable

faces = pytest.mark.parametrize("face", list(Face))


@faces
def test_the_faces_show_what_the_texts_use(face: Face) -> None:
    text = "Съешь ещё этих мягких французских булок, ЁЖ № 7 «да» — нет… • Hello, world!"
    assert printable(text, face) == text


@faces
def test_what_has_no_glyph_is_left_out(face: Face) -> None:
    assert printable("сварка 🧑‍🏭漢", face) == "сварка "


@faces
def test_marks_without_a_shape_are_left_out(face: Face) -> None:
    assert printable("\u2068Юрга\u2069\u200b\x00", face) == "Юрга"


@faces
def test_line_breaks_become_spaces_and_hard_spaces_stay(face: Face) -> None:
    assert printable("раз\nдва\t18\u00a0часов", face) == "раз два 18\u00a0часов"


@faces
def test_letters_typed_in_two_parts_are_joined(face: Face) -> None:
    assert printable("и\u0306е\u0308", face) == "йё"


@faces
def test_the_licence_travels_with_the_fonts(face: Face) -> None:
    licence = (face.path.parent / "LICENSE").read_text()
    assert "Bitstream Vera Fonts Copyright" in licence
    assert "Arev Fonts Copyright" in licence
