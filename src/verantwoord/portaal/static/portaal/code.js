// The square in the letter holds the code after a #, which a browser keeps to itself: put it in the field, and out of sight.
(() => {
  "use strict";
  const field = document.querySelector("[name=code]");
  const code = decodeURIComponent(location.hash.slice(1));
  if (!field || !code) return;
  field.value = code;
  history.replaceState(null, "", location.pathname);
})();
