// Find in the texts side by side; what is found is marked without touching the texts.

const SHOWN_AT_MOST = 2000;
let matches = [];
let match = -1;

const searched = () => {
  const hidden = root.classList.contains("show-original") ? ".t" : root.classList.contains("show-translation") ? ".o:has(+ .t)" : ":not(*)";
  return all(".s > .o, .s > .t").filter((text) => !text.matches(hidden) && !root.classList.contains(`no-r${text.closest("[data-r]").dataset.r}`));
};
const rangeOf = ({ text, start, end }) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let at = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += node.length;
  }
  return range;
};
const highlight = (name, ranges) => {
  if (globalThis.CSS?.highlights) CSS.highlights.set(name, new Highlight(...ranges));
};
const find = (words) => {
  matches = [];
  match = -1;
  if (words.trim()) {
    const pattern = new RegExp(words.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\s+/g, "\\s+"), "gi");
    for (const text of searched()) {
      for (const hit of text.textContent.matchAll(pattern)) {
        matches.push({ text, start: hit.index, end: hit.index + hit[0].length });
      }
    }
  }
  highlight("found", matches.slice(0, SHOWN_AT_MOST).map(rangeOf));
  highlight("found-now", []);
  byId("found").textContent = words.trim() ? `${matches.length}` : "";
};
const stepFound = (by) => {
  if (!matches.length) return;
  match = (match + by + matches.length) % matches.length;
  const { text } = matches[match];
  reveal(text);
  highlight("found-now", [rangeOf(matches[match])]);
  bring(text.closest(".s"), "center");
  byId("found").textContent = `${match + 1} of ${matches.length}`;
};

const startSearch = () => {
  const box = byId("find");
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(box.value), 120);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    clearTimeout(waiting);
    if (match < 0) find(box.value);
    stepFound(event.shiftKey ? -1 : 1);
  });
};
