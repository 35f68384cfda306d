// What the page gains with JavaScript: it remembers choices, keeps the reading place when the language is switched,
// and shows a citation or note where it is cited. Nothing here is needed for reading.
(() => {
  "use strict";
  const root = document.documentElement;
  const radios = (name) => [...document.querySelectorAll(`input[name="${name}"]`)];
  const store = {
    get: (key) => { try { return localStorage.getItem(`thesis-build:${key}`); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(`thesis-build:${key}`, value); } catch { /* storage is refused */ } },
  };

  // the pair at the top of the window, and how far down it is
  const place = () => {
    const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    const pair = [...document.querySelectorAll(".pair, h2, h3")].find((e) => e.getBoundingClientRect().bottom > bar + 4);
    return pair && { pair, top: pair.getBoundingClientRect().top };
  };
  const back = (at) => at && window.scrollBy({ top: at.pair.getBoundingClientRect().top - at.top, behavior: "instant" });

  const speak = (view) => {
    const radio = radios("view").find((r) => r.value === view);
    root.lang = view === "all" ? radios("view")[0].value : radio.value;
  };
  for (const name of ["view", "theme"]) {
    const asked = name === "view" ? new URLSearchParams(location.search).get("lang") : null;
    const chosen = radios(name).find((r) => r.value === (asked || store.get(name)));
    if (chosen) chosen.checked = true;
    if (name === "view" && chosen) speak(chosen.value);
    let at = null;
    for (const radio of radios(name)) {
      const label = radio.parentElement;
      for (const event of ["pointerdown", "keydown"]) label.addEventListener(event, () => { at = place(); });
      radio.addEventListener("change", () => {
        store.set(name, radio.value);
        if (name === "view") { speak(radio.value); back(at); }
      });
    }
  }

  // a link to something in the language that is hidden switches to both
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility()) return;
    const hidden = target.closest(".t");
    const index = hidden && [...hidden.classList].find((c) => /^l\d$/.test(c));
    const radio = index && document.getElementById(`view-${index.slice(1)}`);
    if (radio) { radio.checked = true; speak(radio.value); target.scrollIntoView(); }
  };
  window.addEventListener("hashchange", reveal);
  reveal();
  // the choices above may have moved what the address points to
  const asked = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked) asked.scrollIntoView({ behavior: "instant" });

  const contents = document.querySelector(".toc details");
  if (contents && matchMedia("(min-width: 72rem)").matches) contents.open = true;

  // citations and notes open where they are; with a modifier key, or without popovers, they stay links
  const pop = document.getElementById("pop");
  if (!pop || !pop.showPopover) return;
  let opener = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[role="doc-biblioref"], a[role="doc-noteref"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const item = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!item) return;
    event.preventDefault();
    const body = pop.querySelector(".pop-body");
    const copy = item.cloneNode(true);
    copy.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    copy.querySelectorAll(".back").forEach((e) => e.remove());
    body.lang = item.closest("[lang]").lang;
    body.replaceChildren(...copy.childNodes);
    opener = link;
    pop.showPopover();
    pop.querySelector("button").focus();
  });
  pop.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) pop.hidePopover();
  });
  pop.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && opener && pop.contains(document.activeElement)) opener.focus();
  });
})();
