"""The steps that make pages light: what they take away, what they keep, and what they refuse."""

from pathlib import Path

import pytest
from lxml import html

from scripts.bootstrap import ToolError
from scripts.finish import later, slim, styles
from scripts.selectors import Selectors
from scripts.sheets import cut, rules, written

SHEET = """
/* a note */
:root { --used: #111; --through: var(--used); --unused: url("data:x;y"); }
.a, .b > p { color: var(--through); transition: color 1s }
@media screen and (min-width: 60em) { .a::before { content: "x;}" } @supports (gap: 1px) { .c { gap: 1px!important } } }
@media print { .a { color: #000 } }
@keyframes turn { to { rotate: 1turn } }
@page { margin: 1cm }
"""


def test_style_sheet_is_cut_to_what_is_used() -> None:
    kept = written(cut(rules(SHEET), lambda rule, selector: selector != ".b > p"))
    assert kept == (
        ":root{--used:#111;--through:var(--used)}.a{color:var(--through)}"
        '@media screen and (min-width: 60em){.a::before{content:"x;}"}}'
        "@media screen and (min-width: 60em){@supports (gap: 1px){.c{gap:1px!important}}}"
    )


def test_property_that_only_an_unused_rule_reads_goes() -> None:
    assert written(cut(rules(SHEET), lambda rule, selector: selector == ":root")) == ""


FITTING = {
    ".a": True,
    "p.a > b": True,
    "p.a + b": False,
    ".z": False,
    ".a:not(.z)": True,
    ".a:not(.z, .a)": False,
    ".a:is(.z, p)": True,
    "p:has(> b)": True,
    "p:has(> i)": False,
    ".a::before": True,
    ".a:hover": False,
    ":focus-visible": False,
    "input:checked ~ b": True,
    'img[src$="#only-light"]': True,
    "[data-md-color-scheme=slate] .a": True,
    ".a::-webkit-scrollbar": False,
    ".a:whatever-comes": True,
}


@pytest.mark.parametrize("selector", FITTING)
def test_selector_fits_what_is_on_the_page(selector: str) -> None:
    page = html.document_fromstring(
        '<body data-md-color-scheme="default"><p class="a"><input type="radio" checked><b></b></p>'
        '<img src="x.svg#only-light"></body>'
    )
    assert (selector in Selectors([selector]).fitting(page)) == FITTING[selector]


def page_with(head: str = "", body: str = "") -> str:
    return f'<!doctype html><html class="no-js"><head>{head}</head><body>{body}</body></html>'


def test_page_holds_its_rules_and_links_to_the_whole(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "stylesheets"
    folder.mkdir(parents=True)
    (folder / "theme.css").write_text(".a { color: red } .z { color: blue }")
    link = '<link rel="stylesheet" href="../assets/stylesheets/theme.css">'
    page = tmp_path / "page" / "index.html"
    page.parent.mkdir()
    page.write_text(page_with(f"{link}<style>.b{{top:0}}</style><script>__md_scope=1</script>", '<p class="a b">'))
    styles.run(tmp_path)
    text = page.read_text()
    assert f"<style>.a{{color:red}}.b{{top:0}}{styles.REST}</style>" in text
    assert '<link rel="stylesheet" href="../assets/stylesheets/whole.css" media="print">' in text
    assert '<noscript><link rel="stylesheet" href="../assets/stylesheets/whole.css"></noscript>' in text
    assert "theme.css" not in text
    assert (tmp_path / styles.WHOLE).read_text() == ".a { color: red } .z { color: blue }\n.b{top:0}"


def test_sheets_that_cannot_be_joined_are_refused(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "a.css").write_text("a { background: url(b.png) }")
    (tmp_path / "one.html").write_text(page_with('<link rel="stylesheet" href="assets/a.css">'))
    with pytest.raises(ToolError, match="names another file"):
        styles.run(tmp_path)
    (tmp_path / "two.html").write_text(page_with('<link rel="stylesheet" href="assets/b.css">'))
    with pytest.raises(ToolError, match=r"should have the same style sheets: .*one\.html, .*two\.html"):
        styles.run(tmp_path)


def test_words_of_code_without_a_colour_are_text() -> None:
    code = (
        '<pre><code><span class="n">user</span><span class="o">.</span><span class="k">await</span>\n\n  x</code></pre>'
    )
    assert slim.slimmed(f"<p>\n   a\n\n  <b>c</b></p>\n  {code}") == (
        '<p>\na\n<b>c</b></p>\n<pre><code>user.<span class="k">await</span>\n\n  x</code></pre>'
    )


def test_changed_theme_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page_with("<script>__md_get=1</script>"))
    with pytest.raises(ToolError, match=r"index\.html: the theme's bundle or its script for the palette"):
        later.run(tmp_path)


def test_waiting_scripts_keep_their_order(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    template = text[text.index('<template id="later">') : text.index("</template>")]
    places = [template.index(name) for name in ("material-search.", "search-box.", "bundle.", "take.")]
    assert places == sorted(places)
    assert "bundle." not in text.replace(template, "")
