// What belongs together lights up when one side of it is pointed at or has the focus.

let lit = [];
const unlight = () => {
  lit.forEach((element) => element.classList.remove("hot"));
  lit = [];
};
const light = (elements) => {
  unlight();
  lit = elements.filter(Boolean);
  lit.forEach((element) => element.classList.add("hot"));
};
const partnersOf = (element) => {
  const { report, number } = placeOf(element);
  const found = new Set();
  for (const link of linksAt(report, number)) {
    for (const id of link.source) found.add(byId(anchor(link.report, id)));
    for (const id of link.target) found.add(byId(anchor(link.other, id)));
    if (!link.moved) continue;
    found.add(byId(`moved-${data.reports[link.report].slug}-${link.source[0]}`));
    found.add(byId(`moved-${data.reports[link.other].slug}-${link.target[0]}`));
  }
  return [...found];
};
const lightAt = ({ target }) => {
  if (!(target instanceof Element)) return;
  const statement = target.closest(".side .s");
  if (statement) {
    light(partnersOf(statement));
    return;
  }
  const note = target.closest(".elsewhere");
  const moved = note && byId(note.querySelector("a").hash.slice(1));
  if (moved) light([note, ...partnersOf(moved)]);
  else unlight();
};

const startLinks = () => {
  document.addEventListener("mouseover", (event) => {
    if (!hasPointed(event)) return;
    lightAt(event);
    activate(event);
  });
  document.addEventListener("focusin", (event) => {
    lightAt(event);
    activate(event);
  });
};
