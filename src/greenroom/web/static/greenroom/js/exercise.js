// The desk: the editor, the draft, and results case by case. Without script the forms post and pages follow one another.
const desk = document.querySelector("[data-desk]");
const form = desk.querySelector("[data-code]");
const { code, tests, language } = form.elements;
const outcome = desk.querySelector("[data-outcome]");
const FETCH = { "X-Requested-With": "fetch" };
const token = form.elements.csrfmiddlewaretoken.value;
const GATHERING = 40; // milliseconds between two questions: cases come a few at a time, and the machine judges meanwhile
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const quiet = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// What is typed: to the server soon, to this browser at once.
const localKey = `greenroom-code:${desk.dataset.slug}:${language.value}`;
let saved = code.value + "\0" + tests.value;
let timer = 0;
const typed = () => code.value + "\0" + tests.value;

function remember(text) {
  try {
    if (text === null) localStorage.removeItem(localKey);
    else localStorage.setItem(localKey, text);
  } catch {
    // The server's copy remains.
  }
}

function says(text) {
  const place = form.querySelector("[data-kept]");
  if (place.textContent !== text) place.textContent = text;
}

function fail(text) {
  const line = form.querySelector("[data-error]");
  line.textContent = text;
  line.hidden = !text;
}

async function keep() {
  clearTimeout(timer);
  const now = typed();
  if (now === saved) return;
  try {
    const reply = await fetch(form.dataset.draft, { method: "POST", body: new FormData(form), headers: FETCH });
    if (!reply.ok) throw new Error(reply.statusText);
    saved = now;
    remember(null);
    says("Draft kept");
  } catch {
    says("Draft kept in this browser");
  }
}

form.addEventListener("input", () => {
  remember(typed());
  says("");
  clearTimeout(timer);
  timer = setTimeout(keep, 800);
});
addEventListener("pagehide", () => {
  if (typed() !== saved) navigator.sendBeacon(form.dataset.draft, new FormData(form));
});

let left = null;
try {
  left = localStorage.getItem(localKey);
} catch {
  // Storage may be closed to us.
}
if (left && left !== saved) {
  const cut = left.indexOf("\0");
  code.value = left.slice(0, cut);
  tests.value = left.slice(cut + 1);
  says("Draft restored from this browser");
}

// Tables of an SQL exercise: read once PostgreSQL runs, then known to the editor's completion.
let teach = null;

function learn() {
  const words = desk.querySelector("[data-words]")?.dataset.words;
  if (teach && words) teach(JSON.parse(words));
}

async function browse() {
  const place = desk.querySelector("[data-tables]");
  const wait = place?.querySelector("[data-tables-wait]");
  if (!wait) return;
  wait.textContent = "Starting PostgreSQL to read the tables. The first time takes some seconds.";
  const stop = tells(place.dataset.making, (text) => (wait.textContent = text));
  try {
    const reply = await fetch(place.dataset.tables, { headers: FETCH });
    if (!reply.ok) throw new Error(reply.statusText);
    place.innerHTML = await reply.text();
    learn();
  } catch {
    wait.innerHTML = `The tables could not be read. <a href="${place.dataset.tables}">Try again</a>`;
  } finally {
    stop();
  }
}

// Large sets of rows are made once: say how far they are until the answer is there. Returns what ends it.
function tells(address, show) {
  let over = false;
  const ask = async () => {
    while (address && !over) {
      await pause(1500);
      if (over) return;
      const reply = await fetch(address, { headers: FETCH }).catch(() => null);
      const { says } = reply?.ok ? await reply.json() : {};
      if (says && !over) show(says);
    }
  };
  ask();
  return () => (over = true);
}

// Plans without the candidate's indexes: mark a node, then see.
const before = desk.querySelector("[data-plans]");
before?.addEventListener("toggle", async () => {
  const place = before.querySelector("[data-before]");
  if (!before.open || place.querySelector("form, .guess")) return;
  const stop = tells(desk.querySelector("[data-making]")?.dataset.making, (text) => (place.textContent = text));
  place.textContent = "Reading the plans";
  const reply = await fetch(before.dataset.plans, { headers: FETCH }).catch(() => null);
  stop();
  if (reply?.ok) place.innerHTML = await reply.text();
  else place.innerHTML = `The plans could not be read. <a href="${before.dataset.plans}">Try again</a>`;
});
before?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = new FormData(event.target);
  body.set("csrfmiddlewaretoken", token);
  const reply = await fetch(event.target.action, { method: "POST", body, headers: FETCH });
  if (reply.ok || reply.status === 422) event.target.outerHTML = await reply.text();
});

// The editor takes the place of the field and writes back into it. If it cannot be had, the field stays.
let view = null;
async function edit() {
  try {
    const { editor, knows } = await import(form.dataset.editor);
    const place = document.createElement("div");
    place.className = "editor";
    view = editor({
      parent: place,
      text: code.value,
      language: language.value,
      nonce: form.dataset.nonce,
      label: `Your code, ${document.getElementById("code-label").textContent}. Escape, then Tab, leaves the editor.`,
      changed(text) {
        code.value = text;
        form.dispatchEvent(new Event("input"));
      },
    });
    code.before(place);
    code.tabIndex = -1;
    teach = knows && ((words) => knows(view, words));
    learn();
    document.getElementById("code-label").addEventListener("click", (event) => {
      event.preventDefault();
      view.focus();
    });
  } catch (error) {
    console.warn("The editor could not be loaded; the plain field stays.", error);
  }
}

// Submitting, and following what comes of it.
let following = 0;

async function submit(scope) {
  const button = form.querySelector(`[name=scope][value=${scope}]`);
  if (!button || button.disabled || button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  clearTimeout(timer);
  fail("");
  const sent = typed();
  const body = new FormData(form);
  body.set("scope", scope);
  try {
    const reply = await fetch(form.action, { method: "POST", body, headers: FETCH });
    const text = await reply.text();
    if (reply.status === 201) {
      saved = sent;
      remember(null);
      says("");
      show(text);
      tab("results");
      outcome.scrollIntoView({ block: "nearest", behavior: quiet() ? "auto" : "smooth" });
      follow(true);
    } else if (reply.status === 422) fail(text);
    else fail(reply.status === 401 || reply.status === 403 ? form.dataset.out : form.dataset.ours);
  } catch {
    remember(sent);
    fail(form.dataset.down);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function show(html) {
  outcome.innerHTML = html;
}

async function follow(mine) {
  const turn = ++following;
  const body = outcome.querySelector("[data-submission]");
  if (!body || body.dataset.over) return mine && finish(turn, body);
  const list = body.querySelector("[data-cases]");
  let { known, attempt } = body.dataset;
  let over = "";
  while (!over) {
    try {
      const reply = await fetch(`${body.dataset.results}?since=${known}&attempt=${attempt}`, { headers: FETCH });
      if (!reply.ok) throw new Error(reply.statusText);
      const html = await reply.text();
      if (turn !== following) return;
      const now = (name) => reply.headers.get(`X-${name}`);
      if (now("Attempt") !== attempt) list.replaceChildren();
      list.insertAdjacentHTML("beforeend", html);
      known = now("Known");
      attempt = now("Attempt");
      over = now("Over");
      const bar = body.querySelector("[data-bar]");
      bar.value = known;
      bar.max = now("Expected");
      body.querySelector("[data-says]").textContent = now("Says");
      fail("");
      if (!over) await pause(GATHERING);
    } catch {
      if (turn !== following) return;
      fail(form.dataset.down);
      await pause(1500);
    }
  }
  await finish(turn, body);
}

async function finish(turn, body) {
  const address = `/submissions/${body.dataset.submission}`;
  const reply = await fetch(address, { headers: FETCH });
  if (!reply.ok || turn !== following) return;
  show(await reply.text());
  outcome.querySelector("h2").focus({ preventScroll: true });
  const { opened, whole } = outcome.querySelector("[data-submission]").dataset;
  await refresh(opened ?? "", whole !== undefined);
}

// The parts, the standing and the history come from the page as it would be now.
async function refresh(opened, whole) {
  const reply = await fetch(location.pathname);
  if (!reply.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  for (const region of desk.querySelectorAll("[data-live]")) {
    const name = region.dataset.live;
    if (name === "parts" && !opened && !whole) continue;
    region.replaceChildren(...page.querySelector(`[data-live=${name}]`).childNodes);
  }
  if (opened) desk.querySelector(`[data-part="${opened}"]`)?.classList.add("is-new");
  if (opened) desk.querySelector(".desk-read").scrollTo?.({ top: 0 });
  if (hints.open) ladder("GET");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit(event.submitter?.value ?? "all");
});
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || !["Enter", "'"].includes(event.key)) return;
  event.preventDefault();
  submit(event.key === "Enter" ? "all" : "visible");
});
outcome.addEventListener("submit", async (event) => {
  if (event.target.matches("[data-cancel]")) {
    event.preventDefault();
    await fetch(event.target.action, { method: "POST", body: new FormData(event.target), headers: FETCH });
  } else if (event.target.matches("[data-replay]")) {
    event.preventDefault();
    const button = event.target.querySelector("button");
    button.setAttribute("aria-busy", "true");
    const body = new FormData(event.target);
    body.set("csrfmiddlewaretoken", token);
    const reply = await fetch(event.target.action, { method: "POST", body, headers: FETCH });
    button.removeAttribute("aria-busy");
    if (!reply.ok && reply.status !== 422) return;
    event.target.parentNode.querySelector(".replay")?.remove();
    event.target.insertAdjacentHTML("afterend", await reply.text());
  } else if (event.target.matches("[data-wrong-pass]")) {
    event.preventDefault();
    const reply = await fetch(event.target.action, { method: "POST", body: new FormData(event.target), headers: FETCH });
    if (reply.ok || reply.status === 422) event.target.closest(".wrong-pass").outerHTML = await reply.text();
  }
});
// To a line of the code that a remark is about, in the editor or in the plain field.
function toLine(number) {
  tab("write");
  if (view) {
    const { doc } = view.state;
    view.dispatch({ selection: { anchor: doc.line(Math.min(number, doc.lines)).from }, scrollIntoView: true });
    view.focus();
    view.dom.scrollIntoView({ block: "nearest" });
  } else {
    const start = code.value.split("\n").slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    code.focus();
    code.setSelectionRange(start, start);
  }
}

outcome.addEventListener("click", (event) => {
  const place = event.target.closest("[data-line]");
  if (place) {
    event.preventDefault();
    toLine(Number(place.dataset.line));
    return;
  }
  if (event.target.closest("[data-to-hints]")) {
    event.preventDefault();
    tab("read");
    hints.open = true;
    hints.querySelector("summary").focus();
    hints.scrollIntoView({ block: "center" });
  } else if (event.target.closest("[data-to-part]")) {
    event.preventDefault();
    tab("read");
    const part = desk.querySelector(".asked.is-open");
    part?.querySelector("summary").focus({ preventScroll: true });
    part?.scrollIntoView({ block: "start" });
  }
});

// Hints: opening the fold asks for the ladder and opens none of it.
const hints = desk.querySelector("[data-hints]");

async function ladder(method, body) {
  const place = hints.querySelector("[data-ladder]");
  const reply = await fetch(`/exercises/${desk.dataset.slug}/hints`, { method, body, headers: FETCH });
  if (reply.ok) place.innerHTML = await reply.text();
}

hints.addEventListener("toggle", () => hints.open && ladder("GET"));
hints.addEventListener("submit", (event) => {
  event.preventDefault();
  const body = new FormData(event.target);
  body.set("csrfmiddlewaretoken", token);
  ladder("POST", body);
});

// Another language: what is typed is kept first.
desk.querySelector("[data-switch]")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await keep();
  const body = new FormData(event.target, event.submitter);
  await fetch(event.target.action, { method: "POST", body, redirect: "manual" });
  saved = typed();
  location.reload();
});

// On a narrow page one of three places is shown, with their names on top.
const tabs = [...desk.querySelectorAll(".desk-tabs a")];
function tab(name) {
  desk.dataset.tab = name;
  for (const one of tabs) {
    if (one.hash === `#${name}`) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
}
for (const one of tabs) {
  one.addEventListener("click", (event) => {
    event.preventDefault();
    tab(one.hash.slice(1));
    scrollTo({ top: 0 });
  });
}

// The last results stand there after a reload.
async function last() {
  if (!outcome.dataset.last) return;
  const turn = following;
  const reply = await fetch(outcome.dataset.last, { headers: FETCH });
  if (!reply.ok || turn !== following) return;
  show(await reply.text());
  follow(false);
}

tab("read");
edit();
browse();
last();
