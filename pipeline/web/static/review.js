// Keys, the overview of keys, and scrolling to the words. Every page works without it.
"use strict";

const TYPED = "input:not([type=checkbox]), textarea, select";
const LONGEST = 5000; // milliseconds after which a page that is still here takes keys again
let leaving = false;
let patience = 0;

function leave() {
  leaving = true;
  document.body.setAttribute("aria-busy", "true");
  clearTimeout(patience);
  patience = setTimeout(stay, LONGEST);
}

function stay() {
  leaving = false;
  clearTimeout(patience);
  document.body.removeAttribute("aria-busy");
  for (const form of document.forms) delete form.dataset.sent;
}

const shown = (node) => node && !node.disabled && (node.offsetParent !== null || node.closest("#undo, .place"));
const named = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

// --- the list: j and k move, Enter opens ---

const rows = () => [...document.querySelectorAll(".queue .rows .row > a")];

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.findIndex((row) => row.parentElement.classList.contains("on"));
  const next = all[Math.min(Math.max(at < 0 ? 0 : at + step, 0), all.length - 1)];
  if (at >= 0) all[at].parentElement.classList.remove("on");
  next.parentElement.classList.add("on");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  return true;
}

// --- keys ---

function press(key) {
  if (key === "?") return help(true);
  if ((key === "j" || key === "k") && move(key === "j" ? 1 : -1)) return true;
  const node = named(key);
  if (!shown(node)) return false;
  if (node.matches("input")) {
    node.focus();
    node.select();
    return true;
  }
  const details = document.getElementById("edit");
  if (key === "e" && details) return edit(details);
  leave();
  node.click();
  return true;
}

function edit(details) {
  details.open = true;
  const first = details.querySelector("[aria-invalid]") || details.querySelector("[data-first]") || details.querySelector(TYPED);
  first.focus();
  if (first.select) first.select();
  details.scrollIntoView({ block: "start" });
  return true;
}

// The document scrolls by the keys that scroll a page, wherever the focus is not.
const STEPS = { ArrowDown: 0.12, ArrowUp: -0.12, PageDown: 0.9, PageUp: -0.9, " ": 0.9, Home: -1e6, End: 1e6 };

function scroll(event) {
  const pane = document.getElementById("paper");
  const step = STEPS[event.key];
  if (!step || !pane || event.target !== document.body || pane.scrollHeight <= pane.clientHeight + 4) return false;
  pane.scrollTop += step * pane.clientHeight * (event.shiftKey && event.key === " " ? -1 : 1);
  return true;
}

function help(open) {
  const dialog = document.getElementById("help");
  if (open && !dialog.open) dialog.showModal();
  else if (dialog.open) dialog.close();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (scroll(event)) {
    event.preventDefault();
    return;
  }
  const typing = event.target.matches(TYPED);
  if (event.key === "Escape" && typing) {
    event.target.blur();
    return;
  }
  // A key that is held down, or pressed before the next page is there, decides nothing.
  if (typing || (event.repeat && !"jk".includes(event.key)) || leaving) return;
  if (document.getElementById("help").open && event.key !== "?") return;
  if (press(event.key)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-key='?'], [data-key='e'], [data-close]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.matches("[data-close]")) document.getElementById("help").close();
  else if (link.dataset.key === "?") help(true);
  else edit(document.getElementById("edit"));
});

// A form is sent once.
document.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    stay();
    const said = document.getElementById("said");
    said.textContent = document.body.dataset.offline;
    said.parentElement.classList.add("full");
    return;
  }
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = "yes";
  leave();
});
document.addEventListener("invalid", stay, true); // the browser did not send it

addEventListener("pageshow", (event) => {
  stay();
  if (event.persisted) location.reload();
});

// --- the words, in view ---

function centre(pane, top) {
  if (pane.scrollHeight > pane.clientHeight + 4 && getComputedStyle(pane).overflowY !== "visible") {
    pane.scrollTop = top - pane.getBoundingClientRect().top + pane.scrollTop - pane.clientHeight / 2;
  }
}

function look() {
  const pane = document.getElementById("paper");
  if (!pane) return;
  const image = pane.querySelector(".sheet img");
  const here = document.getElementById("here");
  if (!image) {
    if (here) centre(pane, here.getBoundingClientRect().top);
    return;
  }
  const toPicture = () => {
    const box = image.getBoundingClientRect();
    centre(pane, box.top + box.height * Number(image.dataset.at));
  };
  image.addEventListener("error", () => image.closest(".sheet").classList.add("gone"));
  image.addEventListener("load", () => {
    image.closest(".sheet").classList.add("drawn");
    toPicture();
    const next = document.querySelector("[data-next-picture]").dataset.nextPicture;
    if (next) new Image().src = next; // drawn while this one is being read
  });
  if (image.complete && image.naturalWidth) image.dispatchEvent(new Event("load"));
}

// What stands in a live region when the page comes is not read out; what comes into it is.
function say() {
  const said = document.getElementById("said");
  const text = said && said.textContent;
  if (!text) return;
  said.textContent = "";
  setTimeout(() => (said.textContent = text), 60);
}

const first = document.querySelector("[data-trouble]") || document.querySelector("[data-focus]"); // Enter confirms
first?.focus({ preventScroll: !first.matches("[data-trouble], [aria-invalid]") });
if (first?.matches("[aria-invalid]")) {
  first.select?.();
  first.scrollIntoView({ block: "center" });
}
look();
say();
