// The texts side by side in the order of another report: the same weaving as where the page was made.

const weave = (items, columns) => {
  const following = new Map([[-1, null]]);
  for (let column = 0; column < columns; column += 1) {
    const present = items.map((item, i) => i).filter((i) => items[i][column].length);
    present.sort((a, b) => items[a][column][0] - items[b][column][0]);
    let last = -1;
    for (const i of present) {
      if (!following.has(i)) {
        following.set(i, following.get(last));
        following.set(last, i);
      }
      last = i;
    }
  }
  const order = [];
  for (let at = following.get(-1); at !== null; at = following.get(at)) order.push(at);
  return order;
};

const tieWords = (relations, confidence) => {
  if (confidence === null) return ["⋯", "joined by another report"];
  const words = relations.map((relation) => data.relations[relation][1]);
  const said = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}` : words[0];
  if (confidence >= data.unsure) return [data.relations[relations[0]][0], said];
  return [relations[0] === SAME ? "≟" : data.relations[relations[0]][0], `perhaps ${said}`];
};
const tieOf = (report, ids, first, there) => {
  const within = linksBetween(report, first, ids).filter((link) => link.target.some((id) => there.includes(id)));
  const relations = [...new Set(within.map((link) => link.relation))].filter((r) => r !== SAME).sort();
  const moved = within.filter((link) => link.moved).map((link) => link.source[0]);
  return {
    first,
    relations: relations.length ? relations : [SAME],
    confidence: within.length ? Math.min(...within.map((link) => link.confidence)) : null,
    moved: moved.length ? Math.min(...moved) : null,
  };
};
const RELATION_LOOKS = ["conflicting", "narrower", "broader", ""];
const drawTie = (tie, base) => {
  const unsure = tie.confidence !== null && tie.confidence < data.unsure;
  const [sign, words] = tieWords(tie.relations, tie.confidence);
  const line = make("p", { className: "tie", textContent: `${sign} ${words}` });
  if (unsure) line.classList.add("unsure");
  const look = RELATION_LOOKS[tie.relations[0]];
  if (look) line.classList.add(look);
  if (tie.first !== base) line.append(", compared with ", make("bdi", { textContent: data.reports[tie.first].id }));
  if (tie.confidence !== null) {
    line.dataset.c = Math.round(tie.confidence * 100);
    line.append(" ", make("small", { textContent: tie.confidence.toFixed(2) + (unsure ? " unsure" : "") }));
  }
  return line;
};
const drawMoved = (line, report, number, noted) => {
  const href = noted ? { href: `#moved-${data.reports[report].slug}-${number}` } : {};
  line.append(" ", make(noted ? "a" : "span", { className: "moved", ...href }, "⇅ moved"));
};
const drawNote = (report, number, base, beside, up) => {
  const note = make("li", { className: "elsewhere", id: `moved-${data.reports[report].slug}-${number}` });
  note.dataset.r = report;
  const link = make("a", { href: `#${anchor(report, number)}` }, make("bdi", { textContent: data.reports[report].id }), ` ${number}`);
  const where = make("bdi", { textContent: `${data.reports[base].id} ${beside}` });
  note.append(make("p", {}, make("i", { ariaHidden: "true", textContent: "⇅" }), " ", link, ` stands further ${up ? "up" : "down"}, beside `, where));
  return note;
};

const CHUNK = 20;
const rechunk = (section, lines) => {
  const chunks = [];
  for (let at = 0; at < lines.length; at += CHUNK) {
    chunks.push(make("ol", { className: "chunk" }, ...lines.slice(at, at + CHUNK)));
  }
  section.querySelector(".rows").replaceChildren(...chunks);
};

const tieRow = (row, reports, base) => {
  all(".tie", row).forEach((tie) => tie.remove());
  const cells = new Map(cellsOf(row).map((cell) => [reportOf(cell), cell]));
  row.prepend(cells.get(base));
  row.querySelector(".others").append(...reports.slice(1).map((report) => cells.get(report)));
  const ids = new Map([...cells].map(([report, cell]) => [report, idsOf(cell)]));
  const present = reports.filter((report) => ids.get(report).length);
  return present.slice(1).map((report) => {
    const tie = tieOf(report, ids.get(report), present[0], ids.get(present[0]));
    const line = drawTie(tie, base);
    cells.get(report).append(line);
    return { report, tie, line, ids };
  });
};

const reorder = (section, base) => {
  closeSheet();
  const reports = section.dataset.reports.split(" ").map(Number).sort((a, b) => (b === base) - (a === base) || a - b);
  const rows = all(".row", section);
  const held = rows.map((row) => new Map(cellsOf(row).map((cell) => [reportOf(cell), idsOf(cell)])));
  const order = weave(held.map((ids) => reports.map((report) => ids.get(report))), reports.length);
  const lineOf = new Map();
  order.forEach((i, at) => held[i].forEach((ids, report) => ids.forEach((id) => lineOf.set(`${report}:${id}`, at))));
  const notes = new Map();
  order.forEach((i, at) => {
    for (const { report, tie, line, ids } of tieRow(rows[i], reports, base)) {
      if (tie.moved === null) continue;
      const place = lineOf.get(`${report}:${tie.moved - 1}`) ?? -1;
      const noted = tie.first === base && place !== at && place !== at - 1;
      drawMoved(line, report, tie.moved, noted);
      if (!noted) continue;
      const note = drawNote(report, tie.moved, base, ids.get(base)[0], at <= place);
      notes.set(place, [...(notes.get(place) ?? []), note]);
    }
  });
  rechunk(section, [...(notes.get(-1) ?? []), ...order.flatMap((i, at) => [rows[i], ...(notes.get(at) ?? [])])]);
  section.dataset.base = base;
  section.querySelector(".base-name").textContent = data.reports[base].id;
  const heads = section.querySelector(".heads");
  heads.append(...reports.map((report) => heads.querySelector(`[data-r="${report}"]`)));
  markCorrected();
};
