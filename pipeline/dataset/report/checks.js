/* What the checks say, of all rows and of one. Their messages are English: each is read back by its wording there. */

const WARNINGS = rowsOf("warnings");

function drawWarnings() {
    const missing = DATA.totals.warnings - WARNINGS.length;
    show(
        "warnings",
        WARNINGS.length
            ? make("ul", { class: "warnings" }, folded(WARNINGS.map(warningItem), FIRST_CARDS))
            : make("p", { class: "empty" }, word("warnings.none")),
        missing > 0
            ? make("p", { class: "note" }, word("list.missing", { n: count(missing), file: "checks.csv" }))
            : null,
    );
}

function warningItem(one) {
    return make(
        "li",
        { class: one.severity },
        make("b", {}, wordFor("check", one.check)),
        ": ",
        one.region === null ? null : [regionLink(one.region), `, ${measured(one)}: `],
        messageOf(one),
        one.file ? make("span", { class: "file" }, ` (${one.file})`) : null,
    );
}

/* What the checks say of a region in an edition, beside its values. */
function warningsOf(place, edition) {
    const mine = WARNINGS.filter((one) => one.region === place && one.edition === EDITIONS[edition].id);
    if (!mine.length) return null;
    return make(
        "div",
        { class: "said" },
        make("h4", {}, word("warnings.row")),
        make(
            "ul",
            { class: "warnings small" },
            mine.map((one) =>
                make(
                    "li",
                    { class: one.severity },
                    make("b", {}, wordFor("check", one.check)),
                    ": ",
                    one.of.length ? `${ofWhat(one)}: ` : null,
                    messageOf(one),
                ),
            ),
        ),
    );
}

/* The edition, and what else tells the row from others: "IKP 2019, kontestasi". */
function measured(one) {
    const edition = editionCalled(one.edition);
    const mean = one.mean ? [word("measure.mean").toLowerCase()] : [];
    return [edition, ...mean, ofWhat(one)].filter(Boolean).join(", ");
}

function ofWhat(one) {
    return one.of.map(partName).join(", ");
}

function partName(part) {
    const entry = CATALOG.get(Number(part));
    if (entry) return `${part}. ${entry.name}`;
    const kind = ["level", "category"].find((name) => WORDS[language][`${name}.${part}`]);
    return kind ? word(`${kind}.${part}`) : part;
}

function editionCalled(id) {
    const edition = EDITIONS.find((known) => known.id === id);
    return edition ? edition.short : id;
}

function messageOf(one) {
    const forms = Object.keys(WORDS.en)
        .filter((key) => `${key}.`.startsWith(`fault.${one.check}.`))
        .sort((form, other) => other.length - form.length);
    for (const form of forms) {
        const parts = partsIn(WORDS.en[form], one.message);
        if (parts) return make("span", {}, word(form, toldParts(parts)));
    }
    return make("span", { lang: "en" }, one.message);
}

/* The parts of a message that was made from a wording, null where it was not. */
function partsIn(wording, message) {
    const pieces = wording.split(/\{(\w+)\}/);
    const names = pieces.filter((_, at) => at % 2);
    const pattern = pieces.map((piece, at) => (at % 2 ? "(.+?)" : piece.replace(/[.*+?^$()|[\]\\]/g, "\\$&")));
    const found = message.match(new RegExp(`^${pattern.join("")}$`));
    return found && Object.fromEntries(names.map((name, at) => [name, found[at + 1]]));
}

function toldParts(parts) {
    return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, toldPart(name, text)]));
}

function toldPart(name, text) {
    if (name === "region" || name === "regions") return text.split(", ").map(regionCalled).join(", ");
    if (name === "edition") return editionCalled(text);
    if (name === "source" || name === "words" || name === "file") return text;
    if (name === "field") return wordFor("column", text).toLowerCase();
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
    const kind = ["category", "outcome", "scope"].find((known) => WORDS[language][`${known}.${text}`]);
    return kind ? word(`${kind}.${text}`) : decimal(text);
}

function regionCalled(code) {
    return PLACE_OF.has(code) ? REGIONS[PLACE_OF.get(code)].name : code;
}
