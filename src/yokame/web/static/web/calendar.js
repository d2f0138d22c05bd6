// The month before and after by the arrow keys; links do the same without.
const steps = { ArrowLeft: "prev", ArrowRight: "next" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rel = steps[event.key];
  if (!rel || event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  document.querySelector(`.calendar-steps a[rel="${rel}"]`)?.click();
});
