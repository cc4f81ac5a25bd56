/* The legend: what each colour, pattern and mark means, and how many regions have it. */

function legend(places, level) {
    if (state.edition === null) return [];
    const mean = state.mean && level === "province";
    const kinds = new Map();
    for (const place of places) {
        const { kind } = look(place, mean);
        kinds.set(kind, (kinds.get(kind) || 0) + 1);
    }
    const marks = places.map((place) => look(place, mean));
    const values = state.by === "category" ? categoryKeys(kinds, level, mean) : scoreKeys(kinds);
    const absent = ["r", "p", "f", "x"].filter((letter) => kinds.has(`absent-${letter}`));
    return make("ul", { class: "keys" }, [
        ...values,
        ...absent.map((letter) =>
            legendKey(
                `absent-${letter}`,
                word(`status.${letter}`),
                kinds.get(`absent-${letter}`),
                word(`sign.${letter}`),
            ),
        ),
        marks.some((one) => one.disputed) ? legendKey("disputed plain", word("mark.disputed")) : null,
        marks.some((one) => one.held) ? legendKey("held plain", word("mark.held")) : null,
    ]);
}

function legendKey(kind, text, n, sign = "") {
    const number = n === undefined ? null : make("b", {}, count(n));
    return make(
        "li",
        {},
        make("span", { class: `tile swatch ${kind}`, "aria-hidden": "true" }, sign),
        make("span", {}, text, number ? " " : "", number),
    );
}

function categoryKeys(kinds, level, mean) {
    const named = ["tinggi", "sedang", "rendah"].map((name) =>
        legendKey(
            `category-${name}`,
            `${word(`category.${name}`)}${mean ? "" : boundOf(name, level)}`,
            kinds.get(`category-${name}`) || 0,
        ),
    );
    if (kinds.has("no-category"))
        named.push(legendKey("no-category", word("by.no_category"), kinds.get("no-category")));
    return named;
}

/* The edition's cut for a category at a level, where it is known. */
function boundOf(name, level) {
    const edition = EDITIONS[state.edition];
    const [high, low] =
        level === "province"
            ? [edition.high_province, edition.low_province]
            : [edition.high_regency, edition.low_regency];
    if (high === null || low === null || name === "sedang") return "";
    if (name === "tinggi") return ` (≥ ${decimal(high)})`;
    return ` (${level === "province" && edition.low_exclusive ? "<" : "≤"} ${decimal(low)})`;
}

function scoreKeys(kinds) {
    const width = top() / STEPS;
    const steps = Array.from({ length: STEPS }, (_, step) => step);
    const bound = (number) => decimal(String(Math.round(number * 10) / 10));
    const keys = steps.map((step) =>
        legendKey(
            `step-${step}`,
            `${bound(step * width)}–${bound((step + 1) * width)}`,
            kinds.get(`step-${step}`) || 0,
        ),
    );
    if (kinds.has("no-score")) keys.push(legendKey("no-score", word("by.no_score"), kinds.get("no-score")));
    return keys.reverse();
}
