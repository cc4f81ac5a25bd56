"use strict";
/* The data of the page, and how it is looked up. Rows are lists in the page and objects here. */

const DATA = JSON.parse(document.getElementById("data").textContent);
const REGIONS = rowsOf("regions");
const TILES = rowsOf("tiles");
const EDITIONS = rowsOf("editions");
const DOCUMENTS = rowsOf("documents");
const COUNTRY = 0;
const PLACE_OF = new Map(REGIONS.map((region, place) => [region.code, place]));
const SCORES = grouped(rowsOf("scores"));
const DIMENSION_SCORES = grouped(rowsOf("dimension_scores"));
const INDICATORS = new Map(
    DATA.indicators.map(([region, edition, packed]) => [`${region}.${edition}`, unpacked(packed)]),
);
const CATALOG = new Map(DATA.catalog.map(([number, name, dimension]) => [number, { number, name, dimension }]));

function rowsOf(name) {
    return DATA[name].map((row) => byField(DATA.fields[name], row));
}

function byField(fields, row) {
    return Object.fromEntries(fields.map((field, place) => [field, row[place]]));
}

/* Rows by region and edition. */
function grouped(rows) {
    const groups = new Map();
    for (const row of rows) {
        const key = `${row.region}.${row.edition}`;
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(row);
    }
    return groups;
}

/* "r12p54" says that indicator 12 is reported and 54 potential. */
function unpacked(packed) {
    return Array.from(packed.matchAll(/([a-z])(\d+)/g), ([, letter, number]) => ({
        letter,
        number: Number(number),
    }));
}

function scoreOf(region, edition, mean) {
    return (SCORES.get(`${region}.${edition}`) || []).find((row) => row.mean === mean);
}

function dimensionsOf(region, edition, mean) {
    return (DIMENSION_SCORES.get(`${region}.${edition}`) || []).filter((row) => row.mean === mean);
}

function indicatorsOf(region, edition) {
    return INDICATORS.get(`${region}.${edition}`) || [];
}

function factOf(region, edition, number) {
    const row = DATA.facts[`i${region}.${edition}.${number}`];
    return row && byField(DATA.fields.facts, row);
}

/* The words behind a value, or null where this page leaves them to the CSV files. */
function evidenceOf(name) {
    return DATA.behind[name] ? DATA.behind[name].map(evidence) : null;
}

function evidence(row) {
    const found = byField(DATA.fields.evidence, row);
    return { ...found, document: DOCUMENTS[found.document], rule: DATA.rules[found.rule] };
}

function conflictsOf(region, edition) {
    return DATA.conflicts.filter((one) => one.region === region && one.edition === edition);
}

/* v, r, p, f or x: what is known of a region in an edition. The mean of a province's parts is a measure of its own. */
function statusOf(region, edition, mean) {
    const own = edition === null ? "f" : DATA.statuses[EDITIONS[edition].id][region];
    if (!mean) return own;
    const row = scoreOf(region, edition, true);
    if (row && (row.score !== null || row.category !== null)) return "v";
    if (row) return "r";
    return own === "f" || own === "x" ? own : "p";
}

/* --- frames: the 34 provinces of 2022, and the 38 of today --- */

function provinceOf(region, frame) {
    return frame === 34 ? region.then : region.now;
}

function isProvince(region) {
    return region.level === "province";
}

function provincesOf(frame) {
    return REGIONS.filter((region) => isProvince(region) && provinceOf(region, frame) === region.code);
}

function partsOf(code, frame) {
    return REGIONS.filter((region) => !isProvince(region) && provinceOf(region, frame) === code);
}

/* Provinces that were formed out of this one: in the frame of 34 they have no tile of their own. */
function formedOutOf(code) {
    return REGIONS.filter((region) => isProvince(region) && region.code !== code && region.then === code);
}

/* The rows and columns of a province's tile: before a split it has those of all that were formed out of it. */
function areaOf(code, frame) {
    const mine = TILES.filter(
        (tile) => tile.code === code || (frame === 34 && REGIONS[PLACE_OF.get(tile.code)].then === code),
    );
    const [rows, columns] = [mine.map((tile) => tile.row), mine.map((tile) => tile.column)];
    return {
        row: Math.min(...rows),
        column: Math.min(...columns),
        endRow: Math.max(...rows) + 1,
        endColumn: Math.max(...columns) + 1,
    };
}

function frameOf(edition) {
    return edition !== null && EDITIONS[edition].before_split ? 34 : 38;
}

/* The edition with the most rows of a kind; of several the newest, which comes first. */
function fullest(field) {
    let best = null;
    EDITIONS.forEach((edition, place) => {
        if (edition[field] > (best === null ? 0 : EDITIONS[best][field])) best = place;
    });
    return best;
}
