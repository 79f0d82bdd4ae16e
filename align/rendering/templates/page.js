"use strict";
(() => {
  const root = document.documentElement;
  const controls = document.getElementById("controls");
  controls.hidden = false;
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("change", ({ target }) => {
    if (target.name === "text") {
      root.classList.remove("show-original", "show-translation");
      if (target.value !== "both") root.classList.add(`show-${target.value}`);
    } else {
      root.classList.toggle(`without-${target.value}`, !target.checked);
    }
  });
})();
