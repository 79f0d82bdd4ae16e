// Going about: deep links, next and previous difference, keys.

const bring = (element, block = "start") => {
  element.scrollIntoView({ block });
  // What is far below gets its size only now.
  requestAnimationFrame(() => element.scrollIntoView({ block }));
};
const reveal = (element) => {
  const cell = element.closest("[data-r]");
  if (cell) showReport(cell.dataset.r);
  if (element.matches(".finding") && (element.classList.contains("off") || !element.checkVisibility()) && isFiltered()) filterForm.reset();
  for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  const row = element.closest(".row");
  if (row?.classList.contains("hidden")) {
    row.classList.remove("hidden");
  }
};
const follow = (hash) => {
  const target = hash.length > 1 && byId(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  reveal(target);
  bring(target, target.matches(".s, .finding, .elsewhere") ? "center" : "start");
};

let current = null;
const isDifference = (row) => {
  if (row.classList.contains("empty")) return false;
  if (!isFiltered()) return true;
  const off = offKinds();
  const shown = (badge) => !badge.classList.contains("off") && ![...off].some((kind) => badge.classList.contains(`k-${kind}`));
  const whole = !off.has("statement") && row.querySelector(".no.absent:not(.off), .no.unsure:not(.off)");
  const tie = row.querySelector(".tie:is(.unsure, .conflicting, .narrower, .broader):not(.off)");
  return Boolean(whole || tie || all(".badge", row).some((badge) => !badge.matches(".open") && shown(badge)));
};
const differences = () => all(".row.diff").filter(isDifference);
const atTop = () => {
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  return document.elementFromPoint(innerWidth / 2, bar + 60)?.closest(".row, .chunk, section, header") ?? document.body;
};
const step = (by) => {
  const rows = differences();
  if (!rows.length) {
    say("No difference is shown");
    return;
  }
  let at = current?.contains(document.activeElement) || current === document.activeElement ? rows.indexOf(current) : -1;
  if (at < 0) {
    const here = atTop();
    const after = rows.findIndex((row) => here.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
    at = (after < 0 ? rows.length : after) - (by > 0 ? 1 : 0);
  }
  at = Math.min(Math.max(at + by, 0), rows.length - 1);
  goTo(rows[at]);
  byId("at").textContent = `${at + 1} of ${rows.length}`;
};
const goTo = (row) => {
  current = row;
  row.tabIndex = -1;
  reveal(row);
  row.focus({ preventScroll: true });
  bring(row);
};

const KEYS = {
  n: () => step(1),
  p: () => step(-1),
  "/": () => byId("find").focus(),
  c: () => copyActive("text"),
  m: () => copyActive("markdown"),
  e: () => nextText(),
  "?": () => byId("keys").showModal(),
};
const onKey = (event) => {
  if (event.key === "Escape") {
    if (drafting()) cancelDraft();
    else closeSheet();
    const menu = document.querySelector(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.firstElementChild.focus();
    }
    return;
  }
  const busy = event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog");
  if (busy || !byId("keys-on").checked || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
};

const startMoving = () => {
  document.addEventListener("keydown", onKey);
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  byId("show-keys").addEventListener("click", () => byId("keys").showModal());
  addEventListener("hashchange", () => follow(location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.defaultPrevented && link.hash === location.hash) follow(link.hash);
    for (const menu of all(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
    const strip = event.target.closest("[data-strip]");
    if (strip) followStrip(strip, event);
  });
  startCurrent();
  // The bar wraps on narrow windows; what sticks below it has to know.
  new ResizeObserver(([bar]) => root.style.setProperty("--bar", `${bar.target.offsetHeight}px`)).observe(document.querySelector(".bar"));
  if (location.hash) follow(location.hash);
};
const followStrip = (strip, event) => {
  const box = strip.getBoundingClientRect();
  const number = Math.floor((strip.viewBox.baseVal.width * (event.clientX - box.left)) / box.width);
  location.hash = anchor(Number(strip.dataset.strip), number);
};
const startCurrent = () => {
  const linkOf = new Map(all(".bar nav a").map((link) => [byId(link.hash.slice(1)), link]));
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) linkOf.get(target).setAttribute("aria-current", "location");
      else linkOf.get(target).removeAttribute("aria-current");
    }
  }, { rootMargin: "-20% 0px -79% 0px" });
  linkOf.forEach((link, section) => seen.observe(section));
};
