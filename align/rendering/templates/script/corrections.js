// What the reader corrects, kept until it is saved; schema align.corrections/1.

const linkVerdicts = new Map();
const wrongFindings = new Map();
let saved = true;

const placed = (report, number) => {
  const [start, end] = data.reports[report].places.slice(2 * number, 2 * number + 2);
  return { start, end, text: originalOf(byId(anchor(report, number))) };
};
const sideOf = (report, ids) => ({ report: data.reports[report].id, statements: ids.map((id) => placed(report, id)) });
const keyOf = ({ report, source, other, target }) => (report < other ? `${report}:${source}|${other}:${target}` : `${other}:${target}|${report}:${source}`);

const corrected = () => ({
  schema: "align.corrections/1",
  links: [...linkVerdicts.values()].map(({ verdict, link }) => ({
    verdict,
    left: sideOf(link.report, link.source),
    right: sideOf(link.other, link.target),
  })),
  findings: [...wrongFindings.values()].map((finding) => {
    const { r, k, s, at } = finding.dataset;
    const [start, end] = at.split("-").map(Number);
    return { verdict: "wrong", kind: k, report: data.reports[r].id, statement: placed(Number(r), Number(s)), start, end };
  }),
});
const judge = (link, verdict) => {
  const key = keyOf(link);
  if (linkVerdicts.get(key)?.verdict === verdict) linkVerdicts.delete(key);
  else linkVerdicts.set(key, { verdict, link });
  changed();
};
const judgeFinding = (finding) => {
  if (wrongFindings.has(finding.id)) wrongFindings.delete(finding.id);
  else wrongFindings.set(finding.id, finding);
  finding.classList.toggle("wrong", wrongFindings.has(finding.id));
  changed();
};
const changed = () => {
  saved = false;
  markCorrected();
  const count = linkVerdicts.size + wrongFindings.size;
  const dock = byId("corrections");
  dock.hidden = count === 0 || drafting();
  dock.querySelector(".text").textContent = `${count === 1 ? "1 correction" : `${count} corrections`}. They are applied by “align diff … --corrections corrections.json”.`;
};

// The ties on the page say what the reader said of their links.
const markCorrected = () => {
  all(".tie.confirmed, .tie.rejected").forEach((tie) => tie.classList.remove("confirmed", "rejected"));
  for (const { verdict, link } of linkVerdicts.values()) {
    if (verdict === "redrawn") continue;
    const row = byId(anchor(link.report, link.source[0])).closest(".row");
    for (const [report, other] of [[link.report, link.other], [link.other, link.report]]) {
      const tie = row?.querySelector(`.c[data-r="${report}"] > .tie`);
      const first = row && cellsOf(row).find((cell) => !cell.classList.contains("no"));
      if (tie && reportOf(first) === other) tie.classList.add(verdict);
    }
  }
};

const save = () => {
  const text = `${JSON.stringify(corrected(), null, 1)}\n`;
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href, download: "corrections.json" }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10000);
  saved = true;
  say("Saved as corrections.json");
};
const discard = () => {
  linkVerdicts.clear();
  wrongFindings.clear();
  all(".finding.wrong").forEach((finding) => finding.classList.remove("wrong"));
  changed();
  saved = true;
  closeSheet();
  say("The corrections are gone");
};

const startCorrections = () => {
  byId("corrections").append(
    make("span", { className: "text" }),
    make("button", { type: "button", className: "main", textContent: "Save corrections", onclick: save }),
    make("button", { type: "button", textContent: "Discard", onclick: discard }),
  );
  addEventListener("beforeunload", (event) => {
    if (!saved) event.preventDefault();
  });
};
