// A line or a finding as text or Markdown, with its sources.

const escaped = (text) => text.replace(/([\\`*_[\]<>|~&#])/g, "\\$1");
const sourceOf = (report) => {
  const { id, title, date } = data.reports[report];
  return [id, title && `“${title}”`, date].filter(Boolean).join(", ");
};
const statementsOf = (element) => all(".s, .evidence > .o, .witness > .o", element).map((found) => {
  const text = found.matches(".s") ? found.querySelector(".o") : found;
  const english = text.nextElementSibling?.matches(".t") ? text.nextElementSibling.textContent : "";
  if (found.matches(".s")) return { ...placeOf(found), original: text.textContent, english };
  const link = found.parentElement.querySelector(".from a");
  return { ...placeOf(byId(link.hash.slice(1))), original: text.textContent, english };
}).filter(({ report }) => !root.classList.contains(`no-r${report}`));
const verdictOf = (element) => element.querySelector(":scope > summary .verdict")?.textContent.trim() ?? "";
const hereOf = (element) => `${location.href.split("#")[0]}#${element.id}`;

const asText = (element) => {
  const found = statementsOf(element);
  const lines = found.map(({ report, number, original, english }) =>
    `${data.reports[report].id} ${number}: ${original}${english ? `\n    English: ${english}` : ""}`);
  if (verdictOf(element)) lines.push(`(${verdictOf(element)})`);
  const sources = [...new Set(found.map(({ report }) => report))].map((report) => `Source: ${sourceOf(report)}`);
  return [...lines, "", ...sources, hereOf(element), ""].join("\n");
};
const asMarkdown = (element) => {
  const found = statementsOf(element);
  const blocks = found.map(({ report, number, original, english }) =>
    `> **${escaped(data.reports[report].id)}** ${number}: ${escaped(original)}${english ? `\n> *${escaped(english)}*` : ""}`);
  if (verdictOf(element)) blocks.push(escaped(verdictOf(element)));
  const sources = [...new Set(found.map(({ report }) => report))].map((report) => `- ${escaped(sourceOf(report))}`);
  return `${blocks.join("\n>\n")}\n\n${sources.join("\n")}\n- <${hereOf(element)}>\n`;
};
const toClipboard = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not every browser lets a page that was opened from a file write there.
    const box = make("textarea", { value: text });
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
};
const copy = async (element, form) => {
  await toClipboard(form === "markdown" ? asMarkdown(element) : asText(element));
  say(form === "markdown" ? "Copied as Markdown" : "Copied as text");
};
const copyActive = (form) => {
  const element = document.activeElement.closest?.(".row, .finding") ?? active;
  if (element) copy(element, form);
  else say("Nothing is chosen to be copied");
};
const copyButtons = (element) => [
  make("button", { type: "button", textContent: "Copy as text", onclick: () => copy(element, "text") }),
  make("button", { type: "button", textContent: "Copy as Markdown", onclick: () => copy(element, "markdown") }),
];
