// Small comforts; every page works without them.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  // The part one chooses on a phone opens at once; without script there is a button.
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-ga-naar]")) location.assign(event.target.value);
  });

  // A log-in ends after an hour without use. Text on a page that stood open for long is not sent into the log-in page:
  // first is asked whether one is still logged in, and after a new log-in the form gets the token that goes with it.
  // Nobody's text is sent under the name of who logged in since.
  const LONG = 50 * 60 * 1000, opened = Date.now(), words = () => document.body.dataset;
  const tell = (form, text) => {
    let line = form.querySelector("[data-niet-verstuurd]");
    if (!line) {
      line = document.createElement("p");
      line.dataset.nietVerstuurd = "";
      line.className = "vw-aanbod";
      line.setAttribute("role", "alert");
      form.append(line);
    }
    line.textContent = text;
  };
  const ask = async (form, button) => {
    try {
      const answer = await fetch(words().ingelogd, { redirect: "manual", headers: { Accept: "application/json" } });
      if (answer.type === "opaqueredirect" || answer.status === 401) return tell(form, words().uitgelogd);
      const { kenmerk, token } = await answer.json();
      if (kenmerk !== words().kenmerk) return tell(form, words().ander);
      form.querySelector("[name=csrfmiddlewaretoken]").value = token;
      form.dataset.gevraagd = "1";
      form.requestSubmit(button);
    } catch {
      tell(form, words().los);
    } finally {
      delete form.dataset.gevraagd;
      delete form.dataset.vraagt;
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!words().uitgelogd || form.method !== "post" || form.dataset.gevraagd || Date.now() - opened < LONG) return;
    if (![...form.querySelectorAll("textarea")].some((field) => field.value.trim())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (form.dataset.vraagt) return;
    form.dataset.vraagt = "1";
    ask(form, event.submitter);
  }, true);

  // A form is sent once. The button says that it is busy, and is itself again when one comes back.
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.dataset.onderweg) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    if (form.method !== "post" || !button || !button.dataset.bezig) return;
    form.dataset.onderweg = "1";
    const label = button.querySelector("span") || button;
    button.dataset.woorden = label.textContent;
    label.textContent = button.dataset.bezig;
    button.setAttribute("aria-disabled", "true");
    button.classList.add("vw-knop--bezig");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-onderweg]")) delete form.dataset.onderweg;
    for (const button of document.querySelectorAll(".vw-knop--bezig")) {
      (button.querySelector("span") || button).textContent = button.dataset.woorden;
      button.removeAttribute("aria-disabled");
      button.classList.remove("vw-knop--bezig");
    }
  });

  // Nothing someone typed stays behind on a shared computer after log-out.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-uitloggen]")) return;
    for (const key of Object.keys(localStorage)) if (key.startsWith("concept:")) localStorage.removeItem(key);
  });

  // The summary of errors takes the focus, also when it came in with a part of the page.
  const focusSummary = (inside) => {
    const summary = inside.querySelector("[data-samenvatting]");
    if (summary) summary.focus();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => focusSummary(document));
  else focusSummary(document);
  document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.target));
})();
