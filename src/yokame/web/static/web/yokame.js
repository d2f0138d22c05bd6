// What the pages can do without, made quicker: an example fills the words, a link is copied.
document.addEventListener("click", async (event) => {
  const example = event.target.closest("[data-example]");
  if (example) {
    event.preventDefault();
    const said = example.form.elements.said;
    said.value = example.value;
    said.dispatchEvent(new Event("input", { bubbles: true }));
    said.focus({ preventScroll: true });
    return;
  }
  const link = event.target.closest("[data-copy]");
  if (link && navigator.clipboard) {
    event.preventDefault();
    const told = document.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(link.href);
      told.textContent = link.dataset.copy;
    } catch {
      location.assign(link.href);
    }
  }
});

// htmx shows nothing where a request fails. A refusal has a page of its own, so the browser fetches
// it by sending the form once more itself; where no server was reached, there is no such page.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.elt.matches("form")) event.detail.elt.submit();
});
for (const [name, hides] of [["htmx:sendError", false], ["htmx:beforeRequest", true]]) {
  document.addEventListener(name, () => {
    for (const unsent of document.querySelectorAll("[data-unsent]")) unsent.hidden = hides;
  });
}
