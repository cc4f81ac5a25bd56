/* One region: its values, each with the words that state it. */

function drawDetail() {
    const place = state.region ? PLACE_OF.get(state.region) : null;
    if (place === null) return drawHighest();
    const region = REGIONS[place];
    const others = EDITIONS.map((_, edition) => edition).filter(
        (edition) => edition !== state.edition && hasAny(place, edition),
    );
    return show(
        "detail",
        button(word("detail.back"), backToMap, { class: "back" }),
        indonesian("h3", region.name, { id: "detail-heading", tabindex: "-1" }),
        make("p", { class: "where" }, homeOf(region)),
        isProvince(region)
            ? make("p", { class: "to-parts" }, button(word("detail.parts"), goToParts, { class: "link" }))
            : null,
        state.edition === null ? null : editionBlock(place, state.edition),
        others.length ? make("h4", { class: "rule" }, word("detail.others")) : null,
        others.map((edition) =>
            make(
                "details",
                { class: "edition" },
                make("summary", {}, otherLine(place, edition)),
                editionBlock(place, edition),
            ),
        ),
    );
}

const HIGHEST = 10;
const HIGHEST_PARTS = 5;

/* Before anything is chosen: the regions with the highest scores, provinces by the chosen measure. */
function drawHighest() {
    const provinces = scoredFirst(provincesOf(state.frame), state.mean);
    const parts = scoredFirst(
        REGIONS.slice(1).filter((region) => !isProvince(region)),
        false,
    );
    return show(
        "detail",
        make("h3", { id: "detail-heading", tabindex: "-1" }, word("detail.none")),
        provinces.length || parts.length ? make("p", { class: "small" }, word("detail.none.text")) : null,
        provinces.length ? null : make("p", { class: "small" }, word("detail.nothing")),
        make("ol", { class: "highest" }, provinces.slice(0, HIGHEST).map(highest)),
        parts.length ? make("h4", { class: "rule" }, word("detail.highest.parts")) : null,
        make("ol", { class: "highest" }, parts.slice(0, HIGHEST_PARTS).map(highest)),
        EDITIONS.some((_, edition) => hasAny(COUNTRY, edition))
            ? make("p", { class: "small" }, word("detail.country"), " ", link(REGIONS[COUNTRY]))
            : null,
    );
}

/* Regions that have a score, each with its row, the highest first. */
function scoredFirst(regions, mean) {
    if (state.edition === null) return [];
    return regions
        .map((region) => [region, scoreOf(PLACE_OF.get(region.code), state.edition, mean)])
        .filter(([, row]) => row && row.score !== null)
        .sort(([, one], [, other]) => Number(other.score) - Number(one.score));
}

function highest([region, row]) {
    const kind = row.category ? `category-${row.category}` : "no-category";
    return make(
        "li",
        {},
        make("div", { class: "pair" }, link(region), make("b", {}, decimal(row.score))),
        make("div", { class: "bar thin", "aria-hidden": "true" }, segment(kind, Number(row.score) / top())),
    );
}

/* On a narrow page the kabupaten and kota stand below all that is told of their province. */
function goToParts() {
    const first = document.querySelector(".parts .grid [tabindex='0']");
    if (first) first.focus();
}

function hasAny(place, edition) {
    return (
        SCORES.has(`${place}.${edition}`) ||
        DIMENSION_SCORES.has(`${place}.${edition}`) ||
        INDICATORS.has(`${place}.${edition}`)
    );
}

function homeOf(region) {
    const name = (code) => REGIONS[PLACE_OF.get(code)].name;
    const code = word("detail.code", { code: region.code });
    if (isProvince(region))
        return region.then === region.code
            ? code
            : `${code} · ${word("detail.formed", { province: name(region.then) })}`;
    if (region.now === null || region.now === region.then)
        return region.now === null ? code : `${name(region.now)} · ${code}`;
    return `${name(region.now)} · ${word("detail.until", { province: name(region.then) })} · ${code}`;
}

/* An edition that is folded: its name with score and category, so that it need not be opened. */
function otherLine(place, edition) {
    const row = scoreOf(place, edition, false) || scoreOf(place, edition, true);
    const said = row
        ? [row.score && decimal(row.score), row.category && word(`category.${row.category}`)]
              .filter(Boolean)
              .join(" ")
        : "";
    const named = indicatorsOf(place, edition).length;
    const told = [said, named ? word("detail.named", { n: count(named) }) : ""].filter(Boolean).join(", ");
    return [indonesian("span", EDITIONS[edition].short), told ? `: ${told}` : ""];
}

function editionBlock(place, edition) {
    const measures = measuresOf(place, edition);
    return make(
        "div",
        { class: "block" },
        edition === state.edition ? indonesian("p", EDITIONS[edition].short, { class: "kicker" }) : null,
        make(
            "div",
            { class: measures.length > 1 ? "measures two" : "measures" },
            measures.map((mean) => measure(place, edition, mean)),
        ),
        warningsOf(place, edition),
        measures.map((mean) => evidenceOfScore(place, edition, mean, measures.length > 1)),
        conflictsOf(place, edition).length
            ? make(
                  "div",
                  { class: "disputes" },
                  make("h4", {}, word("detail.conflicts")),
                  conflictsOf(place, edition).map((one) => conflictCard(one, false)),
              )
            : null,
        measures.map((mean) => dimensionList(place, edition, mean)),
        indicatorList(place, edition),
        make(
            "p",
            { class: "why" },
            word("detail.why"),
            " ",
            make("code", {}, commandOf(place, edition)),
        ),
    );
}

/* The command that tells where the first value of a region in an edition comes from. */
function commandOf(place, edition) {
    const row = `${REGIONS[place].code}:${EDITIONS[edition].id}`;
    const [own, mean] = [scoreOf(place, edition, false), scoreOf(place, edition, true)];
    if (own) return `ikp why ${row} ${own.score === null && own.category ? "category" : "score"}`;
    if (mean) return `ikp why ${row}:agregat_kabkota score`;
    const [dimension] = dimensionsOf(place, edition, false);
    if (dimension) return `ikp why ${row} "${DATA.dimensions[dimension.dimension][0]}"`;
    const [indicator] = indicatorsOf(place, edition);
    return `ikp why ${row} ${indicator ? indicator.number : "score"}`;
}

/* --- scores: a province's own, and the mean of its parts, side by side --- */

function measuresOf(place, edition) {
    if (isProvince(REGIONS[place])) return [false, true];
    return place === COUNTRY && scoreOf(place, edition, true) ? [false, true] : [false];
}

function measureName(place, mean) {
    if (place === COUNTRY) return word(mean ? "measure.country.mean" : "measure.country");
    return isProvince(REGIONS[place]) ? word(mean ? "measure.mean" : "measure.own") : word("measure.score");
}

function measure(place, edition, mean) {
    const row = scoreOf(place, edition, mean);
    const heading = measureName(place, mean);
    const status = statusOf(place, edition, mean);
    if (status !== "v" || !row) {
        return make(
            "div",
            { class: "measure none" },
            make("h4", {}, heading),
            make("p", { class: "big" }, word(`status.${status}`)),
            make("p", { class: "small" }, word(`status.${status}.why`)),
        );
    }
    return make(
        "div",
        { class: "measure" },
        make("h4", {}, heading),
        make(
            "p",
            { class: "big" },
            row.score === null ? "" : make("span", {}, decimal(row.score)),
            " ",
            row.category ? chip(row.category) : null,
        ),
        make(
            "ul",
            { class: "small" },
            [ranksLine(row), categoryLine(row), sourcesLine(row)]
                .filter(Boolean)
                .map((line) => make("li", {}, line)),
        ),
    );
}

function chip(category) {
    return make("span", { class: `chip category-${category}` }, word(`category.${category}`));
}

/* Whether documents state the category, or it follows from the score, or both, or the two differ. */
function categoryLine(row) {
    if (!row.category) return "";
    if (row.stated && row.derived)
        return row.stated === row.derived
            ? word("category.both")
            : word("category.differ", { derived: word(`category.${row.derived}`) });
    return word(row.stated ? "category.stated" : "category.derived");
}

function ranksLine(row) {
    return row.ranks
        .map(([rank, scope]) => word("rank", { rank }) + (scope ? ` ${wordFor("scope", scope)}` : ""))
        .join(", ");
}

function sourcesLine(row) {
    const told = [];
    if (row.sources)
        told.push(word(row.sources === 1 ? "sources.one" : "sources.many", { n: count(row.sources) }));
    if (row.sources > 1) told.push(word("witnesses", { n: count(row.witnesses) }));
    if (row.held) told.push(word("held", { n: count(row.held) }));
    return told.join(", ");
}

function evidenceOfScore(place, edition, mean, named) {
    if (!scoreOf(place, edition, mean)) return null;
    const rows = evidenceOf(`s${place}.${edition}${mean ? ".m" : ""}`);
    const heading = named
        ? `${word("evidence.heading")}: ${measureName(place, mean).toLowerCase()}`
        : word("evidence.heading");
    return make(
        "div",
        { class: "evidence" },
        make("h4", {}, heading),
        rows && rows.length ? rows.map(quotation) : make("p", { class: "note" }, word("evidence.elsewhere")),
    );
}

/* --- evidence --- */

function quotation(one) {
    return make(
        "figure",
        { class: `quotation ${one.role}` },
        one.role === "held"
            ? make("p", { class: "waits" }, word("evidence.held", { says: saying(one.says) }))
            : null,
        make("blockquote", { lang: language === "id" ? null : "id" }, one.quote),
        make(
            "figcaption",
            {},
            make("span", { class: "file" }, one.document.file),
            ` ${originOf(one)}`,
            make("span", { class: "reading" }, readingOf(one)),
        ),
    );
}

function originOf(one) {
    const place = one.page ? word("evidence.page", { page: one.page }) : one.address ? placeOf(one.address) : "";
    const date = one.document.day ? day(one.document.day) : word("evidence.undated");
    return [one.document.issuer, date, place].filter(Boolean).join(" · ");
}

/* "table 1 row 2 cell 3" in the reader's language. */
function placeOf(address) {
    return address
        .split(" ")
        .map((part) => wordFor("place", part))
        .join(" ");
}

function readingOf(one) {
    const decided = one.person
        ? wordFor("person", one.person)
        : word(one.role === "held" ? "person.waits" : "person.nobody");
    return [word("evidence.rule", { rule: one.rule }), word("evidence.sure", { n: one.confidence }), decided].join(
        " · ",
    );
}

function unfold(rows, name) {
    if (!rows) return make("p", { class: "note" }, word("evidence.elsewhere"));
    return make(
        "details",
        { class: "words" },
        make("summary", {}, word("evidence.show"), make("span", { class: "unseen" }, ` ${name}`)),
        rows.map(quotation),
    );
}

/* --- dimensions --- */

function dimensionList(place, edition, mean) {
    const rows = dimensionsOf(place, edition, mean);
    if (!rows.length) return null;
    const heading = word(mean ? "detail.dimensions.mean" : "detail.dimensions");
    return make(
        "div",
        { class: "dimensions" },
        make("h4", {}, heading),
        make(
            "ul",
            {},
            rows.map((row) => dimensionRow(row, place, edition, mean)),
        ),
    );
}

function dimensionRow(row, place, edition, mean) {
    const [key, name] = DATA.dimensions[row.dimension];
    const rows = evidenceOf(`d${place}.${edition}.${key}${mean ? ".m" : ""}`);
    const known = row.score !== null || row.category !== null;
    const said = known
        ? [
              row.score === null ? "" : decimal(row.score),
              row.category ? word(`category.${row.category}`) : "",
              ranksLine(row),
          ]
        : [word("status.r")];
    const share = row.score === null ? 0 : Math.min(1, Number(row.score) / Number(EDITIONS[edition].top ?? 100));
    return make(
        "li",
        {},
        make("div", { class: "pair" }, indonesian("span", name), make("b", {}, said.filter(Boolean).join(" · "))),
        make("div", { class: "bar thin", "aria-hidden": "true" }, segment("plainly", share)),
        unfold(rows, name),
    );
}

/* --- indicators --- */

function indicatorList(place, edition) {
    const named = indicatorsOf(place, edition);
    if (!named.length) return null;
    return make(
        "div",
        { class: "named" },
        make("h4", {}, word("detail.indicators", { n: count(named.length) })),
        make(
            "ul",
            {},
            named.map((one) => indicatorRow(one, place, edition)),
        ),
    );
}

function indicatorRow({ letter, number }, place, edition) {
    const entry = CATALOG.get(number);
    const fact = factOf(place, edition, number);
    const counts = fact
        ? fact.counts.map(([n, unit]) => `${count(n)} ${unit ?? word("indicator.times")}`).join(", ")
        : "";
    const told = [counts, fact ? sourcesLine(fact) : ""].filter(Boolean).join(" · ");
    return make(
        "li",
        {},
        make("span", { class: `state ${letter}` }, word(`indicator.letter.${letter}`)),
        indonesian("span", ` ${number}. ${entry.name}`),
        told ? make("span", { class: "small" }, ` ${told}`) : null,
        unfold(evidenceOf(`i${place}.${edition}.${number}`), entry.name),
    );
}
