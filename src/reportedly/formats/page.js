// Pointing at a mark, a note or a row, or moving the focus there, shows all that belongs together.
(() => {
  let shown = [];
  const show = (event) => {
    shown.forEach((element) => element.classList.remove("on"));
    const at = event.target.closest("[data-of]");
    // Outer attributions come first: the last key is the innermost one under the pointer.
    const key = at && at.dataset.of.split(" ").pop();
    shown = key ? [...document.querySelectorAll(`[data-of~="${key}"]`)] : [];
    shown.forEach((element) => element.classList.add("on"));
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
})();
