// Leave at once, and leave no way back to this page: by the link, or by pressing Escape three times.
(() => {
  "use strict";
  const link = document.querySelector("[data-weg]");
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let pressed = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pressed = [...pressed, event.timeStamp].filter((moment) => event.timeStamp - moment < 3000);
    if (pressed.length >= 3) leave();
  });
})();
