/* The state of the page, what changes it, and the start. */

const state = {
    edition: null,
    by: "category",
    mean: false,
    frame: 38,
    province: null,
    region: null,
    listed: null,
    scope: "",
};

function drawAll() {
    speak();
    drawFigures();
    drawMap();
    drawDetail();
    drawIndicators();
    drawCoverage();
    drawConflicts();
    drawChanges();
    drawWarnings();
    drawFoot();
}

/* Draws anew what depends on the map's state, and leaves the focus where the reader has it. */
function change(given) {
    const held = document.activeElement && document.activeElement.id;
    Object.assign(state, given);
    drawMap();
    drawDetail();
    drawIndicators();
    if (held && document.getElementById(held)) document.getElementById(held).focus({ preventScroll: true });
}

function chooseEdition(edition) {
    change({ edition, frame: frameOf(edition), ...within(frameOf(edition), state.province) });
}

function chooseFrame(frame, code) {
    change({ frame, ...within(frame, code ?? state.province) });
    if (code) choose(code);
}

/* A province that a frame does not have gives way to the one that it was part of. */
function within(frame, code) {
    if (!code) return {};
    const province = provinceIn(code, frame) ? code : REGIONS[PLACE_OF.get(code)].then;
    const scope = state.scope && !provinceIn(state.scope, frame) ? "" : state.scope;
    return { province, scope };
}

/* Shows a region: its province is opened, its values are told, and the focus goes there. */
function choose(code) {
    const region = REGIONS[PLACE_OF.get(code)];
    const home = provinceOf(region, state.frame);
    change({ region: code, province: home === null ? state.province : home });
    const heading = document.getElementById("detail-heading");
    heading.focus({ preventScroll: true });
    if (!inView(heading)) heading.parentElement.scrollIntoView({ block: "start" });
    history.replaceState(null, "", `#${code}`);
}

function inView(element) {
    const box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight * 0.8;
}

function backToMap() {
    const tile =
        document.querySelector(`.parts [data-code="${state.region}"]`) ||
        document.querySelector(`.map [data-code="${state.province}"]`) ||
        document.querySelector(".map button");
    tile.focus();
    tile.scrollIntoView({ block: "nearest" });
}

function drawFigures() {
    const covered = [...DATA.coverage.statuses].filter((letter) => letter === "v").length;
    const waiting = DATA.waiting.reduce((sum, [, , n]) => sum + n, 0);
    const { conflicts, open, changes } = DATA.totals;
    const changed = DATA.about.before
        ? [count(changes), word("figure.changes.text")]
        : [word("figure.first"), word("figure.first.text")];
    const figures = [
        [
            word("figure.covered", { n: count(covered), of: count(REGIONS.length - 1) }),
            word("figure.covered.text", { edition: DATA.coverage.short }),
            "coverage-section",
        ],
        [count(waiting), word("figure.waiting.text"), "coverage-section"],
        [count(conflicts), word("figure.conflicts.text", { open: count(open) }), "conflict-section"],
        [...changed, "change-section"],
    ];
    show(
        "figures",
        figures.map(([number, text, id]) =>
            make("li", {}, make("a", { href: `#${id}` }, make("b", {}, number), make("span", {}, text))),
        ),
    );
}

function drawFoot() {
    const { version, documents, latest, caution, citation } = DATA.about;
    if (caution) document.getElementById("caution").textContent = caution[language];
    document.getElementById("citation").textContent = citation[language];
    document.getElementById("edition-line").textContent = word(latest ? "page.line" : "page.line.undated", {
        version,
        documents: count(documents),
        latest: latest ? day(latest) : "",
    });
    document.getElementById("trimmed").textContent = trimmedLines().join(" ");
}

/* What of the dataset this page leaves to the tables, so that it stays small. */
function trimmedLines() {
    const { quote, sources, quoted, quoted_dimensions, quoted_indicators, editions, scored } = DATA.about;
    const lines = [quote ? word("trimmed.quotes", { quote, sources }) : word("trimmed.all")];
    if (quote && quoted !== null) lines.push(word("trimmed.scores", { n: quoted }));
    if (quote && !quoted_dimensions) lines.push(word("trimmed.dimensions"));
    if (quote && !quoted_indicators) lines.push(word("trimmed.indicators"));
    if (editions !== null) lines.push(word("trimmed.editions", { n: editions }));
    if (scored !== null) lines.push(word("trimmed.scored", { n: scored }));
    return lines;
}

function listen() {
    for (const one of document.querySelectorAll("[data-language]"))
        one.addEventListener("click", () => turn(one.dataset.language));
    roving(document.getElementById("map"));
    document.getElementById("detail").addEventListener("keydown", (event) => {
        if (event.key === "Escape") backToMap();
    });
    window.addEventListener("hashchange", () => {
        if (PLACE_OF.has(location.hash.slice(1))) choose(location.hash.slice(1));
    });
    window.addEventListener("beforeprint", () => unfoldAll(true));
    window.addEventListener("afterprint", () => unfoldAll(false));
}

function turn(chosen) {
    language = chosen;
    drawAll();
}

/* Paper cannot be unfolded: what is folded is opened for it, and closed again; but for the regions of each indicator. */
function unfoldAll(printing) {
    const folds = printing ? "details:not([open], .indicator)" : "details[data-folded]";
    for (const one of document.querySelectorAll(folds)) {
        one.open = printing;
        one.toggleAttribute("data-folded", printing);
    }
}

function start() {
    document.documentElement.classList.remove("plain");
    state.edition = fullest("scored");
    state.listed = fullest("listed");
    state.frame = frameOf(state.edition);
    const asked = location.hash.slice(1);
    listen();
    drawAll();
    if (PLACE_OF.has(asked)) choose(asked);
}

start();
