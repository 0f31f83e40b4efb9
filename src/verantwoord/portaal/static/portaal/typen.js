// Keeps at the server what is typed, while it is typed, and stays on the page when there is no line.
// Nothing is left on the telephone: somebody else may hold it next. Without script a form is sent as always.
(() => {
  "use strict";
  const PAUSE = 2000, REACH = 8000;

  const keep = (form) => {
    const line = document.createElement("p");
    line.className = "vw-klein";
    line.setAttribute("role", "status");
    form.append(line);
    let timer = 0, busy = null, typed = false, sending = false;

    const save = () => {
      clearTimeout(timer);
      if (!typed || sending) return;
      typed = false;
      const body = new FormData(form);
      body.set("bladzij", location.pathname);
      busy = new AbortController();
      fetch(form.dataset.klad, { method: "POST", body, signal: busy.signal, keepalive: true }).then(
        (answer) => { line.textContent = answer.ok ? form.dataset.kladBewaard : ""; },
        () => {
          if (sending) return;
          typed = true;
          line.textContent = form.dataset.kladLos;
        },
      );
    };
    const reachable = () => navigator.onLine
      && fetch(form.dataset.klad, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(REACH) }).then(() => true, () => false);

    form.addEventListener("input", () => {
      typed = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    });
    form.addEventListener("submit", async (event) => {
      if (form.dataset.mag) return;
      event.preventDefault();
      if (sending) return;
      const button = event.submitter;
      sending = true;
      clearTimeout(timer);
      if (busy) busy.abort();
      if (await reachable()) {
        form.dataset.mag = "1";
        form.requestSubmit(button);
        return;
      }
      sending = false;
      typed = true;
      line.textContent = form.dataset.kladLos;
    });
    addEventListener("online", save);
    addEventListener("pagehide", save);
    addEventListener("pageshow", () => {
      sending = false;
      delete form.dataset.mag;
    });
  };
  document.querySelectorAll("form[data-klad]").forEach(keep);
})();
