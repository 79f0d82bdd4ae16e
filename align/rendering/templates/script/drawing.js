// Drawing a link: statements of two reports of one event are chosen, by pointer or by their number and Enter.

let drawn = null;
const drafting = () => drawn !== null;
const chosen = () => {
  const sides = new Map();
  for (const element of drawn.elements) {
    const { report, number } = placeOf(element);
    sides.set(report, [...(sides.get(report) ?? []), number].sort((a, b) => a - b));
  }
  return [...sides].sort(([a], [b]) => a - b);
};
const isWhole = (sides) => sides.length === 2 && data.reports[sides[0][0]].event === data.reports[sides[1][0]].event;

const draft = (row, replaced) => {
  closeSheet();
  drawn = { elements: new Set(), replaced, row };
  if (replaced) {
    for (const id of replaced.source) drawn.elements.add(byId(anchor(replaced.report, id)));
    for (const id of replaced.target) drawn.elements.add(byId(anchor(replaced.other, id)));
  }
  root.classList.add("drawing");
  byId("corrections").hidden = true;
  showDraft();
  byId("drawing").hidden = false;
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
};
const showDraft = () => {
  all(".s.chosen").forEach((element) => element.classList.remove("chosen"));
  drawn.elements.forEach((element) => element.classList.add("chosen"));
  const sides = chosen();
  const dock = byId("drawing");
  const words = sides.map(([report, ids]) => called(report, ids)).join(" – ") || "nothing yet";
  dock.querySelector(".text").textContent = `Choose the statements of two reports that say the same: ${words}.`;
  dock.querySelector(".main").disabled = !isWhole(sides);
};
const choose = (element) => {
  if (drawn.elements.has(element)) drawn.elements.delete(element);
  else drawn.elements.add(element);
  showDraft();
  say(chosen().map(([report, ids]) => called(report, ids)).join(" and ") || "Nothing is chosen");
};
const endDraft = () => {
  const { row } = drawn;
  drawn = null;
  root.classList.remove("drawing");
  all(".s.chosen").forEach((element) => element.classList.remove("chosen"));
  byId("drawing").hidden = true;
  byId("corrections").hidden = linkVerdicts.size + wrongFindings.size === 0;
  row.focus({ preventScroll: true });
};
const cancelDraft = endDraft;
const saveDraft = () => {
  const sides = chosen();
  if (!isWhole(sides)) return;
  const [[report, source], [other, target]] = sides;
  const link = { report, source, other, target, relation: SAME, moved: false, confidence: 1 };
  const { replaced } = drawn;
  const same = replaced && keyOf(replaced) === keyOf(link);
  if (replaced && !same) linkVerdicts.set(keyOf(replaced), { verdict: "rejected", link: replaced });
  linkVerdicts.set(keyOf(link), { verdict: same ? "confirmed" : "redrawn", link });
  endDraft();
  changed();
  say(`${called(report, source)} and ${called(other, target)} say the same, you said`);
};

const startDrawing = () => {
  byId("drawing").append(
    make("span", { className: "text" }),
    make("button", { type: "button", className: "main", textContent: "Save link", onclick: saveDraft }),
    make("button", { type: "button", textContent: "Cancel", onclick: cancelDraft }),
  );
  document.addEventListener("click", (event) => {
    const element = drafting() && event.target.closest(".side .s");
    if (!element) return;
    event.preventDefault();
    choose(element);
  }, true);
};
