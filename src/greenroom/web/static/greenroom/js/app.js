// On every page: the scheme switch and the keys that work everywhere.
const root = document.documentElement;
const ORDER = ["auto", "light", "dark"];

function showScheme(button) {
  const now = root.dataset.theme ?? "auto";
  button.querySelector("[data-says]").textContent = now;
  button.setAttribute("aria-label", `Colour scheme: ${now}. Change it.`);
}

function nextScheme() {
  const next = ORDER[(ORDER.indexOf(root.dataset.theme ?? "auto") + 1) % ORDER.length];
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
  try {
    localStorage.setItem("greenroom-theme", next);
  } catch {
    // Not remembered, but it holds for this page.
  }
}

const scheme = document.querySelector(".theme");
if (scheme) {
  showScheme(scheme);
  scheme.addEventListener("click", () => {
    nextScheme();
    showScheme(scheme);
  });
}

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const shown = (element) => element.getClientRects().length > 0;

function findField() {
  return [...document.querySelectorAll("main input[type=search], .masthead input[type=search]")].find(shown);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    const field = findField();
    if (field) field.focus();
    else location.href = "/guides#find";
  } else if (event.key === "?") {
    const help = document.getElementById("keys");
    help.open = true;
    help.querySelector("summary").focus();
    help.scrollIntoView({ block: "center" });
  }
});
