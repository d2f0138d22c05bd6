// The month before and after by the arrow keys, this month by t. Links do the same without.
const keys = { ArrowLeft: 'a[rel="prev"]', ArrowRight: 'a[rel="next"]', t: "a[data-present]" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  document.querySelector(`.calendar-steps ${keys[event.key] ?? "[hidden]"}`)?.click();
});
