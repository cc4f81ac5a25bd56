/* Which indicators are named in how many regions: what happened, may happen or happened before; denials apart. */

const AFFIRMED = ["r", "p", "s"];
const FIRST_INDICATORS = 15;

function drawIndicators() {
    if (state.listed === null) return show("indicators", make("p", { class: "empty" }, word("indicators.none")));
    const counts = indicatorCounts(state.listed, state.scope);
    show("indicator-controls", indicatorControls());
    return show("indicators", indicatorKeys(), ranking(counts), silent(counts), byProvince());
}

function indicatorControls() {
    const editions = EDITIONS.map((edition, place) => [place, edition]).filter(([, edition]) => edition.listed);
    const scopes = [
        ["", word("indicators.country")],
        ...provincesOf(state.frame).map((region) => [region.code, region.name]),
    ];
    return [
        selection(
            "indicator-edition",
            word("control.edition"),
            editions.map(([place, edition]) => [String(place), edition.short]),
            String(state.listed),
            (place) => change({ listed: Number(place) }),
        ),
        selection("indicator-scope", word("control.scope"), scopes, state.scope, (scope) => change({ scope })),
    ];
}

/* Every indicator that is named in the scope: regions by what is said there, the most frequent first. */
function indicatorCounts(edition, scope) {
    const found = new Map();
    for (const place of placesIn(scope)) {
        for (const { letter, number } of indicatorsOf(place, edition)) {
            if (!found.has(number)) found.set(number, { number, r: [], p: [], s: [], d: [], h: [] });
            found.get(number)[letter].push(place);
        }
    }
    return [...found.values()].sort(
        (one, other) =>
            affirmed(other) - affirmed(one) || other.d.length - one.d.length || one.number - other.number,
    );
}

function placesIn(scope) {
    const all = REGIONS.map((_, place) => place).filter((place) => place !== COUNTRY);
    return scope
        ? all.filter((place) => REGIONS[place].code === scope || provinceOf(REGIONS[place], state.frame) === scope)
        : all;
}

function affirmed(one) {
    return AFFIRMED.reduce((sum, letter) => sum + one[letter].length, 0);
}

function indicatorKeys() {
    return make(
        "ul",
        { class: "keys" },
        [...AFFIRMED, "d", "h"].map((letter) =>
            make(
                "li",
                {},
                make("span", { class: `swatch segment ${letter}`, "aria-hidden": "true" }),
                word(`indicator.letter.${letter}.long`),
            ),
        ),
    );
}

function ranking(counts) {
    if (!counts.length) return make("p", { class: "empty" }, word("indicators.nowhere"));
    const most = Math.max(1, ...counts.map((one) => affirmed(one) + one.d.length));
    return make(
        "ol",
        { class: "ranking" },
        folded(
            counts.map((one) => rankingRow(one, most)),
            FIRST_INDICATORS,
        ),
    );
}

function rankingRow(one, most) {
    const entry = CATALOG.get(one.number);
    const bar = make(
        "div",
        { class: "bar", "aria-hidden": "true" },
        AFFIRMED.filter((letter) => one[letter].length).map((letter) =>
            segment(letter, one[letter].length / most),
        ),
        one.d.length ? [make("span", { class: "apart" }), segment("d", one.d.length / most)] : null,
    );
    return make(
        "li",
        {},
        make(
            "details",
            { class: "indicator" },
            make(
                "summary",
                {},
                make("span", { class: "name" }, indonesian("span", `${one.number}. ${entry.name}`)),
                bar,
                make("span", { class: "told" }, countsLine(one)),
            ),
            namedRegions(one),
        ),
    );
}

/* "12 daerah: 9 terjadi, 3 potensi; 1 membantah": affirmations and denials are never added up. */
function countsLine(one) {
    const letters = AFFIRMED.filter((letter) => one[letter].length);
    const parts = letters.map((letter) => `${count(one[letter].length)} ${word(`indicator.letter.${letter}`)}`);
    const lines = [];
    if (parts.length > 1) lines.push(`${regionsIn(affirmed(one))}: ${parts.join(", ")}`);
    if (parts.length === 1) lines.push(`${regionsIn(affirmed(one))}, ${word(`indicator.letter.${letters[0]}`)}`);
    if (one.d.length) lines.push(word("indicators.denied", { n: count(one.d.length) }));
    if (one.h.length) lines.push(word("indicators.held", { n: count(one.h.length) }));
    return lines.join("; ");
}

function regionsIn(n) {
    return word(n === 1 ? "regions.one" : "regions.many", { n: count(n) });
}

/* The regions that name it, province by province. */
function namedRegions(one) {
    const groups = new Map();
    for (const letter of [...AFFIRMED, "d", "h"]) {
        for (const place of one[letter]) {
            const code = provinceOf(REGIONS[place], state.frame);
            groups.set(code, [...(groups.get(code) || []), [place, letter]]);
        }
    }
    const codes = [...groups.keys()].sort();
    return make(
        "ul",
        { class: "regions" },
        codes.map((code) =>
            make(
                "li",
                {},
                indonesian("b", REGIONS[PLACE_OF.get(code)].short),
                `: `,
                groups
                    .get(code)
                    .map(([place, letter], at) => [
                        at ? ", " : "",
                        regionLink(place),
                        ` (${word(`indicator.letter.${letter}`)})`,
                    ]),
            ),
        ),
    );
}

function regionLink(place) {
    const region = REGIONS[place];
    return button(region.name, () => choose(region.code), {
        class: "link",
        lang: language === "id" ? null : "id",
    });
}

/* What no document names is not said to be absent. */
function silent(counts) {
    return make("p", { class: "note" }, word("indicators.silent", { n: count(CATALOG.size - counts.length) }));
}

function byProvince() {
    const rows = provincesOf(state.frame)
        .map((region) => [region, indicatorCounts(state.listed, region.code)])
        .filter(([, counts]) => counts.some(affirmed));
    if (state.scope || !rows.length) return null;
    const heads = ["table.province", "indicators.regions", "indicators.top"].map((key) => word(key));
    const body = rows.map(([region, counts]) => provinceRow(region, counts));
    const caption = word("indicators.by_province");
    return make(
        "details",
        { class: "values" },
        make("summary", {}, caption),
        make(
            "div",
            { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
            table(EDITIONS[state.listed].name, heads, body),
        ),
    );
}

function provinceRow(region, counts) {
    const naming = new Set(counts.flatMap((one) => AFFIRMED.flatMap((letter) => one[letter])));
    const first = counts
        .filter(affirmed)
        .slice(0, 3)
        .map((one) => `${one.number}. ${CATALOG.get(one.number).name} (${count(affirmed(one))})`);
    return make(
        "tr",
        {},
        make(
            "th",
            { scope: "row" },
            button(region.name, () => change({ scope: region.code }), { class: "link" }),
        ),
        make("td", { class: "number" }, count(naming.size)),
        indonesian("td", first.join("; ")),
    );
}
