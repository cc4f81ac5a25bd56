"""Mutation of the rule modules: small faults are put into a sample of places, and the tests must see them.

    PYTHONPATH=tests python -m campaigns.mutation --mutants 600 --seed 1 --workers 2
    PYTHONPATH=tests python -m campaigns.mutation --only extract.levels:31 --only extract.levels:40

The tests are collected once. Each mutant is tried in a fork of that process, which imports anew the mutated module
and all that is made of it, then runs the doctests and tests that reach the mutated lines until the first fails;
nothing is written to the checkout. Tools that are at hand mutate no patterns, where most rules of this project stand,
nor anything else outside of functions (mutmut), or start Python and spaCy anew for every mutant (cosmic-ray).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from campaigns import results
from campaigns.mutants import Mutant, mutants
from campaigns.mutation_runs import MOST, Outcome, Plan, tried

SECTION = "Mutation"
ROOT = Path(__file__).resolve().parents[2]
GROUPS = {
    "extract": sorted((ROOT / "pipeline" / "extract").rglob("[!_]*.py")),
    "dataset": [
        *sorted((ROOT / "pipeline" / "dataset" / "checks").glob("[!_]*.py")),
        *(
            ROOT / "pipeline" / "dataset" / f"{name}.py"
            for name in ("consolidate", "precedence", "reconcile", "settle", "witness")
        ),
    ],
}
TESTS = {
    "extract": ("tests/extract",),
    "dataset": tuple(
        f"tests/dataset/test_{name}.py"
        for name in (
            *("categories", "checks", "check_limits", "check_structure", "consolidate", "coverage", "export"),
            *("precedence", "reconcile", "settle", "settle_sides", "witness", "witness_limits"),
        )
    ),
}
_WORST = 10


def sample(found: Sequence[Mutant], number: int, seed: int) -> list[Mutant]:
    """Draw mutants: of each module as many as its share of the places, one at least; of a place one variant."""
    chance = Random(seed)
    places: dict[str, dict[object, list[Mutant]]] = {}
    for mutant in found:
        places.setdefault(mutant.module, {}).setdefault(mutant.place, []).append(mutant)
    total = sum(len(one) for one in places.values())
    drawn: list[Mutant] = []
    for module in sorted(places):
        share = max(1, round(number * len(places[module]) / total))
        chosen = chance.sample(sorted(places[module], key=str), min(share, len(places[module])))
        drawn.extend(chance.choice(places[module][place]) for place in chosen)
    return sorted(drawn, key=lambda one: (one.module, one.number))


def all_mutants(root: Path, paths: Sequence[Path]) -> list[Mutant]:
    """Return every variant of every place of the modules."""
    return [one for path in paths for one in mutants(name_of(root, path), path.read_text(encoding="utf-8"))]


def name_of(root: Path, path: Path) -> str:
    """Return the dotted name of a module of the project."""
    return ".".join(path.relative_to(root).with_suffix("").parts)


# --- report ---


def report(outcomes: Sequence[Outcome], seed: int, seconds: float) -> str:
    """Return the section: circumstances, the figures by group and kind, the weakest modules, every survivor."""
    groups = {name: [name_of(ROOT, path) for path in paths] for name, paths in GROUPS.items()}
    by_group = {name: [one for one in outcomes if one.mutant.module in groups[name]] for name in groups}
    by_kind = {
        kind: [one for one in outcomes if one.mutant.kind == kind]
        for kind in sorted({one.mutant.kind for one in outcomes})
    }
    by_module = {
        module: [one for one in outcomes if one.mutant.module == module]
        for module in sorted({one.mutant.module for one in outcomes})
    }
    weakest = sorted(by_module.items(), key=lambda item: (-len(_survivors(item[1])), item[0]))[:_WORST]
    return "\n\n".join(
        (
            results.circumstances(seconds, ("coverage", "pytest", "spacy")),
            f"{len(outcomes)} mutants of {len(by_module)} modules, drawn with seed {seed}. {_LEGEND}",
            _table("modules", {**by_group, "all": list(outcomes)}),
            _table("kind of fault", {**_families(outcomes), **by_kind}),
            _table("most survivors", dict(weakest)),
            _listed(outcomes),
        )
    )


_LEGEND = """*Killed* made a test or doctest fail, *timeout* ran ten times as long as the test did and longer, *unfit*
cannot be imported and does not count. *Survived* passed the doctests of the rules and the tests of its group that
reach its lines, as many as there was time for. The round trip, the annotated documents and the table of confidence
are left out, so the suite sees more than is said here."""


def _families(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Part the faults of the logic, which any tool makes, from those of the patterns."""
    in_patterns = [one for one in outcomes if one.mutant.kind.startswith("pattern")]
    return {
        "*all in logic*": [one for one in outcomes if one not in in_patterns],
        "*all in patterns*": in_patterns,
    }


def _survivors(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [one for one in outcomes if one.verdict == "survived"]


def _table(title: str, groups: dict[str, list[Outcome]]) -> str:
    lines = [f"| {title} | mutants | killed | timeout | survived | unfit | rate |", "| --- |" + " ---: |" * 6]
    for name, outcomes in groups.items():
        counts = Counter(one.verdict for one in outcomes)
        fit = len(outcomes) - counts["unfit"]
        rate = f"{100 * (fit - counts['survived']) / fit:.1f}%" if fit else ""
        cells = [len(outcomes), counts["killed"], counts["timeout"], counts["survived"], counts["unfit"], rate]
        lines.append(f"| {name} | {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines)


def _listed(outcomes: Sequence[Outcome]) -> str:
    lines = [f"- {as_line(one)}" for one in _survivors(outcomes)]
    return "\n".join(["Survivors:", "", *lines]) if lines else "Survivors: none."


def as_line(outcome: Outcome) -> str:
    """Write an outcome in one line: where, what, the key that tries it again."""
    mutant = outcome.mutant
    path = mutant.module.removeprefix("pipeline.").replace(".", "/")
    change = mutant.change.replace("`", "'")
    reached = "" if outcome.tests else ", reached by no test"
    return f"`{path}.py:{mutant.line}` {mutant.kind}: ``{change}`` ({mutant}{reached})"


# --- command ---


def main() -> int:
    """Do what the command line asks; return 130 after Ctrl-C."""
    options = _options()
    begin = time.monotonic()
    outcomes: list[Outcome] = []
    try:
        for outcome in _outcomes(options):
            outcomes.append(outcome)
            print(f"{outcome.verdict} {as_line(outcome)} {outcome.said}", flush=True)
    except KeyboardInterrupt:
        print("\nstopped; RESULTS.md is as it was", file=sys.stderr)
        return 130
    outcomes.sort(key=lambda one: (one.mutant.module, one.mutant.number))
    text = report(outcomes, options.seed, time.monotonic() - begin)
    print(text)
    if not (options.only or options.module or options.group or options.no_record):
        results.save(SECTION, text)
    return 0


def _outcomes(options: argparse.Namespace) -> Iterator[Outcome]:
    """Try the sample, or the mutants that are asked for, group by group: each is seen by the tests of its group."""
    found = {name: all_mutants(ROOT, GROUPS[name]) for name in GROUPS}
    drawn = sample([one for several in found.values() for one in several], options.mutants, options.seed)
    if options.module:
        within = [
            one for several in found.values() for one in several if one.module.startswith(tuple(options.module))
        ]
        drawn = sample(within, options.mutants, options.seed)
    if options.only:
        drawn = [one for several in found.values() for one in several if str(one) in options.only]
    for name in options.group or GROUPS:
        modules = tuple(name_of(ROOT, path) for path in GROUPS[name])
        reach = options.reach and options.reach.with_name(f"{options.reach.name}.{name}")
        plan = Plan(root=ROOT, tests=TESTS[name], modules=modules, reach=reach, most=options.most)
        here = [one for one in drawn if one.module in modules]
        if here:
            yield from tried(here, plan, workers=options.workers)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="campaigns.mutation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mutants", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--group", action="append", choices=tuple(GROUPS), help="only this; may be repeated")
    parser.add_argument("--module", action="append", metavar="NAME", help="only modules whose names begin so")
    parser.add_argument("--only", action="append", metavar="KEY", help="only this mutant; may be repeated")
    parser.add_argument("--most", type=float, default=MOST, metavar="SECONDS", help="of tests for one mutant")
    parser.add_argument(
        "--reach", type=Path, metavar="FILE", help="keep what the tests reach, or take it from there"
    )
    parser.add_argument("--no-record", action="store_true", help="leave RESULTS.md as it is")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
