/* Wordings in the language of the reader, and numbers and days as that language writes them. */

const WORDS = JSON.parse(document.getElementById("words").textContent);
let language = "id";

/* A wording by its key; a key in braces is replaced by the part of that name. */
function word(key, parts = {}) {
    const wording = WORDS[language][key];
    if (wording === undefined) throw new Error(`no wording for ${key}`);
    return wording.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

/* The wording of one of the data's own names, or the name where there is none. */
function wordFor(kind, name) {
    return WORDS[language][`${kind}.${name}`] ?? String(name);
}

/* A number as the document states it: its decimals stay, the mark between is that of the language. */
function decimal(text) {
    return language === "id" ? String(text).replace(".", ",") : String(text);
}

function count(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, language === "id" ? "." : ",");
}

/* What a finding states, as "66.53 sedang #6": numbers are decimal, names have wordings. */
function saying(text) {
    return text.split(" ").map(sayingPart).join(" ");
}

function sayingPart(part) {
    if (/^\d+\.\d+$/.test(part)) return decimal(part);
    if (/^#\d+$/.test(part)) return word("rank", { rank: part.slice(1) });
    const kind = ["category", "level", "indicator"].find((name) => WORDS[language][`${name}.${part}`]);
    return kind ? word(`${kind}.${part}`) : part;
}

function value(column, text) {
    if (/^\d+(\.\d+)?$/.test(text)) return decimal(text);
    const kind = { indicator_status: "indicator", status: "told", rank_scope: "scope" }[column] || "category";
    return wordFor(kind, text);
}

function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    return `${date} ${word("date.months").split("|")[month - 1]} ${year}`;
}

function speak() {
    document.documentElement.lang = language;
    document.title = word("page.title");
    for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
    for (const one of document.querySelectorAll("[data-label]"))
        one.setAttribute("aria-label", word(one.dataset.label));
    for (const one of document.querySelectorAll("[data-language]")) {
        one.setAttribute("aria-pressed", String(one.dataset.language === language));
    }
}
