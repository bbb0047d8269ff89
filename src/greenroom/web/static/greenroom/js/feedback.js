// Ties each finding to its words, both ways, by pointer and by keyboard. The links work without this.
const byId = (id) => document.getElementById(id);

function partners(element) {
  if (element.matches(".evidence")) return (element.dataset.findings ?? "").split(" ").map(byId).filter(Boolean);
  return [...document.querySelectorAll(".evidence")].filter((mark) =>
    (mark.dataset.findings ?? "").split(" ").includes(element.id));
}

function light(element, on) {
  element.classList.toggle("lit", on);
  for (const other of partners(element)) other.classList.toggle("lit", on);
}

const tied = (target) => target.closest?.(".evidence, .finding");

for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => {
    const element = tied(event.target);
    if (element) light(element, true);
  });
  document.addEventListener(end, (event) => {
    const element = tied(event.target);
    if (element && !element.contains(event.relatedTarget)) light(element, false);
  });
}

function reveal(element) {
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView({ block: "nearest" });
  const target = element.matches("a, [tabindex]") ? element : element.querySelector("a, [tabindex]");
  target?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".evidence, .finding a[href^='#'], .points a[href^='#']");
  const target = link && byId(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  reveal(target);
});

// j and k walk through the findings.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const all = [...document.querySelectorAll(".finding")].filter((finding) => finding.getClientRects().length);
  if (!all.length) return;
  const now = all.indexOf(document.activeElement.closest(".finding"));
  event.preventDefault();
  reveal(all[now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step))]);
});

// White space that ends a part would draw its bar down an empty line; it comes back when the parts are switched off.
function tidy() {
  for (const run of document.querySelectorAll(".run-text")) {
    const last = run.lastChild;
    const text = last?.nodeType === Node.TEXT_NODE ? last : last?.lastChild;
    const end = text?.nodeType === Node.TEXT_NODE ? text.data.match(/\s+$/)?.[0] : "";
    if (!end) continue;
    text.data = text.data.slice(0, -end.length);
    const after = document.createElement("span");
    after.className = "after";
    after.textContent = end;
    run.append(after);
  }
}

// Words whose findings are all folded away are underlined faintly, so that what matters most stands out.
function quieten() {
  for (const mark of document.querySelectorAll(".evidence")) {
    mark.classList.toggle("is-folded", partners(mark).every((finding) => finding.closest("details:not([open])")));
  }
}

function ready() {
  tidy();
  quieten();
}

ready();
document.addEventListener("greenroom:feedback", ready);
document.addEventListener("toggle", quieten, true);

// What the candidate says of a finding is kept without leaving the page.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest?.("[data-opinion]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  const line = form.querySelector("[data-said]");
  try {
    const reply = await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (!reply.ok) throw new Error(reply.statusText);
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-pressed");
    if (body.get("says")) event.submitter.setAttribute("aria-pressed", "true");
    line.textContent = { right: "Kept: right.", wrong: "Kept: wrong.", covered: "Kept: said, in other words." }[body.get("says")] ?? "Taken back.";
  } catch {
    line.textContent = "This could not be kept. Is Greenroom still running?";
  }
});

// What takes a while is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("[data-once]");
  if (!form) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-once]")) delete form.dataset.sent;
});
