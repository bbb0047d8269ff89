// The question page: counts, clock, draft, and feedback in the same page. Without script the form posts and redirects.
const form = document.querySelector("[data-answer]");
const field = form.elements.text;
const says = (name, text) => {
  const place = form.querySelector(`[data-${name}]`);
  if (place.textContent !== text) place.textContent = text;
};
const draftKey = `greenroom-draft:${form.dataset.slug}`;
const rate = Number(form.dataset.rate) || 140;

function wordsOf(text) {
  return text.trim() ? text.trim().split(/\s+/).length : 0;
}

function aloud(words) {
  const seconds = Math.round((words / rate) * 12) * 5;
  if (seconds < 60) return `${seconds} s aloud`;
  return seconds % 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s aloud` : `${seconds / 60} min aloud`;
}

function measure() {
  const words = wordsOf(field.value);
  says("words", words === 1 ? "1 word" : `${words} words`);
  says("aloud", words ? `about ${aloud(words)}` : "");
  if (!CSS.supports("field-sizing", "content")) {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }
}

// The clock starts with the first key and judges nothing.
const clock = form.querySelector(".clock");
let began = 0;
let ticking = 0;

function tellTime() {
  const seconds = began ? Math.floor((Date.now() - began) / 1000) : 0;
  clock.querySelector(".time").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  form.elements.seconds.value = seconds || "";
}

function startClock() {
  if (began) return;
  began = Date.now();
  ticking = setInterval(tellTime, 1000);
}

function showClock(visible) {
  clock.querySelector(".time").hidden = !visible;
  clock.querySelector("button").textContent = visible ? "Hide the clock" : "Show the clock";
}

clock.querySelector("button").addEventListener("click", () => {
  const visible = clock.querySelector(".time").hidden;
  showClock(visible);
  store("greenroom-clock", visible ? "" : "hidden");
});

function store(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // The server's copy remains.
  }
}

function stored(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

// Drafts go to the server; the browser's own copy covers the time when the server is down.
let saved = field.value;
let timer = 0;

function draftBody() {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken?.value ?? "");
  body.set("text", field.value);
  return body;
}

async function keepDraft() {
  const text = field.value;
  if (text === saved) return;
  try {
    const reply = await fetch(form.dataset.draft, { method: "POST", body: draftBody(), headers: { "X-Requested-With": "fetch" } });
    if (!reply.ok) throw new Error(reply.statusText);
    saved = text;
    store(draftKey, "");
    says("kept", text ? "Draft kept" : "");
  } catch {
    says("kept", "Draft kept in this browser");
  }
}

field.addEventListener("input", () => {
  startClock();
  measure();
  store(draftKey, field.value);
  says("kept", "");
  clearTimeout(timer);
  timer = setTimeout(keepDraft, 900);
});
addEventListener("pagehide", () => {
  if (field.value !== saved && form.dataset.draft) navigator.sendBeacon(form.dataset.draft, draftBody());
});

// Feedback in the same page.
const place = document.getElementById("feedback");
const button = form.querySelector("[type=submit]");
let sending = false;

function fail(text) {
  const line = form.querySelector("[data-error]");
  line.textContent = text;
  line.hidden = !text;
}

function show(html, reply) {
  place.innerHTML = html;
  const address = reply.headers.get("X-Answer");
  if (address) {
    // Back leads to the question with this try in the box, not to an empty one.
    history.replaceState({}, "", `/questions/${form.dataset.slug}?follows=${address.split("/").pop()}`);
    history.pushState({}, "", address);
  }
  form.elements.follows.value = place.querySelector("[data-id]")?.dataset.id ?? "";
  saved = field.value;
  store(draftKey, "");
  says("kept", "");
  began = 0;
  clearInterval(ticking);
  document.dispatchEvent(new CustomEvent("greenroom:feedback"));
  const heading = place.querySelector("h2");
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

async function submit() {
  if (sending) return;
  sending = true;
  button.setAttribute("aria-busy", "true");
  tellTime();
  clearTimeout(timer);
  fail("");
  try {
    const reply = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" } });
    const html = await reply.text();
    if (reply.ok || reply.status === 422) show(html, reply);
    else fail(reply.status === 401 || reply.status === 403 ? form.dataset.out : form.dataset.ours);
  } catch {
    store(draftKey, field.value);
    fail(form.dataset.down);
  } finally {
    sending = false;
    button.removeAttribute("aria-busy");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  }
});
place.addEventListener("click", (event) => {
  if (!event.target.closest("[data-again]")) return;
  event.preventDefault();
  field.focus();
  form.scrollIntoView({ block: "start" });
});
addEventListener("popstate", () => location.reload());

const left = stored(draftKey);
if (left && left !== field.value) {
  field.value = left;
  says("kept", "Draft restored from this browser");
}
showClock(stored("greenroom-clock") !== "hidden");
measure();
