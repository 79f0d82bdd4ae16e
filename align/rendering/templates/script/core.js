const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(byId("data").textContent);
const SAME = data.relations.length - 1;

// Text of a report only ever becomes a text node.
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

let saying;
const say = (words) => {
  byId("status").textContent = words;
  clearTimeout(saying);
  saying = setTimeout(() => { byId("status").textContent = ""; }, 5000);
};

const bySlug = new Map(data.reports.map((report, number) => [report.slug, number]));
const anchor = (report, number) => `s-${data.reports[report].slug}-${number}`;
const placeOf = (element) => {
  const cut = element.id.lastIndexOf("-");
  return { report: bySlug.get(element.id.slice(2, cut)), number: Number(element.id.slice(cut + 1)) };
};
const originalOf = (element) => element.querySelector(".o").textContent;

// 3, 8, 9, 10 → "3, 8–10", as everywhere on the page.
const spans = (ids) => {
  const runs = [];
  for (const id of ids) {
    const last = runs[runs.length - 1];
    if (last && id === last[1] + 1) last[1] = id;
    else runs.push([id, id]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(", ");
};
const called = (report, ids) => `${data.reports[report].id} ${spans(ids)}`;

// Links by statement and other report, both ways round, made at first need.
let linkIndex;
const mirrored = (relation) => (relation === 1 ? 2 : relation === 2 ? 1 : relation);
const links = () => {
  if (linkIndex) return linkIndex;
  linkIndex = new Map();
  for (const [a, source, b, target, relation, moved, confidence] of data.links) {
    const link = { report: a, source, other: b, target, relation, moved: Boolean(moved), confidence };
    const turned = { ...link, report: b, source: target, other: a, target: source, relation: mirrored(relation) };
    for (const one of [link, turned]) {
      for (const number of one.source) {
        const key = `${one.report}:${number}`;
        if (!linkIndex.has(key)) linkIndex.set(key, []);
        linkIndex.get(key).push(one);
      }
    }
  }
  return linkIndex;
};
const linksAt = (report, number) => links().get(`${report}:${number}`) ?? [];
const linksBetween = (report, other, ids) =>
  [...new Set(ids.flatMap((id) => linksAt(report, id).filter((link) => link.other === other)))];

// Scrolling moves what is below a resting pointer; only a pointer that moved has pointed.
let pointedAt = "";
const hasPointed = ({ screenX, screenY }) => {
  const now = `${screenX},${screenY}`;
  const moved = now !== pointedAt;
  pointedAt = now;
  return moved;
};

const cellsOf = (row) => all(".c", row);
const idsOf = (cell) => all(".s", cell).map((element) => placeOf(element).number);
const reportOf = (cell) => Number(cell.dataset.r);
