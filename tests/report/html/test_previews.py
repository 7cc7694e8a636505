"""What previews say, and the script that hands them over."""

import json

from report.html import previews


def number(**fields):
    return {"value": 43.75, "low": None, "high": None, "unit": "percent", "format": ".0f",
            "text": "44%", "id": "a.b"} | fields


def test_value_comes_with_its_range():
    assert previews._value(number()) == "44%"
    assert previews._value(number(low=41.3, high=46.2, text="41 to 46%")) == "44% (41 to 46)"


def test_extract_of_a_table_says_how_much_is_left_out():
    rows = "".join(f'<tr id="r{n}"><td>{n}</td></tr>' for n in range(6))
    made = previews._extract("<thead></thead>", rows)
    assert made.count("<tr") == previews.ROWS == 4 and "and 2 more rows" in made
    assert "id=" not in made


def test_script_is_one_call_with_json():
    text = previews.script({"park#fig-x": "<b>\u201cx\u201d</b>"})
    assert json.loads(text.removeprefix("reportPreviews(").removesuffix(");\n")) == {
        "park#fig-x": "<b>\u201cx\u201d</b>"}
