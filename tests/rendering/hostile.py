"""Comparisons of which every word tries to be more than text."""

from __future__ import annotations

from align.comparison.result import Comparison, Row
from align.finding import Finding, Passage
from align.link import Link
from align.mark import Mark
from align.report import Report, SetAside, Statement

EVIL = "<script>alert(1)</script>\"'></style>]]>{{ 7*7 }}{% raw %}<img src=x onerror=alert(1)>\u202eevil\x00"

VECTORS = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.invalid/x.js></SCRIPT>",
    "</script><script>alert(2)</script>",
    "<!--<script>alert(3)",
    "--><script>alert(4)</script>",
    "]]><script>alert(5)</script>",
    "<img src=x onerror=alert(6)>",
    "<img src=https://evil.invalid/x.png>",
    "<svg onload=alert(7)>",
    "<svg><script>alert(8)</script></svg>",
    "<iframe src=javascript:alert(9)>",
    "<iframe srcdoc='<script>alert(10)</script>'>",
    "<body onload=alert(11)>",
    "<details open ontoggle=alert(12)>",
    "<video><source onerror=alert(13)>",
    "<input autofocus onfocus=alert(14)>",
    '" onmouseover="alert(15)',
    "' onmouseover='alert(16)",
    '" autofocus onfocus="alert(17)" x="',
    '"><img src=x onerror=alert(18)>',
    "'><img src=x onerror=alert(19)>",
    "</title><script>alert(20)</script>",
    "</style><script>alert(21)</script>",
    "</p></div></main><script>alert(22)</script>",
    "<style>@import url(https://evil.invalid/x.css);</style>",
    "<link rel=stylesheet href=https://evil.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "<base href=https://evil.invalid/>",
    "<form action=https://evil.invalid/><button>x</button></form>",
    "<a href=javascript:alert(23)>x</a>",
    "javascript:alert(24)",
    "[x](javascript:alert(25))",
    "{{ 7*7 }}{{ self.__init__.__globals__ }}",
    "{% include '/etc/passwd' %}{% raw %}",
    "${alert(26)}`${alert(27)}`",
    "&lt;script&gt;alert(28)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(29)\\u003c/script\\u003e",
    '\u2028alert(30)\u2029","__proto__":{"x":1}',
    "\x00<scr\x00ipt>alert(31)</scr\x00ipt>\x1b[2J\ud800",
    "\u202e<script>alert(32)</script>\u2066",
)


def hostile() -> Comparison:
    """Return two reports of one event and one of another, all made of one line."""
    statements = tuple(
        Statement(n, "sentence", n * len(EVIL), (n + 1) * len(EVIL), EVIL, n, EVIL) for n in (0, 1)
    )
    names = (EVIL, "a b/c", "a b\\c")
    reports = tuple(
        Report(
            *(name, 'de"><script>alert(1)</script>', EVIL * 2, statements),
            set_aside=(SetAside(0, 5, EVIL, EVIL),),
            path=f"/x/{EVIL}",
            title=EVIL,
            place=EVIL,
        )
        for name in names
    )
    findings = tuple(
        Finding(f"{EVIL}{n}", kind, EVIL, 0, 3, 20, EVIL[3:20], EVIL, names[1:2], 0.9, speaker=EVIL)
        for n, kind in enumerate(("quotation", "organisation", "statement", "translation-gap"))
    )
    first, second, third = names
    rows = [{first: (0,), second: (0,)}, {first: (1,)}, {second: (1,)}, {third: (0,)}, {third: (1,)}]
    return Comparison(
        signature=EVIL,
        reports=reports,
        events={first: 1, second: 1, third: 2},
        links=(Link((0,), (0,), 0.9, source_report=first, target_report=second),),
        findings=findings,
        coverage=tuple(Row(number, row) for number, row in enumerate(rows)),
    )


def all_vectors(at: int) -> Comparison:
    """Return ten reports of one event that are called by the vectors from ``at`` on and say all of them."""
    names = VECTORS[at : at + 10]
    source = "\n".join(VECTORS)
    statements, start = [], 0
    for number, vector in enumerate(VECTORS):
        text = " ".join(vector.split()) or "x"
        statements.append(Statement(number, "sentence", start, start + len(vector), text, number, vector))
        start += len(vector) + 1
    reports = tuple(
        Report(
            *(name, "de", source, tuple(statements)),
            set_aside=(SetAside(0, 9, name, name),),
            path=f"/reports/{name}",
            title=name,
            place=name,
        )
        for name in names
    )
    first, second, *others = names
    kinds = ("quotation", "person", "number", "statement", "translation-gap")
    findings = tuple(
        Finding(
            *(vector, kinds[n % len(kinds)], first, n, statements[n].start, statements[n].end),
            *(vector, vector, (second,) if n % 3 else ()),
            confidence=0.4 if n % 2 else 0.9,
            speaker=vector,
            conflicts_with=() if n % 3 else (second,),
            counterparts=(Passage(second, n, statements[n].start, statements[n].end, vector, vector),),
        )
        for n, vector in enumerate(VECTORS)
    )
    rows = [{first: (n,), second: (n,)} for n in range(len(VECTORS))]
    rows += [{name: (n,)} for name in others for n in range(len(VECTORS))]
    return Comparison(
        signature=names[0],
        reports=reports,
        events=dict.fromkeys(names, 1),
        links=tuple(
            Link((n,), (n,), 0.5 + n / 100, source_report=first, target_report=second, moved=n % 7 == 0)
            for n in range(len(VECTORS))
        ),
        findings=findings,
        coverage=tuple(Row(number, row) for number, row in enumerate(rows)),
        marks=tuple(Mark(first, n, second, "translation", 0, 5) for n in range(len(VECTORS))),
    )
