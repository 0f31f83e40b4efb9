// Ask the browser for a passkey and put its answer in the form. Without script the page offers a code instead.
(() => {
  "use strict";
  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const readable = (options) => {
    const read = structuredClone(options);
    read.challenge = toBytes(read.challenge);
    if (read.user) read.user.id = toBytes(read.user.id);
    for (const list of [read.excludeCredentials, read.allowCredentials])
      for (const key of list || []) key.id = toBytes(key.id);
    return read;
  };
  const sendable = (key) => ({
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: Object.fromEntries(
      ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
        .filter((part) => key.response[part])
        .map((part) => [part, toText(key.response[part])]),
    ),
  });

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const field = form.querySelector("[name=antwoord]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { publicKey } = JSON.parse(document.getElementById(form.dataset.opties).textContent);
      try {
        const options = { publicKey: readable(publicKey) };
        const key = await (form.dataset.passkey === "maak"
          ? navigator.credentials.create(options)
          : navigator.credentials.get(options));
        field.value = JSON.stringify(sendable(key));
      } catch {
        // Stopped, refused or not possible here: the server says so in words.
        field.value = "";
      }
      form.submit();
    });
  }
})();
