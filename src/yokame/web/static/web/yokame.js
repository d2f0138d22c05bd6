// What the pages can do without, made quicker: an example fills the words, a link is copied.
document.addEventListener("click", async (event) => {
  const example = event.target.closest("[data-example]");
  if (example) {
    event.preventDefault();
    const said = document.getElementById("id_said");
    said.value = example.value;
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
