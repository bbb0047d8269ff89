// Narrows the list while one types, by asking the server what the form would ask.
const form = document.querySelector("[data-filter]");
const found = document.querySelector("[data-found]");
const count = document.querySelector("[data-count]");
let timer = 0;
let latest = 0;

function address() {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return asked.size ? `${form.getAttribute("action")}?${asked}` : form.getAttribute("action");
}

async function narrow() {
  const mine = ++latest;
  const reply = await fetch(address());
  if (!reply.ok || mine !== latest) return;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  if (mine !== latest) return;
  found.replaceChildren(...page.querySelector("[data-found]").childNodes);
  count.textContent = page.querySelector("[data-count]").textContent;
  history.replaceState(null, "", address());
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => narrow().catch(() => form.submit()), 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  narrow().catch(() => form.submit());
});
if (location.hash === "#find") form.elements.search.focus();
