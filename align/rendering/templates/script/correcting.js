// One button that comes to the line pointed at, and the sheet that it opens.

let active = null;
const act = make("div", { className: "act" });
let sheet = null;

const closeSheet = () => {
  sheet?.remove();
  sheet = null;
  tellOpened();
};
const isOpened = () => sheet !== null && sheet.parentNode === act.parentNode;
const tellOpened = () => act.firstElementChild?.setAttribute("aria-expanded", isOpened());
const activate = ({ target }) => {
  const row = target instanceof Element && target.closest(".side .row");
  if (!row || row === active || drafting()) return;
  active = row;
  row.append(act);
  tellOpened();
};

const linksOf = (row) => {
  const found = new Map();
  for (const element of all(".s", row)) {
    const { report, number } = placeOf(element);
    for (const link of linksAt(report, number)) if (!found.has(keyOf(link))) found.set(keyOf(link), link);
  }
  for (const [key, { verdict, link }] of linkVerdicts) {
    if (verdict === "redrawn" && link.source.some((id) => row.contains(byId(anchor(link.report, id))))) found.set(key, link);
  }
  return [...found.values()];
};
const button = (words, onclick, pressed) => {
  const made = make("button", { type: "button", textContent: words, onclick });
  if (pressed !== undefined) made.setAttribute("aria-pressed", pressed);
  return made;
};
const linkLine = (row, link) => {
  const verdict = linkVerdicts.get(keyOf(link))?.verdict;
  const words = `${called(link.report, link.source)} and ${called(link.other, link.target)} say the same`;
  const line = make("p", { className: "link" }, make("span", { textContent: words }));
  if (verdict === "redrawn") {
    line.append(make("b", { className: "verdict-mark", textContent: "drawn by you" }), button("Undo", () => { judge(link, "redrawn"); openSheet(row); }));
    return line;
  }
  line.append(
    make("small", { textContent: link.confidence.toFixed(2) }),
    button("Right", () => { judge(link, "confirmed"); openSheet(row, words, "Right"); }, verdict === "confirmed"),
    button("Wrong", () => { judge(link, "rejected"); openSheet(row, words, "Wrong"); }, verdict === "rejected"),
    button("Draw anew", () => draft(row, link)),
  );
  return line;
};
const openSheet = (row, words, pressed) => {
  closeSheet();
  const lines = linksOf(row).map((link) => linkLine(row, link));
  const drawOne = button(lines.length ? "Draw another link" : "Draw a link", () => draft(row, null));
  sheet = make("div", { className: "sheet" }, make("p", {}, ...copyButtons(row), drawOne, button("Close", () => { closeSheet(); act.firstElementChild.focus(); })), ...lines);
  row.append(sheet);
  tellOpened();
  const again = lines.find((line) => line.firstElementChild.textContent === words);
  const focused = again && all("button", again).find((one) => one.textContent === pressed);
  (focused ?? sheet.querySelector("button")).focus({ preventScroll: true });
};

const startCorrecting = () => {
  const opener = button("Copy or correct", () => (isOpened() ? closeSheet() : openSheet(act.closest(".row"))));
  act.append(opener);
  tellOpened();
  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.(".finding[open]") || target.querySelector(".actions")) return;
    const wrong = button("This finding is wrong", () => {
      judgeFinding(target);
      wrong.setAttribute("aria-pressed", wrongFindings.has(target.id));
    }, false);
    target.querySelector(".evidence").append(make("div", { className: "actions" }, ...copyButtons(target), wrong));
  }, true);
};
