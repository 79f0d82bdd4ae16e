// Which kinds, reports and confidences are shown; what is left out never counts as a difference.

const filterForm = byId("filter").querySelector("form");
const offKinds = () => new Set(all("[name=kind]:not(:checked)", filterForm).map((box) => box.value));
const isFiltered = () => byId("filter").classList.contains("filtered");

const filterReports = () => {
  for (const box of all("[name=report]", filterForm)) root.classList.toggle(`no-r${box.value}`, !box.checked);
  const hidden = (cell) => root.classList.contains(`no-r${cell.dataset.r}`);
  for (const section of all(".side")) {
    const shown = section.dataset.reports.split(" ").filter((r) => !root.classList.contains(`no-r${r}`));
    const select = byId("view").querySelector(`[data-key="${section.id.split("-").pop()}"]`);
    if (shown.length && !shown.includes(section.dataset.base)) {
      select.value = shown[0];
      reorder(section, Number(shown[0]));
    }
    for (const row of all(".row", section)) {
      row.classList.toggle("empty", !cellsOf(row).some((cell) => !hidden(cell) && !cell.classList.contains("no")));
    }
  }
  layOut();
};
const filterConfidence = () => {
  const [least, most] = filterForm.elements.confidence.value.split("-").map(Number);
  for (const element of all("[data-c]")) {
    const confidence = Number(element.dataset.c);
    element.classList.toggle("off", confidence < least || confidence > most);
  }
};
const applyFilter = () => {
  for (const box of all("[name=kind]", filterForm)) root.classList.toggle(`without-${box.value}`, !box.checked);
  filterReports();
  filterConfidence();
  const some = all("input:not(:checked)", filterForm).length > 0 || filterForm.elements.confidence.selectedIndex > 0;
  byId("filter").classList.toggle("filtered", some);
  for (const group of all(".sort")) group.hidden = !group.querySelector(".finding:not(.off)");
  fold();
};
const showReport = (report) => {
  const box = filterForm.querySelector(`[name=report][value="${report}"]`);
  if (!box.checked) {
    box.checked = true;
    applyFilter();
  }
};

const startFilters = () => {
  filterForm.addEventListener("change", applyFilter);
  filterForm.addEventListener("reset", () => setTimeout(applyFilter));
  filterForm.addEventListener("submit", (event) => event.preventDefault());
  for (const bar of all(".grouping")) {
    bar.hidden = false;
    bar.addEventListener("change", ({ target }) => group(bar.nextElementSibling, target.value));
  }
};

// The list of findings by report, as the page has it, or by kind.
const homes = new Map();
const group = (list, by) => {
  if (!homes.has(list)) homes.set(list, { sections: [...list.children], items: all(".entries > li", list).map((item) => [item, item.parentNode]) });
  const home = homes.get(list);
  home.items.forEach(([item, parent]) => parent.append(item));
  if (by === "report") {
    list.replaceChildren(...home.sections);
    return;
  }
  const bySort = Map.groupBy(home.items.map(([item]) => item), (item) => [...item.firstElementChild.classList].find((name) => name.startsWith("k-")).slice(2));
  list.replaceChildren(...Object.keys(data.sorts).filter((sort) => bySort.has(sort)).map((sort) => sortSection(sort, bySort.get(sort))));
};
const sortSection = (sort, items) => {
  const section = make("section", { className: "of" }, make("h4", { textContent: data.sorts[sort] }));
  for (const [report, found] of Map.groupBy(items, (item) => item.firstElementChild.dataset.r)) {
    const title = make("summary", {}, make("h5", { textContent: data.reports[report].id }), " ", make("small", { textContent: found.length }));
    const details = make("details", { className: `sort k-${sort}`, open: found.length <= 40 }, title, make("ul", { className: "entries" }, ...found));
    details.dataset.r = report;
    section.append(details);
  }
  return section;
};
