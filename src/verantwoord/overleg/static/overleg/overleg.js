// The page of an item renews itself while eight people work at it; what somebody types is never swapped away.
(() => {
  "use strict";
  const first = new WeakMap();
  const value = (field) => (["checkbox", "radio"].includes(field.type) ? String(field.checked) : field.value);
  const values = (form) => JSON.stringify([...form.elements].filter((field) => field.name).map(value));
  const remember = () => {
    for (const form of document.querySelectorAll("[data-typt] form")) if (!first.has(form)) first.set(form, values(form));
  };
  const busy = (part) => [...part.querySelectorAll("form")].some(
    (form) => (first.has(form) && values(form) !== first.get(form)) || form.contains(document.activeElement),
  );

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const part = event.detail.target;
    if (!part.matches("[data-typt]") || !busy(part)) return;
    event.detail.shouldSwap = false;
    const next = event.detail.fragment.querySelector?.("form")?.getAttribute("action");
    const now = part.querySelector("form")?.getAttribute("action");
    // The same act is still asked: then there is nothing to tell.
    if (next === now) return;
    for (const notice of document.querySelectorAll("[data-intussen]")) notice.hidden = false;
  });
  // Asking is use: without a limit a screen that somebody left would never log out.
  const QUIET = 15 * 60 * 1000;
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
    for (const notice of document.querySelectorAll("[data-rust]")) notice.hidden = true;
  };
  for (const sign of ["pointerdown", "pointermove", "keydown", "scroll", "focus"]) addEventListener(sign, touch, { passive: true });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!event.target.matches("[data-vernieuwt]")) return;
    const resting = Date.now() - touched > QUIET;
    if (!resting && !document.hidden) return;
    event.preventDefault();
    for (const notice of document.querySelectorAll("[data-rust]")) notice.hidden = !resting;
  });

  document.addEventListener("htmx:afterSettle", remember);
  document.addEventListener("htmx:oobAfterSwap", remember);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", remember);
  else remember();
})();
