/* Elements from values. What comes from documents becomes text here and nothing else. */

/* make("p", {class: "note"}, "text", element, null): null children are left out. */
function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, given] of Object.entries(attributes)) {
        if (typeof given === "function") element.addEventListener(name, given);
        else if (given === true) element.setAttribute(name, "");
        else if (given !== null && given !== undefined && given !== false)
            element.setAttribute(name, String(given));
    }
    element.append(
        ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
    );
    return element;
}

function show(id, ...children) {
    const place = document.getElementById(id);
    place.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
    return place;
}

/* A name or words in Indonesian, said so to readers of the English page. */
function indonesian(tag, text, attributes = {}) {
    return make(tag, { lang: language === "id" ? null : "id", ...attributes }, text);
}

function button(text, act, attributes = {}) {
    return make("button", { type: "button", click: act, ...attributes }, text);
}

/* A choice of few: radio buttons in a row. */
function choice(name, label, options, chosen, act) {
    return make(
        "fieldset",
        { class: "choice" },
        make("legend", {}, label),
        make(
            "div",
            {},
            options.map(([given, text]) => option(name, given, text, given === chosen, act)),
        ),
    );
}

function option(name, given, text, checked, act) {
    const input = make("input", {
        type: "radio",
        name,
        value: given,
        checked,
        change: () => act(given),
        id: `${name}-${given}`,
    });
    return make("label", { for: `${name}-${given}` }, input, make("span", {}, text));
}

function selection(id, label, options, chosen, act) {
    const list = make("select", { id, change: (event) => act(event.target.value) });
    for (const [given, text] of options)
        list.append(make("option", { value: given, selected: given === chosen }, text));
    return make("div", { class: "selection" }, make("label", { for: id }, label), list);
}

function table(caption, heads, rows) {
    return make(
        "table",
        { class: "data" },
        make("caption", {}, caption),
        make(
            "thead",
            {},
            make(
                "tr",
                {},
                heads.map((head) => (head instanceof Element ? head : make("th", { scope: "col" }, head))),
            ),
        ),
        make("tbody", {}, rows),
    );
}

/* Long lists: the first few, then the others folded. */
function folded(items, first) {
    const rest = items.slice(first);
    if (rest.length < 2) return items;
    const more = make(
        "details",
        { class: "more" },
        make("summary", {}, word("list.more", { n: count(rest.length) })),
        rest,
    );
    return [...items.slice(0, first), more];
}

/* A part of a bar: its share of the whole is its width. */
function segment(kind, share) {
    const part = make("span", { class: `segment ${kind}` });
    part.style.width = `${(100 * share).toFixed(3)}%`;
    return part;
}

function say(text) {
    document.getElementById("said").textContent = text;
}

/* One tab stop for many tiles; the arrows lead to the nearest tile in their direction. */
function roving(container) {
    container.addEventListener("keydown", (event) => {
        const next = neighbour(event.target, event.key, [...container.querySelectorAll("button")]);
        if (!next) return;
        event.preventDefault();
        for (const tile of container.querySelectorAll("button")) tile.tabIndex = tile === next ? 0 : -1;
        next.focus();
    });
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function neighbour(from, key, tiles) {
    if (key === "Home") return tiles[0];
    if (key === "End") return tiles[tiles.length - 1];
    if (!DIRECTIONS[key] || !tiles.includes(from)) return null;
    const [x, y] = DIRECTIONS[key];
    const start = middle(from);
    const costs = tiles
        .filter((tile) => tile !== from)
        .map((tile) => {
            const [dx, dy] = [middle(tile).x - start.x, middle(tile).y - start.y];
            const along = dx * x + dy * y;
            return { tile, along, cost: along + 3 * Math.abs(dx * y - dy * x) };
        })
        .filter((one) => one.along > 2)
        .sort((one, other) => one.cost - other.cost);
    return costs.length ? costs[0].tile : null;
}

function middle(element) {
    const box = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
