// What is shown of each statement, and in which colours.

const TEXTS = ["both", "original", "translation"];
const showText = (which) => {
  root.classList.toggle("show-original", which === "original");
  root.classList.toggle("show-translation", which === "translation");
};
const nextText = () => {
  const form = byId("view").querySelector("form");
  const next = TEXTS[(TEXTS.indexOf(form.elements.text.value) + 1) % TEXTS.length];
  form.elements.text.value = next;
  showText(next);
  say(`Text: ${next === "translation" ? "English" : next}`);
};
const showTheme = (theme) => {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
};

// Columns for up to three reports, or as asked; otherwise the first beside all others.
const COLUMNS = 3;
const layOut = () => {
  const asked = byId("view").querySelector("[name=columns]").checked;
  for (const section of all(".side")) {
    const shown = section.dataset.reports.split(" ").filter((r) => !root.classList.contains(`no-r${r}`));
    section.classList.toggle("stacked", !asked && shown.length > COLUMNS);
  }
};

// Runs of lines on which all agree, folded behind a button.
const LEAST_FOLDED = 4;
const FOLDED_FROM = 300;
const unfold = () => {
  all(".fold").forEach((line) => line.remove());
  all(".row.hidden").forEach((row) => row.classList.remove("hidden"));
};
const foldRun = (run) => {
  if (run.length < LEAST_FOLDED) return;
  const button = make("button", { type: "button", textContent: `${run.length} lines on which all agree: show` });
  const line = make("li", { className: "fold" }, button);
  run[0].before(line);
  run.forEach((row) => row.classList.add("hidden"));
  button.addEventListener("click", () => {
    run.forEach((row) => row.classList.remove("hidden"));
    run[0].tabIndex = -1;
    run[0].focus();
    line.remove();
  });
};
const fold = () => {
  unfold();
  if (!byId("view").querySelector("[name=fold]").checked) return;
  for (const section of all(".side")) {
    let run = [];
    for (const row of all(".row, .elsewhere", section)) {
      if (row.classList.contains("plain")) run.push(row);
      else { foldRun(run); run = []; }
    }
    foldRun(run);
  }
};

const startShown = () => {
  const form = byId("view").querySelector("form");
  form.elements.fold.checked = all(".row").length > FOLDED_FROM;
  if (form.elements.fold.checked) fold();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.name === "text") showText(target.value);
    if (target.name === "theme") showTheme(target.value);
    if (target.name === "columns") layOut();
    if (target.name === "fold") fold();
    if (target.name === "base") { reorder(byId(`side-by-side-${target.dataset.key}`), Number(target.value)); fold(); }
  });
};
