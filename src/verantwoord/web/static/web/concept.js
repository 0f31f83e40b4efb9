// Keeps what is typed: on this computer at once, at the server every few seconds, offered back after a closed tab.
// <form data-concept="opaque key" data-concept-url="/…" data-concept-van="opaque key of the user">; the key names nobody.
(() => {
  "use strict";
  const LOCAL_AFTER = 400, SERVER_AFTER = 4000, KEEP = 24 * 60 * 60 * 1000, OFFERS = 3;
  const clock = (moment) => new Date(moment).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");

  const read = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const sweep = (van) => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith("concept:")) continue;
      // Under a key that ends in ":oud" stands a list of offers, elsewhere one draft.
      const kept = [read(key)].flat();
      const held = kept.filter((one) => one && Date.now() - one.om <= KEEP && !(van && one.van && one.van !== van));
      if (!held.length) localStorage.removeItem(key);
      else if (held.length < kept.length) localStorage.setItem(key, JSON.stringify(held));
    }
  };
  const skipped = (field) => !field.name || ["hidden", "password", "file", "submit", "button"].includes(field.type);
  const values = (form) => [...form.elements].filter((field) => !skipped(field))
    .map((field) => [field.name, ["checkbox", "radio"].includes(field.type) ? field.checked : field.value, field.value]);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const restore = (form, kept) => {
    const fields = [...form.elements].filter((field) => !skipped(field));
    for (const [name, state, value] of kept) {
      for (const field of fields) {
        if (field.name !== name) continue;
        if (typeof state !== "boolean") field.value = state;
        else if (field.value === value) field.checked = state;
      }
    }
  };

  const start = (form) => {
    if (form.dataset.conceptLoopt) return;
    form.dataset.conceptLoopt = "1";
    const key = `concept:${form.dataset.concept}`, van = form.dataset.conceptVan || "", url = form.dataset.conceptUrl;
    const stand = document.querySelector("[data-concept-stand]");
    const line = stand && stand.querySelector("[data-concept-tekst]");
    const words = stand ? stand.dataset : {};
    let localTimer = 0, serverTimer = 0, stopped = false, sending = false, last = values(form);

    const say = (text, kind) => {
      if (!line) return;
      if (line.textContent !== text) line.textContent = text;
      stand.classList.toggle("vw-bewaarstand--los", kind === "los");
      stand.classList.add("vw-bewaarstand--spreekt");
    };
    const keep = () => {
      try { localStorage.setItem(key, JSON.stringify({ om: Date.now(), van, velden: values(form) })); }
      catch { say(words.vol, "los"); }
    };
    const warn = (text) => {
      const place = document.querySelector("[data-concept-ander]");
      if (!place || !text) return;
      place.hidden = false;
      (place.querySelector("[data-concept-ander-tekst]") || place).textContent = text;
    };

    const send = async () => {
      serverTimer = 0;
      const now = values(form);
      if (stopped || sending || same(now, last)) return;
      sending = true;
      try {
        const token = form.querySelector("[name=csrfmiddlewaretoken]");
        const answer = await fetch(url, {
          method: "POST",
          body: new FormData(form),
          headers: { "X-CSRFToken": token ? token.value : "", Accept: "application/json" },
          redirect: "manual",
        });
        if (stopped) return;
        if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return say(words.uitgelogd, "los");
        const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
        warn(told.ander);
        if (!answer.ok) return told.ander ? undefined : say(words.geenVerbinding, "los");
        last = now;
        const version = form.querySelector("[data-concept-versie]");
        if (version && told.versie !== undefined) version.value = told.versie;
        say(words.bewaard.replace("{tijd}", told.bewaard_om || clock(Date.now())));
      } catch {
        if (!stopped) say(words.geenVerbinding, "los");
      } finally {
        sending = false;
        if (!stopped && !same(values(form), last)) later();
      }
    };
    const later = () => { if (url && !serverTimer) serverTimer = setTimeout(send, SERVER_AFTER); };
    const changed = () => {
      if (stopped) return;
      clearTimeout(localTimer);
      localTimer = setTimeout(keep, LOCAL_AFTER);
      later();
    };

    const forget = (kept) => {
      const others = [read(`${key}:oud`)].flat().filter((one) => one && one.om !== kept.om);
      if (others.length) localStorage.setItem(`${key}:oud`, JSON.stringify(others));
      else localStorage.removeItem(`${key}:oud`);
    };
    const offer = (kept) => {
      const box = document.createElement("div");
      box.className = "vw-aanbod";
      box.setAttribute("role", "status");
      const text = document.createElement("p");
      text.textContent = words.aanbod.replace("{tijd}", clock(kept.om));
      box.append(text);
      const button = (label, act) => {
        const element = document.createElement("button");
        element.type = "button";
        element.className = "utrecht-button utrecht-button--secondary-action vw-knop--klein";
        element.textContent = label;
        element.addEventListener("click", () => { act(); forget(kept); box.remove(); });
        box.append(element);
      };
      button(words.terugzetten, () => { restore(form, kept.velden); keep(); later(); });
      button(words.weggooien, () => { if (read(key)?.om === kept.om) localStorage.removeItem(key); });
      form.before(box);
    };

    // Every text that was not saved is offered, the newest first: an offer that nobody answered hides no newer one.
    const offers = [read(key), read(`${key}:oud`)].flat().filter((one) => one && !same(one.velden, last))
      .filter((one, place, all) => all.findIndex((other) => same(other.velden, one.velden)) === place)
      .sort((a, b) => b.om - a.om).slice(0, OFFERS);
    if (stand && offers.length) {
      localStorage.setItem(`${key}:oud`, JSON.stringify(offers));
      offers.forEach(offer);
    }
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      stopped = true;
      clearTimeout(localTimer);
      clearTimeout(serverTimer);
      keep();
    });
    const leave = () => { if (!stopped && localTimer && !same(values(form), last)) keep(); };
    addEventListener("pagehide", leave);
    // A phone ends a page in the background without saying so: being hidden is the last thing it is sure to tell.
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
    addEventListener("pageshow", (event) => { if (event.persisted) stopped = false; });
    addEventListener("online", later);
  };

  const begin = () => {
    const forms = document.querySelectorAll("form[data-concept]");
    sweep(forms[0]?.dataset.conceptVan);
    for (const done of document.querySelectorAll("[data-concept-bewaard]")) {
      localStorage.removeItem(`concept:${done.dataset.conceptBewaard}`);
      localStorage.removeItem(`concept:${done.dataset.conceptBewaard}:oud`);
    }
    forms.forEach(start);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
  document.addEventListener("htmx:afterSwap", begin);
})();
