/* Coverage and what waits for a person; contradictions; changes. */

const LETTERS = ["v", "r", "p", "f"];
const FIRST_CARDS = 12;

/* --- coverage --- */

function drawCoverage() {
    const lead = word("coverage.lead", { edition: DATA.coverage.name });
    document.getElementById("coverage-lead").textContent = lead;
    const places = placesIn("");
    const levels = [
        [word("coverage.provinces"), places.filter((place) => isProvince(REGIONS[place]))],
        [word("coverage.regencies"), places.filter((place) => !isProvince(REGIONS[place]))],
    ];
    show(
        "coverage",
        coverageKeys(),
        levels.map(([name, mine]) => coverageBar(name, mine)),
        waitingTypes(),
        coverageTable(),
    );
}

function coveredAs(place) {
    return DATA.coverage.statuses[place - 1];
}

function tally(places) {
    return Object.fromEntries(
        LETTERS.map((letter) => [letter, places.filter((place) => coveredAs(place) === letter).length]),
    );
}

function coverageKeys() {
    return make(
        "ul",
        { class: "keys" },
        LETTERS.map((letter) =>
            make(
                "li",
                {},
                make("span", { class: `swatch segment cover-${letter}`, "aria-hidden": "true" }),
                make("span", {}, make("b", {}, word(`status.${letter}`)), `: ${word(`status.${letter}.why`)}`),
            ),
        ),
    );
}

function coverageBar(name, places) {
    const counts = tally(places);
    return make(
        "div",
        { class: "cover" },
        make("h3", {}, name),
        stacked(counts, places.length),
        make(
            "p",
            { class: "told" },
            LETTERS.map((letter) => `${count(counts[letter])} ${word(`status.${letter}`)}`).join(" · "),
        ),
        laterLine(places),
    );
}

/* Provinces that the edition could not measure count as the others do: said, so that they are not taken for gaps. */
function laterLine(places) {
    const statuses = DATA.statuses[DATA.coverage.edition] || "";
    const later = places.filter((place) => statuses[place] === "x").length;
    return later ? make("p", { class: "note" }, word("coverage.later", { n: count(later) })) : null;
}

function stacked(counts, all) {
    return make(
        "div",
        { class: "bar", "aria-hidden": "true" },
        LETTERS.filter((letter) => counts[letter]).map((letter) =>
            segment(`cover-${letter}`, counts[letter] / Math.max(1, all)),
        ),
    );
}

function waitingTypes() {
    const counts = new Map();
    for (const [, type, n] of DATA.waiting) counts.set(type, (counts.get(type) || 0) + n);
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const most = Math.max(1, ...counts.values());
    const sorted = [...counts].sort(([, one], [, other]) => other - one);
    return make(
        "div",
        { class: "debt" },
        make("h3", {}, word("waiting.heading", { n: count(all) })),
        make("p", { class: "lead" }, all ? word("waiting.lead") : word("waiting.none")),
        make(
            "ul",
            { class: "types" },
            sorted.map(([type, n]) =>
                make(
                    "li",
                    {},
                    make("span", {}, word(`type.${type}`)),
                    make("div", { class: "bar thin", "aria-hidden": "true" }, segment("cover-r", n / most)),
                    make("b", {}, count(n)),
                ),
            ),
        ),
    );
}

function coverageTable() {
    const bar = make("th", { scope: "col", class: "wide-head" }, word("table.bar"));
    const heads = [
        word("table.province"),
        bar,
        ...LETTERS.map((letter) => word(`status.${letter}`)),
        word("table.waiting"),
    ];
    const rows = provincesOf(38).map((region) => coverageRow(region.name, region, placesOf(region.code)));
    const elsewhere = DATA.waiting.filter(([place]) => place <= COUNTRY);
    if (elsewhere.length)
        rows.push(
            make(
                "tr",
                {},
                make("th", { scope: "row" }, word("waiting.elsewhere")),
                make("td", { class: "wide" }),
                LETTERS.map(() => make("td", {})),
                make("td", {}, waitingLine(elsewhere)),
            ),
        );
    return make(
        "div",
        { class: "scroll", tabindex: "0", role: "region", "aria-label": word("coverage.table") },
        table(word("coverage.table"), heads, rows),
    );
}

function placesOf(code) {
    return placesIn("").filter((place) => REGIONS[place].now === code);
}

function coverageRow(name, region, places) {
    const counts = tally(places);
    const mine = DATA.waiting.filter(([place]) => places.includes(place));
    return make(
        "tr",
        {},
        make(
            "th",
            { scope: "row" },
            button(region.short, () => chooseFrame(38, region.code), {
                class: "link",
                lang: language === "id" ? null : "id",
                "aria-label": name,
            }),
        ),
        make("td", { class: "wide" }, stacked(counts, places.length)),
        LETTERS.map((letter) =>
            make(
                "td",
                { class: "number" },
                counts[letter] ? count(counts[letter]) : make("span", { class: "nil" }, "0"),
            ),
        ),
        make("td", {}, waitingLine(mine)),
    );
}

/* "6: 4 skor, 2 indikator" */
function waitingLine(rows) {
    const counts = new Map();
    for (const [, type, n] of rows) counts.set(type, (counts.get(type) || 0) + n);
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const parts = [...counts].map(
        ([type, n]) => `${count(n)} ${n === 1 ? word(`type.${type}.one`) : word(`type.${type}`).toLowerCase()}`,
    );
    return parts.length > 1 ? `${count(all)}: ${parts.join(", ")}` : parts.join("");
}

/* --- contradictions --- */

function drawConflicts() {
    const missing = DATA.totals.conflicts - DATA.conflicts.length;
    const cards = DATA.conflicts.map((one) => conflictCard(one, true));
    show(
        "conflicts",
        cards.length ? folded(cards, FIRST_CARDS) : make("p", { class: "empty" }, word("conflicts.none")),
        missing > 0
            ? make("p", { class: "note" }, word("list.missing", { n: count(missing), file: "conflicts.csv" }))
            : null,
    );
}

function conflictCard(one, titled) {
    return make(
        "article",
        { class: `card ${one.open ? "open" : "settled"}` },
        make(
            "header",
            {},
            make("span", { class: "tag" }, word(one.open ? "conflicts.open" : "conflicts.settled")),
            titled
                ? make("h3", {}, regionLink(one.region), `: ${subjectOf(one)}`)
                : make("p", { class: "subject" }, subjectOf(one)),
        ),
        titled ? indonesian("p", EDITIONS[one.edition].short, { class: "small" }) : null,
        make(
            "div",
            { class: "sides" },
            one.sides.map((side, at) => conflictSide(one, side, at)),
        ),
        make("p", { class: "reason" }, reasonOf(one)),
    );
}

/* What is disputed: the field, and of what. */
function subjectOf(one) {
    const parts = [wordFor("column", one.field)];
    if (one.qualifier) parts.push(wordFor("scope", one.qualifier));
    if (one.mean) parts.push(word("measure.mean").toLowerCase());
    if (one.dimension) parts.push(one.dimension);
    if (one.indicator) parts.push(`${one.indicator}. ${CATALOG.get(one.indicator).name}`);
    if (one.level) parts.push(wordFor("level", one.level));
    if (one.category) parts.push(wordFor("category", one.category));
    return parts.join(", ");
}

function conflictSide(one, side, at) {
    const taken = at === 0 && !one.open;
    return make(
        "div",
        { class: taken ? "side taken" : "side" },
        make(
            "p",
            { class: "big" },
            value(one.field, side.value),
            taken
                ? make("span", { class: "tag" }, word(one.published ? "conflicts.taken" : "conflicts.held"))
                : null,
        ),
        make(
            "p",
            { class: "small" },
            word(side.documents === 1 ? "sources.one" : "sources.many", { n: count(side.documents) }),
        ),
        side.evidence.map((row) => quotation(evidence(row))),
    );
}

function reasonOf(one) {
    const more = one.more ? ` ${word("conflicts.more", { n: count(one.more) })}` : "";
    const why = wordFor("rule", one.rule);
    if (one.open) return word("conflicts.why_open", { why }) + more;
    const taken = value(one.field, one.sides[0].value);
    return word(one.published ? "conflicts.why" : "conflicts.why_held", { value: taken, why }) + more;
}

/* --- changes --- */

const GONE = new Set(["DEL", "WITHDRAW"]);

function drawChanges() {
    const rows = rowsOf("changes");
    const missing = DATA.totals.changes - rows.length;
    const cards = byRow(rows).map(changeCard);
    show(
        "changes",
        cards.length
            ? make("div", { class: "changes" }, folded(cards, FIRST_CARDS))
            : make("p", { class: "empty" }, word(DATA.about.before ? "changes.none" : "changes.first")),
        missing > 0
            ? make("p", { class: "note" }, word("list.missing", { n: count(missing), file: "changes.csv" }))
            : null,
    );
}

/* Changes of one row of a table together, where the worst of them stands. */
function byRow(changes) {
    const groups = new Map();
    for (const one of changes) {
        const name = `${one.table} ${one.key}`;
        groups.set(name, [...(groups.get(name) || []), one]);
    }
    return [...groups.values()];
}

function changeCard(group) {
    const [first] = group;
    const sentences = group.map((one) => changeSentence(one).replace(/\.$/, "")).join("; ");
    const causes = new Set(group.map((one) => word(`cause.${one.cause}`, { rules: one.rules.join(", ") })));
    return make(
        "article",
        { class: `change ${first.kind.toLowerCase()}` },
        make(
            "p",
            { class: "sentence" },
            indonesian("b", keyOf(first)),
            `: ${sentences}. `,
            make("span", { class: "cause" }, [...causes].join(" ")),
        ),
        first.old_quote && first.old_quote !== first.quote ? changeQuote("changes.before", first.old_quote) : null,
        first.quote ? changeQuote(GONE.has(first.kind) ? "changes.before" : "changes.now", first.quote) : null,
        group.filter((one) => one.human).map(decidedLine),
        first.files.length
            ? make(
                  "p",
                  { class: "small file" },
                  first.files.join(", "),
                  first.more_files ? ` ${word("changes.files", { n: count(first.more_files) })}` : "",
              )
            : null,
    );
}

function decidedLine(one) {
    return make(
        "p",
        { class: "small" },
        word("changes.human", {
            human: value(one.column, one.human),
            extracted: value(one.column, one.extracted) || word("changes.nothing"),
        }),
    );
}

/* "Provinsi Banten (36) ikp_2024 provinsi", with the names of edition and indicator in place of their ids. */
function keyOf(one) {
    const [, region, id, rest] = one.key.match(/^(.*\([\d.ID]+\)) (\S+) ?(.*)$/) || [null, one.key, "", ""];
    const edition = EDITIONS.find((known) => known.id === id);
    const entry = one.table === "indicators" && CATALOG.get(Number(rest));
    return [region, edition ? edition.short : id, entry ? `${rest}. ${entry.name}` : rest]
        .filter(Boolean)
        .join(", ");
}

function changeSentence(one) {
    const parts = {
        field: wordFor("column", one.column).toLowerCase(),
        before: value(one.column, one.before),
        after: value(one.column, one.after),
        extracted: value(one.column, one.extracted),
        table: wordFor("table", one.table),
    };
    if (one.column === "region_code") return word("change.region", parts);
    if (one.column === "evidence") return word("change.words", parts);
    if (one.column === "conflict" && one.kind === "MOD") return word(`change.conflict.${conflictTurn(one)}`);
    if (one.kind !== "MOD") return word(`change.${one.kind}`, parts);
    return word(one.before ? (one.after ? "change.MOD" : "change.went") : "change.came", parts);
}

/* A contradiction is named by an id that says nothing to a reader: told is that there is one now, or none any more. */
function conflictTurn(one) {
    if (!one.after) return "gone";
    return one.before ? "other" : "new";
}

function changeQuote(key, text) {
    return make(
        "figure",
        { class: "quotation" },
        make("figcaption", {}, word(key)),
        make("blockquote", { lang: language === "id" ? null : "id" }, text),
    );
}
