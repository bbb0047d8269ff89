// The guide: where the reader is, the checklist, and everything unfolded for print.
const links = new Map();
for (const link of document.querySelectorAll(".contents a")) {
  const id = link.hash.slice(1);
  links.set(id, [...(links.get(id) ?? []), link]);
}

function here(id) {
  for (const [key, entries] of links) {
    for (const entry of entries) {
      if (key === id) entry.setAttribute("aria-current", "true");
      else entry.removeAttribute("aria-current");
    }
  }
}

const sections = [...document.querySelectorAll(".section[id]")];

function follow() {
  const line = innerHeight * 0.3;
  const passed = sections.filter((section) => section.getBoundingClientRect().top <= line);
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4;
  const now = atEnd ? sections.at(-1) : passed.at(-1);
  if (now) here(now.id);
}

let waiting = false;
addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
  });
}, { passive: true });
follow();

const foldable = document.querySelector(".contents-fold");
foldable?.addEventListener("click", (event) => {
  if (event.target.closest("a")) foldable.open = false;
});

function showProgress(list) {
  const ticks = [...list.querySelectorAll(".tick")];
  const done = ticks.filter((tick) => tick.getAttribute("aria-pressed") === "true").length;
  list.querySelector("[data-progress]").textContent = `${done} of ${ticks.length}`;
  list.querySelector("progress").value = done;
}

function setTick(form, ticked) {
  form.querySelector(".tick").setAttribute("aria-pressed", String(ticked));
  form.elements.done.value = ticked ? "0" : "1";
}

async function toggle(form, list) {
  const body = new FormData(form);
  const wanted = body.get("done") === "1";
  setTick(form, wanted);
  showProgress(list);
  const status = list.querySelector("[data-status]");
  try {
    const reply = await fetch(form.action, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (!reply.ok) throw new Error(reply.statusText);
    status.textContent = "";
  } catch {
    setTick(form, !wanted);
    showProgress(list);
    status.textContent = "This could not be kept. Is Greenroom still running?";
  }
}

const checklist = document.querySelector("[data-checklist]");
checklist?.addEventListener("submit", (event) => {
  event.preventDefault();
  toggle(event.target, checklist);
});

addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.dataset.unfolded = "";
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-unfolded]")) {
    delete details.dataset.unfolded;
    details.open = false;
  }
});
