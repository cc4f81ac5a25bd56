"""How the page of differences looks: in light and dark, on a phone, and on paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { --was: #fdf0ee; --now: #eef7ef; --person: #f1eefb; --document: #1f6feb; --reader: #0a7d83;
  --rule: #b35900; --reference: #8250df; --human: #bf3989; --code: #57606a; --unknown: #57606a; }
@media (prefers-color-scheme: dark) {
  :root { --was: #35211f; --now: #1d3022; --person: #292338; --document: #6cb0ff; --reader: #4cc4c9;
    --rule: #f0a355; --reference: #c3a0ff; --human: #f28ac6; --code: #a2abb6; --unknown: #a2abb6; }
}
.total { font-size: 1.1rem; margin-top: .25rem; }
.kinds, .about { color: var(--soft); }
.causes { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .75rem 0 0; }
.causes a { display: block; padding: .3rem .75rem; border: 1px solid; border-radius: 99px; text-decoration: none;
  color: inherit; background: var(--card); }
.document { --mark: var(--document); } .reader { --mark: var(--reader); } .rule { --mark: var(--rule); }
.reference { --mark: var(--reference); } .human { --mark: var(--human); } .code { --mark: var(--code); }
.unknown { --mark: var(--unknown); }
.causes li { color: var(--mark); }
.cause { margin-top: 2rem; }
h2 { font-size: 1.25rem; display: flex; align-items: baseline; gap: .5rem; }
h2 i { width: .7rem; height: .7rem; border-radius: 50%; background: var(--mark); }
h3 { font-size: 1rem; margin: 1rem 0 .4rem; font-weight: 600; }
.rules { color: var(--soft); font-weight: 400; }
.group { border-left: 3px solid var(--mark); padding-left: .75rem; margin-top: 1rem; }
.outlier { margin-bottom: .4rem; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .65rem .8rem;
  margin: .5rem 0; break-inside: avoid; }
h4 { font-size: .95rem; font-weight: 600; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin-top: .4rem; }
.sides > div { background: var(--was); border-radius: 6px; padding: .4rem .6rem; min-width: 0; }
.sides > div, .source, .outlier { overflow-wrap: anywhere; }
.sides > div + div { background: var(--now); }
.people > div, .people > div + div { background: var(--person); }
.kept .sides:not(.people) > div { background: none; border: 1px solid var(--line); }
.sides span { display: block; font-size: .75rem; color: var(--soft); }
q { quotes: none; font-weight: 600; }
em { color: var(--soft); }
blockquote { margin: .25rem 0 0; font-size: .9rem; color: var(--soft); }
blockquote::before { content: "\\201c"; } blockquote::after { content: "\\201d"; }
.source { font-size: .8rem; color: var(--soft); margin-top: .35rem; }
.source + .source { margin-top: 0; }
summary { cursor: pointer; padding: .4rem 0; color: var(--mark); font-weight: 600; }
@media (max-width: 30rem) { .group { padding-left: .5rem; } }
@media print {
  details::details-content { content-visibility: visible; block-size: auto; } summary { display: none; }
}
"""
"""What the page has beside ``page.BASE_STYLE``; it names no address."""
