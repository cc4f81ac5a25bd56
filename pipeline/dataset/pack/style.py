"""How an evidence pack looks: in light and dark, on a phone, and on paper."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root { --good: #1a7f37; --bad: #b3261e; --wait: #9a6700; --plain: #57606a; --link: #0b5cad; --mark: #ffe270;
  --alarm: #fdf3e2; }
@media (prefers-color-scheme: dark) {
  :root { --good: #57c274; --bad: #ff8a80; --wait: #e3b341; --plain: #a2abb6; --link: #6cb0ff; --mark: #6b5607;
    --alarm: #33290f; }
}
a { color: var(--link); }
b, h3, h4 { font-weight: 600; }
header p { margin-top: .25rem; }
header p + p[lang=en] { color: var(--soft); }
section > p, .absent p { margin: .25rem 0; }
span[lang=en] { color: var(--soft); font-weight: 400; }
.total { font-size: 1.1rem; }
.absent { border-left: 4px solid var(--wait); padding: .25rem .75rem; margin: .5rem 0; font-size: 1.1rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
h4 { font-size: .95rem; }
table { border-collapse: collapse; width: 100%; background: var(--card); }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { font-weight: 600; }
td:first-child { width: 40%; } td:last-child { width: 18%; } th { overflow-wrap: normal; }
q { quotes: none; font-weight: 600; }
em { font-style: normal; color: var(--wait); } i { font-style: normal; }
dl { margin: .5rem 0 0; }
dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: .5rem; padding: .1rem 0; font-size: .87rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
dd ul { margin: 0; padding-left: 1.1rem; }
.values { display: flex; flex-wrap: wrap; gap: .25rem 2rem; }
.values > div { display: block; } .values dd { font-size: 1.15rem; }
.conflict, .reason, .warning { border-left: 4px solid var(--line); padding-left: .6rem; margin: .4rem 0 0;
  font-size: .92rem; }
.reason { color: var(--soft); }
.conflict { border-color: var(--wait); }
.warning { border-color: var(--wait); background: var(--alarm); padding: .25rem .6rem; }
article { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--plain);
  border-radius: 6px; padding: .65rem .8rem; margin: .6rem 0; }
article.published { border-left-color: var(--good); }
article.held { border-left-color: var(--wait); }
article.refused, article.rejected, article.outweighed { border-left-color: var(--bad); }
.standing { font-weight: 600; color: var(--plain); white-space: normal; }
.published .standing { color: var(--good); } .held .standing { color: var(--wait); }
.refused .standing, .rejected .standing, .outweighed .standing { color: var(--bad); }
blockquote { margin: .5rem 0; padding: .4rem .7rem; border-radius: 4px; background: var(--page);
  overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
.piece { border: 1px solid var(--line); border-radius: 4px; background: #fff; overflow-x: auto; }
.piece svg { display: block; width: 100%; min-width: 36rem; }
.under, .missing { font-size: .82rem; color: var(--soft); margin-top: .2rem; }
.missing { color: var(--wait); }
rect { fill: none; }
rect.words { fill: #ffe270; stroke: #c77c02; stroke-width: 2; mix-blend-mode: multiply; }
rect.other { fill: #fff5d0; mix-blend-mode: multiply; }
rect.frame { stroke: #2a7fb8; stroke-width: 2; }
svg text { font: 600 24px system-ui, sans-serif; text-anchor: end; fill: #0b5cad; }
.store { position: absolute; }
figure { margin: 1rem 0 0; background: #fff; color: #1a1d21; border: 1px solid var(--line); border-radius: 6px;
  padding: .6rem; content-visibility: auto; contain-intrinsic-size: auto 80rem; }
figure a { color: #0b5cad; } figcaption { font-size: .85rem; margin-bottom: .4rem; overflow-wrap: anywhere; }
figure svg { display: block; width: 100%; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .6rem; overflow-x: auto;
  font: .8rem/1.5 ui-monospace, monospace; margin: .5rem 0; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 40rem) {
  dl > div { grid-template-columns: 1fr; gap: 0; padding: .25rem 0; }
  th, td { padding: .3rem .35rem; font-size: .82rem; }
}
@media print {
  @page { margin: 14mm 13mm; }
  :root { --good: #1a7f37; --bad: #b3261e; --wait: #7a5200; --plain: #57606a; --link: #1a1d21; --mark: #ffe270;
    --alarm: #fdf3e2; }
  * { print-color-adjust: exact; }
  body { font-size: 9pt; } article { padding: .4rem .6rem; margin: .4rem 0; } h2 { margin-top: 1.2rem; }
  dl > div { font-size: 8pt; padding: 0; grid-template-columns: 9rem 1fr; } .values > div { font-size: 9pt; }
  a { text-decoration: none; }
  h2, h3, h4, .values, .conflict, .reason, .warning { break-after: avoid; }
  tr, article, dl > div, blockquote, .piece, .under { break-inside: avoid; }
  .piece { overflow: visible; } .piece svg { min-width: 0; max-height: 4.5cm; }
  figure { break-inside: avoid; content-visibility: visible; border: 0; padding: 0; }
  figure svg { max-height: 23.5cm; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; font-size: 7pt; }
}
"""
"""What the page has beside ``page.BASE_STYLE``; it names no address."""
