/* The map of equal tiles, the tiles of kabupaten and kota, and the table that says the same. */

const STEPS = 6;
const MOST_FOUND = 8;

function drawMap() {
    const provinces = provincesOf(state.frame);
    const shown = provinces.map((region) => PLACE_OF.get(region.code));
    document.getElementById("map-what").textContent = mapTitle();
    show("map-controls", mapControls());
    const map = show("map", TILES.filter((tile) => provinceIn(tile.code, state.frame)).map(provinceTile));
    oneStop(map, state.province);
    show("legend", legend(shown, "province"));
    document.getElementById("map-note").textContent = mapNote();
    drawParts();
    drawValues(provinces);
}

function provinceIn(code, frame) {
    return provinceOf(REGIONS[PLACE_OF.get(code)], frame) === code;
}

function mapTitle() {
    if (state.edition === null) return word("map.empty");
    const measure = word(state.mean ? "measure.mean" : "measure.own");
    return `${EDITIONS[state.edition].name}: ${measure.toLowerCase()}`;
}

/* Said below the map: how many take part, and what the frame means for the provinces that were split. */
function mapNote() {
    if (state.edition === null) return "";
    const edition = EDITIONS[state.edition];
    const notes = [];
    const all = provincesOf(edition.before_split ? 34 : 38).length;
    if (edition.provinces && edition.provinces < all) {
        notes.push(word("map.pilkada", { provinces: edition.provinces, regencies: edition.regencies ?? "?" }));
    }
    if (edition.before_split && state.frame === 38) notes.push(word("map.before"));
    if (!edition.before_split && state.frame === 34) notes.push(word("map.after"));
    return notes.join(" ");
}

function mapControls() {
    const scored = EDITIONS.map((edition, place) => [place, edition]).filter(([, edition]) => edition.scored);
    const options = scored.map(([place, edition]) => [String(place), edition.short]);
    return [
        options.length
            ? selection("map-edition", word("control.edition"), options, String(state.edition), (place) =>
                  chooseEdition(Number(place)),
              )
            : null,
        choice(
            "by",
            word("control.by"),
            [
                ["category", word("by.category")],
                ["score", word("by.score")],
            ],
            state.by,
            (by) => change({ by }),
        ),
        choice(
            "frame",
            word("control.frame"),
            [
                [34, word("frame.34")],
                [38, word("frame.38")],
            ],
            state.frame,
            (frame) => chooseFrame(frame),
        ),
        choice(
            "measure",
            word("control.measure"),
            [
                [false, word("measure.own.short")],
                [true, word("measure.mean.short")],
            ],
            state.mean,
            (mean) => change({ mean }),
        ),
        finder(),
    ];
}

function finder() {
    const list = make(
        "datalist",
        { id: "names" },
        REGIONS.slice(1).map((region) => make("option", { value: region.name })),
    );
    const input = make("input", {
        id: "find",
        type: "search",
        list: "names",
        autocomplete: "off",
        placeholder: word("control.find.hint"),
        change: find,
    });
    return make(
        "div",
        { class: "selection" },
        make("label", { for: "find" }, word("control.find")),
        input,
        list,
        make("p", { id: "found", class: "small" }),
    );
}

function find(event) {
    const found = regionsCalled(event.target.value.trim().toLowerCase());
    if (found.length === 1) choose(found[0].code);
    else
        show(
            "found",
            found.length
                ? [
                      word("control.find.several"),
                      " ",
                      found.slice(0, MOST_FOUND).map((region, at) => [at ? ", " : "", link(region)]),
                  ]
                : word("control.find.none"),
        );
    if (!found.length) say(word("control.find.none"));
}

/* The regions that a name may mean, by the strictest reading that any fits; a kabupaten and a kota may share one. */
function regionsCalled(asked) {
    if (!asked) return [];
    const readings = [
        (region) => region.code === asked || region.name.toLowerCase() === asked,
        (region) => region.short.toLowerCase() === asked,
        (region) => region.name.toLowerCase().includes(asked),
    ];
    return readings.map((fits) => REGIONS.slice(1).filter(fits)).find((found) => found.length) || [];
}

/* --- tiles --- */

/* How a tile is drawn: its class, what stands in it, and what is said of it. */
function look(region, mean) {
    const status = statusOf(region, state.edition, mean);
    const row = state.edition === null ? undefined : scoreOf(region, state.edition, mean);
    if (status !== "v" || !row)
        return { kind: `absent-${status}`, sign: word(`sign.${status}`), says: word(`status.${status}`) };
    const says = [
        row.score === null ? "" : decimal(row.score),
        row.category ? word(`category.${row.category}`) : "",
    ];
    return {
        kind: state.by === "category" ? categoryKind(row) : scoreKind(row),
        sign: row.score === null ? word("sign.none") : decimal(row.score),
        says: says.filter(Boolean).join(", "),
        disputed: row.disputed > 0,
        held: row.held > 0,
    };
}

function categoryKind(row) {
    return row.category ? `category-${row.category}` : "no-category";
}

function scoreKind(row) {
    return row.score === null ? "no-score" : `step-${stepOf(row.score)}`;
}

function stepOf(score) {
    return Math.min(STEPS - 1, Math.floor((Number(score) / top()) * STEPS));
}

function top() {
    return Number(EDITIONS[state.edition].top ?? 100);
}

function provinceTile(tile) {
    const place = PLACE_OF.get(tile.code);
    const shown = look(place, state.mean);
    const children = [
        indonesian("span", tile.label, { class: `label long ${tightness(tile.label)}`, "aria-hidden": "true" }),
        indonesian("span", tile.short, { class: "label short", "aria-hidden": "true" }),
        make("span", { class: "sign", "aria-hidden": "true" }, shown.sign),
    ];
    const made = tileButton(place, shown, children, () => choose(tile.code));
    const area = areaOf(tile.code, state.frame);
    made.style.gridArea = `${area.row} / ${area.column} / ${area.endRow} / ${area.endColumn}`;
    made.setAttribute("aria-pressed", String(state.province === tile.code));
    return made;
}

/* Long names are set smaller, so that they stay whole. */
function tightness(label) {
    const longest = Math.max(...label.split(" ").map((part) => part.length));
    return longest > 8 ? "tightest" : longest > 6 ? "tighter" : longest > 5 ? "tight" : "";
}

function partTile(region) {
    const place = PLACE_OF.get(region.code);
    const shown = look(place, false);
    const children = [
        indonesian("span", shortName(region), { class: "label", "aria-hidden": "true" }),
        make("span", { class: "sign", "aria-hidden": "true" }, shown.sign),
    ];
    const made = tileButton(place, shown, children, () => choose(region.code));
    made.setAttribute("aria-pressed", String(state.region === region.code));
    return made;
}

function shortName(region) {
    return region.level === "city" ? region.name : region.short;
}

function tileButton(place, shown, children, act) {
    const region = REGIONS[place];
    const flags = [shown.disputed ? word("mark.disputed") : "", shown.held ? word("mark.held") : ""].filter(
        Boolean,
    );
    const name = [region.name, shown.says, ...flags].join(", ");
    const marks = `${shown.disputed ? " disputed" : ""}${shown.held ? " held" : ""}`;
    return make(
        "button",
        {
            type: "button",
            class: `tile ${shown.kind}${marks}`,
            "aria-label": name,
            title: name,
            "data-code": region.code,
            click: act,
        },
        children,
    );
}

function oneStop(container, code) {
    const tiles = [...container.querySelectorAll("button")];
    const first = tiles.find((tile) => tile.dataset.code === code) || tiles[0];
    for (const tile of tiles) tile.tabIndex = tile === first ? 0 : -1;
}

/* --- the kabupaten and kota of the chosen province --- */

function drawParts() {
    if (!state.province || state.edition === null) return show("parts");
    const parts = partsOf(state.province, state.frame);
    const province = REGIONS[PLACE_OF.get(state.province)];
    const formed = state.frame === 34 ? formedOutOf(state.province) : [];
    const grid = make(
        "div",
        { class: "grid", role: "group", "aria-labelledby": "parts-heading" },
        parts.map(partTile),
    );
    roving(grid);
    oneStop(grid, state.region);
    return show(
        "parts",
        make("h3", { id: "parts-heading" }, word("parts.heading", { province: province.short, n: parts.length })),
        make("p", { class: "note" }, partsLine(parts)),
        grid,
        legend(
            parts.map((region) => PLACE_OF.get(region.code)),
            "regency",
        ),
        formed.length
            ? make(
                  "p",
                  { class: "note" },
                  word("parts.formed"),
                  " ",
                  formed.map((region) => link(region)),
              )
            : null,
    );
}

function link(region) {
    return button(region.name, () => choose(region.code), {
        class: "link",
        lang: language === "id" ? null : "id",
    });
}

function partsLine(parts) {
    const known = parts.filter(
        (region) => statusOf(PLACE_OF.get(region.code), state.edition, false) === "v",
    ).length;
    return word("parts.known", { known: count(known), n: count(parts.length) });
}

/* --- the same as a table --- */

function drawValues(provinces) {
    const rows = provinces.map((region) => valueRow(region));
    const heads = ["table.region", "measure.own", "table.category", "measure.mean", "table.parts"].map((key) =>
        word(key),
    );
    show(
        "values",
        make("summary", {}, word("values.heading")),
        make(
            "div",
            { class: "scroll", tabindex: "0", role: "region", "aria-label": word("values.heading") },
            table(mapTitleOf(), heads, rows),
        ),
    );
}

function mapTitleOf() {
    return state.edition === null ? word("map.empty") : EDITIONS[state.edition].name;
}

function valueRow(region) {
    const place = PLACE_OF.get(region.code);
    const own = state.edition === null ? undefined : scoreOf(place, state.edition, false);
    const mean = state.edition === null ? undefined : scoreOf(place, state.edition, true);
    const parts = partsOf(region.code, state.frame);
    const known = parts.filter((one) => statusOf(PLACE_OF.get(one.code), state.edition, false) === "v").length;
    return make(
        "tr",
        {},
        make("th", { scope: "row" }, link(region)),
        make(
            "td",
            { class: "number" },
            own && own.score !== null
                ? decimal(own.score)
                : word(`status.${statusOf(place, state.edition, false)}`),
        ),
        make("td", {}, own && own.category ? word(`category.${own.category}`) : ""),
        make(
            "td",
            { class: "number" },
            mean && mean.score !== null
                ? decimal(mean.score)
                : word(`status.${statusOf(place, state.edition, true)}`),
        ),
        make("td", { class: "number" }, word("table.of", { n: known, of: parts.length })),
    );
}
