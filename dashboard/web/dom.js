/* Makes the elements that Python describes (dashboard/components/dom.py).

   Text only ever becomes text nodes: nothing is parsed as HTML. Links carry a real address, so
   that they open in a new tab and can be copied; a plain click is handed to Python instead, which
   keeps the session. Runs again on every change of data, hence the signature. */

const TAGS = new Set(
  ("a abbr aside article b bdi blockquote button caption cite code dd details div dl dt em figure footer " +
   "figcaption h1 h2 h3 h4 header i li mark nav ol p section small span strong summary table tbody " +
   "td th thead time tr ul").split(" "));
const SAFE_HREF = /^(https?:\/\/|[a-z]+(\?|$))/;
const PLACES = new WeakMap();

function make(node, follow) {
  if (typeof node === "string") return document.createTextNode(node);
  if (!TAGS.has(node.tag)) throw new Error(`unknown tag ${node.tag}`);
  const element = document.createElement(node.tag);
  if (node.class) element.className = node.class;
  for (const [name, value] of Object.entries(node.attrs || {})) {
    if (name === "href" && !SAFE_HREF.test(value)) continue;
    if (name.startsWith("on") || name === "style") continue;
    element.setAttribute(name, value);
  }
  if (node.share !== undefined) element.style.setProperty("--share", node.share);
  if (node.tag === "a") wireLink(element, follow);
  if (node.copy !== undefined) wireCopy(element, node.copy);
  for (const child of node.children || []) element.append(make(child, follow));
  return element;
}

function wireLink(anchor, follow) {
  const href = anchor.getAttribute("href");
  if (!href) return;
  if (/^https?:/.test(href)) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
    return;
  }
  anchor.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    follow(href);
  };
}

/* `copy` is {text} or {href}: an address is made absolute here, where the host is known. */
function wireCopy(button, copy) {
  button.onclick = async () => {
    const text = copy.href === undefined ? copy.text : new URL(copy.href, location.href).href;
    const copied = await write(text);
    const label = button.textContent;
    if (button.dataset.busy) return;
    button.dataset.busy = "1";
    button.textContent = copied ? copy.done : text;
    setTimeout(() => { button.textContent = label; delete button.dataset.busy; }, 1600);
  };
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea"); // plain http has no clipboard API
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/* Copying from running text gives the stored lines, without what a browser puts between them. */
function copyLines(root, event) {
  const selection = document.getSelection();
  if (!selection.rangeCount || !root.querySelector("[data-line]")) return;
  const range = selection.getRangeAt(0);
  const lines = [...root.querySelectorAll("[data-line]")].filter((line) => range.intersectsNode(line));
  if (!lines.length) return;
  const pieces = lines.map((line) => {
    const part = document.createRange();
    part.selectNodeContents(line);
    if (line.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
    if (line.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    return part.toString();
  });
  event.clipboardData.setData("text/plain", pieces.filter(Boolean).join("\n"));
  event.preventDefault();
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".rw");
  const signature = JSON.stringify(data);
  if (PLACES.get(root) === signature) return;
  PLACES.set(root, signature);
  const follow = (href) => setTriggerValue("follow", href);
  root.replaceChildren(...data.nodes.map((node) => make(node, follow)));
  root.oncopy = (event) => copyLines(root, event);
  const here = root.querySelector("[data-here]");
  if (here) setTimeout(() => here.scrollIntoView({ block: "center" }), 250);
}
