// Copies a letter; where the browser does not let us, it selects it, to be copied by hand.
function showCopyButtons() {
  for (const button of document.querySelectorAll("[data-copy-letter]")) button.hidden = false;
}
document.addEventListener("DOMContentLoaded", showCopyButtons);
document.addEventListener("htmx:afterSwap", showCopyButtons);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-letter]");
  if (!button) return;
  const letter = document.getElementById("letter-body");
  const told = document.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(letter.value ?? letter.textContent);
    told.textContent = button.dataset.copied;
  } catch {
    letter.focus();
    if (letter.select) letter.select();
    else getSelection().selectAllChildren(letter);
    told.textContent = button.dataset.selected;
  }
});
