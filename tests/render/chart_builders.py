"""Charts for the tests: plain functions with defaults."""

from macros.render.charts import Chart, Point

QUARTERS = ("Q1", "Q2", "Q3", "Q4")
HOSTILE = ('</svg><script>alert("1")</script>', "a & b < c", 'it\'s "quoted"', "&lt;b&gt; ]]> \x00\x08")


def points(values, names=QUARTERS, series="", emphasis=None, unit="%"):
    return tuple(
        Point(name, value, "[x]" if value is None else f"{value:,}{unit}", series, emphasis=name == emphasis)
        for name, value in zip(names, values, strict=True)
    )


def chart(kind="columns", values=(91, 84, 75, 67), names=QUARTERS, unit="percent", edition="formal", **more):
    sign = "%" if unit == "percent" else ""
    emphasis = more.pop("emphasis", None)
    return Chart(kind, points(values, names, emphasis=emphasis, unit=sign), unit, edition, **more)


def two_lines(kind="line", edition="formal"):
    york = points((91, None, 75, 67), series="York")
    england = points((88, 89, None, 90), series="England")
    return Chart(kind, york + england, "percent", edition)
