"""Mutants of a module: small faults in its logic and its patterns, each made on the syntax tree and never on disk.

A place has one or more variants (``<`` may become ``<=`` or ``>=``; an alternation may lose any of its words), of
which a sample takes one. No place are: annotations, docstrings, decorators, versions and names of rules, and what is
said to people (raised errors, sentences of checks), since a fault there is no fault of a rule.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType

from campaigns.pattern_faults import faults_of, is_pattern

_SPOKEN = frozenset({"sentence", "message", "reason", "note", "remedy", "help", "id", "version", "strict"})
_UNTOUCHED = frozenset({"annotation", "returns", "decorator_list", "bases", "ctx", "format_spec"})
_ORDER: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "search": "match", "startswith": "endswith"}
_CALLED |= {"endswith": "startswith", "fullmatch": "match", "find": "rfind", "rfind": "find"}


_MEASURE = 10
"""From here on a number measures something (characters, years), and one more of it is no fault; half of it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One variant of a place: ``node`` in ``field`` of its parent becomes ``new`` (None: the statement goes)."""

    kind: str
    line: int
    place: str
    before: str
    after: str
    parent: ast.AST
    field: str
    index: int | None
    new: ast.AST


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A variant by its number in its module, which makes it again, and what a reader wants to know of it."""

    module: str
    number: int
    kind: str
    line: int
    place: tuple[str, int, str]
    change: str

    def __str__(self) -> str:
        """Return the key that ``--only`` takes."""
        return f"{self.module}:{self.number}"


def mutants(module: str, source: str) -> list[Mutant]:
    r"""Return every variant of every place of a module, in the order of the text.

    >>> [one.change for one in mutants("m", "def f(n: int) -> bool:\n    '''Say.'''\n    return n < 3")]
    ['return n < 3 → return None', 'n < 3 → n <= 3', 'n < 3 → n >= 3', '3 → 4']
    >>> [one.change for one in mutants("m", "import re\nA = re.compile('a?(?:b|c)$')")]
    ['a?(?:b|c)$ → a(?:b|c)$', 'a?(?:b|c)$ → a?(?:c)$', 'a?(?:b|c)$ → a?(?:b)$', 'a?(?:b|c)$ → a?(?:b|c)']
    """
    return [
        Mutant(
            module=module,
            number=number,
            kind=fault.kind,
            line=fault.line,
            place=(fault.kind, fault.line, fault.place),
            change=_shortened(fault.before, fault.after),
        )
        for number, fault in enumerate(_faults(ast.parse(source)))
    ]


def compiled(source: str, number: int, filename: str) -> CodeType:
    """Return the code of a module with the variant of that number, its lines where they were."""
    tree = ast.parse(source, filename)
    fault = next(one for place, one in enumerate(_faults(tree)) if place == number)
    if fault.index is None:
        setattr(fault.parent, fault.field, fault.new)
    else:
        getattr(fault.parent, fault.field)[fault.index] = fault.new
    return compile(ast.fix_missing_locations(tree), filename, "exec")


def _shortened(before: str, after: str, room: int = 60) -> str:
    """Write a change in one line, of long texts the part that differs.

    >>> _shortened("a" * 80 + "bc" + "d" * 80, "a" * 80 + "c" + "d" * 80, room=20)
    '…aaaaaaaaaabcddddddddd… → …aaaaaaaaaacddddddddd…'
    """
    if max(len(before), len(after)) > room:
        same = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
        tail = min(len(before), len(after)) - same
        back = next((i for i in range(tail) if before[-1 - i] != after[-1 - i]), tail)
        low = max(0, same - room // 2)
        before, after = (
            ("…" if low else "") + text[low : len(text) - back + room // 2] + ("…" if back > room // 2 else "")
            for text in (before, after)
        )
    return " ".join(f"{before} → {after}".split())


# --- where a fault may be ---


def _faults(tree: ast.Module) -> Iterator[Fault]:
    """Yield the faults of a module in the order of the text."""
    for order, (child, parent, field, index) in enumerate(_parts(tree)):
        for kind, before, new in _changed(child, parent):
            name, _, part = kind.partition("#")
            yield Fault(
                kind=name,
                line=getattr(child, "lineno", getattr(parent, "lineno", 1)),
                place=f"{order}#{part}",
                before=before,
                after=_written(new),
                parent=parent,
                field=field,
                index=index,
                new=ast.copy_location(new, child) if hasattr(child, "lineno") else new,
            )


def _written(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Pass():
            return "nothing"
        case ast.If(test=test):
            return f"if {ast.unparse(test)}"
        case _:
            return ast.unparse(node)


def _parts(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST, str, int | None]]:
    """Yield the nodes in which a fault of a rule may be, each with its parent and where it stands in it."""
    for field, value in ast.iter_fields(node):
        if field in _UNTOUCHED or (isinstance(node, ast.keyword) and node.arg in _SPOKEN):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _is_said(child):
                yield child, node, field, index
                yield from _parts(child)


def _is_said(node: ast.AST) -> bool:
    """Tell whether a node only says something: to people, to the type checker or to the importer."""
    match node:
        case ast.Raise() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Assign(value=ast.Subscript(value=ast.Name(id="Literal" | "Callable" | "dict" | "tuple"))):
            return True
        case ast.Call(func=ast.Name(id="Rule" | "TypeVar" | "NewType" | "cast" | "field")):
            return True
        case _:
            return False


# --- what a fault is ---

Change = tuple[str, str, ast.AST]  # its kind, the text before, the node in its place


def _changed(node: ast.AST, parent: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Constant):
        yield from _of_constant(node, parent)
    elif isinstance(node, ast.stmt):
        yield from _of_statement(node)
    elif isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, (ast.Compare, ast.BoolOp, ast.UnaryOp, ast.BinOp)):
        yield from _of_operation(node)
    elif isinstance(node, (ast.Set, ast.Tuple, ast.List)):
        yield from _of_members(node)
    elif isinstance(node, ast.IfExp):
        yield "condition", ast.unparse(node), ast.IfExp(test=node.test, body=node.orelse, orelse=node.body)
    elif isinstance(node, ast.comprehension) and node.ifs:
        new = ast.comprehension(target=node.target, iter=node.iter, ifs=node.ifs[1:], is_async=node.is_async)
        yield "condition", f"if {ast.unparse(node.ifs[0])}", new


def _of_constant(node: ast.Constant, parent: ast.AST) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "constant", str(value), ast.Constant(not value)
    elif isinstance(value, int):
        yield "constant", str(value), ast.Constant(value + 1 if value < _MEASURE else value // 2)
    elif isinstance(value, float):
        yield "constant", str(value), ast.Constant(value / 2 if value else 1.0)
    elif isinstance(value, str) and is_pattern(value):
        for number, (kind, after) in faults_of(value):
            yield f"pattern, {kind}#{number}", value, ast.Constant(after)
    elif isinstance(value, str) and isinstance(parent, (ast.Compare, ast.keyword)):
        yield "constant", repr(value), ast.Constant(f"{value}XX")


def _of_operation(node: ast.Compare | ast.BoolOp | ast.UnaryOp | ast.BinOp) -> Iterator[Change]:
    before = ast.unparse(node)
    match node:
        case ast.Compare(left=left, ops=ops, comparators=right):
            for place, operator in enumerate(ops):
                for other in _ORDER[type(operator)]:
                    new = [*ops[:place], other(), *ops[place + 1 :]]
                    yield f"comparison#{place}", before, ast.Compare(left=left, ops=new, comparators=right)
        case ast.BoolOp(op=operator, values=values):
            other_way = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield "and, or", before, ast.BoolOp(op=other_way, values=values)
            for place in range(len(values)):
                rest = values[:place] + values[place + 1 :]
                yield "and, or#1", before, rest[0] if len(rest) == 1 else ast.BoolOp(op=operator, values=rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield "not", before, operand
        case ast.BinOp(op=operator, left=left, right=right) if type(operator) in _ARITHMETIC:
            if not any(
                isinstance(one, (ast.JoinedStr, ast.List, ast.Tuple)) or _text(one) for one in (left, right)
            ):
                new_operator = _ARITHMETIC[type(operator)]()
                yield "arithmetic", before, ast.BinOp(left=left, op=new_operator, right=right)


def _of_members(node: ast.Set | ast.Tuple | ast.List) -> Iterator[Change]:
    several = node.elts
    loaded = isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)
    if loaded and len(several) > 1 and all(_text(one) and not is_pattern(_text(one)) for one in several):
        for place in range(len(several)):
            rest = several[:place] + several[place + 1 :]
            new = ast.Set(elts=rest) if isinstance(node, ast.Set) else type(node)(elts=rest, ctx=node.ctx)
            yield "member", ast.unparse(node), new


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _of_call(node: ast.Call) -> Iterator[Change]:
    before = ast.unparse(node)
    match node.func:
        case ast.Name(id=name) if name in _CALLED:
            callee: ast.expr = ast.Name(id=_CALLED[name], ctx=ast.Load())
            yield "call", before, ast.Call(func=callee, args=node.args, keywords=node.keywords)
        case ast.Name(id="sorted") if node.args:
            yield (
                "call",
                before,
                ast.Call(func=ast.Name(id="list", ctx=ast.Load()), args=node.args[:1], keywords=[]),
            )
        case ast.Attribute(value=value, attr=name) if name in _CALLED:
            callee = ast.Attribute(value=value, attr=_CALLED[name], ctx=ast.Load())
            yield "call", before, ast.Call(func=callee, args=node.args, keywords=node.keywords)
        case ast.Attribute(value=value, attr="lower" | "strip" | "casefold"):
            yield "call", before, value


def _of_statement(node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.If(test=test, body=body, orelse=orelse):
            for value in (False, True):
                yield "condition", f"if {ast.unparse(test)}", ast.If(ast.Constant(value), body, orelse)
        case ast.Continue():
            yield "statement", "continue", ast.Break()
        case ast.Break():
            yield "statement", "break", ast.Continue()
        case ast.Expr(value=ast.Call()):
            yield "statement", ast.unparse(node), ast.Pass()
        case ast.AugAssign(target=target, op=operator, value=value) if type(operator) in _ARITHMETIC:
            yield "arithmetic", ast.unparse(node), ast.AugAssign(target, _ARITHMETIC[type(operator)](), value)
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            yield "statement", ast.unparse(node), ast.Return(ast.Constant(None))


# --- what a fault reaches ---


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A statement of a module: the names that it binds and mentions, and the lines of functions that mention what."""

    binds: frozenset[str]
    mentions: frozenset[str]
    functions: tuple[tuple[frozenset[str], range], ...]


class Users:
    """Who uses what among modules given by their sources."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._trees = {name: ast.parse(source) for name, source in sources.items()}
        self._parts = {name: [_part(one) for one in tree.body] for name, tree in self._trees.items()}

    def lines(self, module: str, line: int) -> dict[str, set[int]]:
        r"""Return, by module, the lines in functions that a mutant at ``line`` may change.

        Inside a function these are the lines of its statement. A constant of the module is followed by its name,
        through the constants that are made of it, to the functions of all modules that mention one of them.

        >>> users = Users({"a": "X = 1\nY = X\ndef f():\n    return Y", "b": "def g(n):\n    n += 1\n    return n"})
        >>> users.lines("a", 1), users.lines("b", 2)
        ({'a': {4}}, {'b': {2}})
        """
        inner = [one for one in ast.walk(self._trees[module]) if _holds(one, line)]
        functions = [one for one in inner if isinstance(one, ast.FunctionDef)]
        if not functions:
            return self._by_name({name for part in _tops(self._trees[module], line) for name in _part(part).binds})
        statements = [one for one in inner if isinstance(one, ast.stmt) and one.lineno > functions[-1].lineno]
        if not statements:  # a default
            return {module: set(_lines(functions[-1]))}
        last = max(statements, key=lambda one: one.lineno)
        body = getattr(last, "body", None)
        end = body[0].lineno - 1 if body else (last.end_lineno or last.lineno)
        return {module: set(range(last.lineno, max(end, last.lineno) + 1))}

    def _by_name(self, names: set[str]) -> dict[str, set[int]]:
        parts = [part for several in self._parts.values() for part in several]
        while more := {name for part in parts if part.mentions & names for name in part.binds} - names:
            names |= more
        found: dict[str, set[int]] = {}
        for module, several in self._parts.items():
            for part in several:
                for mentions, lines in part.functions:
                    if mentions & names:
                        found.setdefault(module, set()).update(lines)
        return found


def _tops(tree: ast.Module, line: int) -> list[ast.stmt]:
    return [one for one in tree.body if _holds(one, line)]


def _part(node: ast.stmt) -> _Part:
    functions = [one for one in ast.walk(node) if isinstance(one, ast.FunctionDef)]
    stored = [one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]
    is_constant = isinstance(node, (ast.Assign, ast.AnnAssign))
    binds = stored if is_constant else [node.name] if isinstance(node, ast.ClassDef) else []
    return _Part(
        binds=frozenset(binds),
        mentions=_mentioned(node) if is_constant else frozenset(),
        functions=tuple((_mentioned(one), _lines(one)) for one in functions),
    )


def _holds(node: ast.AST, line: int) -> bool:
    return getattr(node, "lineno", line + 1) <= line <= (getattr(node, "end_lineno", None) or 0)


def _lines(function: ast.FunctionDef) -> range:
    return range(function.body[0].lineno, (function.end_lineno or function.lineno) + 1)


def _mentioned(node: ast.AST) -> frozenset[str]:
    parts = list(ast.walk(node))
    return frozenset(
        {one.id for one in parts if isinstance(one, ast.Name)}
        | {one.attr for one in parts if isinstance(one, ast.Attribute)}
    )
