// The keyboard: moves between applications, opens the search, the help and the rooms. Every key does
// what a link or a button of the page does, and none is taken from a field one types in.
const KEPT_OFF = "yokame-keys-off";
const dialog = document.getElementById("keys");
const rooms = { t: "/today/", b: "/board/", l: "/table/", c: "/calendar/", s: "/season/" };
let afterG = false;

const isOff = () => localStorage.getItem(KEPT_OFF) === "1";
const visible = (selector) =>
  [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());

function step(by) {
  const items = visible("[data-item]");
  if (!items.length) return;
  const here = items.findIndex((item) => item.closest("li, tr").contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : items.length - 1) : here + by;
  items[Math.min(Math.max(next, 0), items.length - 1)].focus();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => {
    const search = document.querySelector("[data-search]");
    if (search) search.select(), search.focus();
    else location.assign("/table/");
  },
  n: () => location.assign("/applications/new/"),
  u: () => document.querySelector("[data-undo]")?.click(),
  m: () => document.activeElement?.closest("li, tr")?.querySelector(".card-move, .word > summary")?.click(),
  "?": () => dialog.showModal(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (typing || dialog.open || (isOff() && event.key !== "?")) return;
  const act = afterG && rooms[event.key] ? () => location.assign(rooms[event.key]) : keys[event.key];
  afterG = event.key === "g" && !afterG;
  if (!act) return;
  event.preventDefault();
  act();
});

for (const opener of document.querySelectorAll(".keys-open")) {
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());
}
const off = dialog.querySelector("[data-keys-off]");
off.checked = isOff();
off.addEventListener("change", () => localStorage.setItem(KEPT_OFF, off.checked ? "1" : "0"));

// Whoever came here by something just done can take it back with the next key.
if (document.activeElement === document.body) {
  document.querySelector("[data-undo]")?.focus({ preventScroll: true });
}

// What htmx swapped in has its own address, and takes the focus that the old part held.
document.addEventListener("htmx:afterSwap", (event) => {
  const part = document.getElementById(event.detail.target.id);
  if (part?.dataset.address) history.replaceState(null, "", part.dataset.address);
  if (document.activeElement === document.body) {
    (part?.querySelector("[autofocus]") ?? document.querySelector("[data-undo]"))?.focus();
  }
});
