// What the page gains with a script: it remembers choices, keeps the reading place when the language is switched, marks
// in the contents where one is, and shows a citation or note beside the place that cites it. Reading needs none of it.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const target = (hash) => {
    try { return hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null; } catch { return null; }
  };
  const store = {
    get: (key) => { try { return localStorage.getItem(`thesis-build:${key}`); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(`thesis-build:${key}`, value); } catch { /* storage is refused */ } },
  };

  // ── choices ──────────────────────────────────────────────────────────────────────────────────

  const radios = (name) => all(`input[name="${name}"]`);
  const choose = (name, value) => {
    const radio = radios(name).find((r) => r.value === value);
    if (radio) radio.checked = true;
    return Boolean(radio);
  };
  const speak = () => {
    const views = radios("view");
    if (!views.length) return;
    const index = views.findIndex((r) => r.checked);
    const shown = index === views.length - 1 ? 0 : index;
    const title = document.querySelector(`h1 .l${shown + 1}`);
    root.lang = views[shown].value;
    if (title) document.title = title.textContent;
  };
  const asked = new URLSearchParams(location.search);
  choose("view", asked.get("lang")) || choose("view", store.get("view"));
  choose("theme", store.get("theme"));
  speak();

  document.addEventListener("change", ({ target: radio }) => {
    if (radio.name !== "view" && radio.name !== "theme") return;
    store.set(radio.name, radio.value);
    if (radio.name === "view") { speak(); stay(); }
  });

  // ── the place of reading: the topmost block of text, and how far down the window it begins ───

  let place = null;
  const look = () => {
    const text = document.getElementById("edition-text").getBoundingClientRect();
    const top = Math.max(0, document.querySelector(".bar").getBoundingClientRect().bottom);
    place = null;
    for (let y = top + 10; y < innerHeight && !place; y += 20) {
      const block = document.elementFromPoint(text.left + text.width / 3, y)?.closest(".pair, .row[id], .text .row, .text li");
      if (block) place = { block, top: block.getBoundingClientRect().top };
    }
    if (scrollY < 40) place = null; // at the very top one stays at the top
    if (place) mark(place.block);
  };
  const stay = () => {
    if (!place) return;
    let { block, top } = place;
    while (!block.checkVisibility()) block = block.previousElementSibling ?? block.parentElement;
    const move = () => scrollBy({ top: block.getBoundingClientRect().top - top, behavior: "instant" });
    move();
    requestAnimationFrame(move); // sections above are laid out when they come near, and may change height
  };
  const mark = (block) => {
    const heading = block.closest(".section")?.querySelector(":is(h3, h4)[id]") ?? block.closest(".part")?.querySelector("h2");
    const link = heading && all(".toc a").find((a) => a.hash === `#${heading.id}`);
    if (!link || link.ariaCurrent) return;
    all(".toc [aria-current]").forEach((a) => a.removeAttribute("aria-current"));
    link.ariaCurrent = "true";
    const column = link.closest(".toc");
    const out = link.getBoundingClientRect().bottom - column.getBoundingClientRect().bottom;
    const above = link.getBoundingClientRect().top - column.getBoundingClientRect().top;
    if (column.scrollHeight > column.clientHeight) column.scrollTop += out > 0 ? out + 40 : Math.min(0, above - 40);
  };
  let looking = 0;
  document.addEventListener("scroll", () => { clearTimeout(looking); looking = setTimeout(look, 100); }, { passive: true });

  // ── links into the page: to a language that is hidden, or to the closed contents ─────────────

  const reveal = () => {
    const element = target(location.hash);
    if (element?.matches(".toc")) element.querySelector("details").open = true;
    if (!element || element.checkVisibility()) return;
    const text = element.closest(".t") ?? element.querySelector(".t") ?? element;
    const name = [...text.classList].find((c) => /^l\d$/.test(c));
    const radio = name && document.getElementById(`view-${name.slice(1)}`);
    if (!radio) return;
    radio.checked = true;
    speak();
    element.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  document.addEventListener("click", ({ target: clicked }) => { if (clicked.closest('a[href="#edition-contents"]')) reveal(); });

  addEventListener("DOMContentLoaded", () => {
    speak();
    reveal();
    look();
    // browsers that cannot show the inside of closed details by style
    if (matchMedia("(min-width: 72rem)").matches && !CSS.supports("selector(::details-content)")) {
      document.querySelector(".toc details").open = true;
    }
    // a formula too long for its line can be scrolled with the keys; not every browser lets them in by itself
    const fit = new ResizeObserver((entries) => {
      for (const { target: box } of entries) {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      }
    });
    all("div.equation").forEach((box) => fit.observe(box));
    if (HTMLElement.prototype.showPopover) popover(document.getElementById("pop"));
  });

  // ── citations and notes where they are cited ─────────────────────────────────────────────────
  // A click or Enter moves into the pop-over, and closing it moves back; the mouse at rest only shows it. With a
  // modifier key the link stays a link, and so does the pop-over's title, which leads to the list.

  function popover(pop) {
    const body = pop.querySelector(".pop-body");
    const title = pop.querySelector("#pop-name");
    const narrow = matchMedia("(max-width: 40rem)");
    let opener = null;   // the link whose target is shown
    let below = true;    // the link, or above it
    let entered = false; // by click or key: the focus is inside, and returns
    let timer = 0;

    const linkAt = (element) => element.closest?.(':is(a[role="doc-biblioref"], a[role="doc-noteref"]):not(.pop *)');
    const later = (delay, action) => { clearTimeout(timer); timer = setTimeout(action, delay); };
    const close = () => { if (pop.matches(":popover-open")) pop.hidePopover(); };

    const open = (link) => {
      const item = target(link.hash);
      if (!item) return false;
      close();
      const copy = item.cloneNode(true);
      all(".back", copy).forEach((e) => e.remove());
      all("[id]", copy).forEach((e) => e.removeAttribute("id"));
      body.replaceChildren(...copy.childNodes);
      const list = item.closest(".t");
      const name = item.closest(".part").querySelector(`h2 .${list.classList[1]}`);
      title.replaceChildren(name.textContent);
      title.hash = link.hash;
      pop.lang = list.lang;
      pop.showPopover({ source: link });
      opener = link;
      below = link.getClientRects()[0].bottom + 8 + pop.offsetHeight < innerHeight;
      beside();
      return true;
    };
    const beside = () => {
      pop.style.left = pop.style.top = "";
      if (narrow.matches || !opener) return; // narrow: a sheet at the lower edge
      const at = opener.getClientRects()[0];
      const left = Math.max(16, Math.min(at.left - 16, root.clientWidth - pop.offsetWidth - 16));
      const top = below ? at.bottom + 8 : at.top - 8 - pop.offsetHeight;
      pop.style.left = `${left + scrollX}px`;
      pop.style.top = `${Math.max(8, top + scrollY)}px`;
    };
    // it moves with the text by itself, but not when sections above are laid out and change height
    document.addEventListener("scroll", beside, { passive: true });

    document.addEventListener("click", (event) => {
      const link = linkAt(event.target);
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      clearTimeout(timer);
      if (!open(link)) return;
      event.preventDefault();
      entered = true;
      pop.focus();
    });
    document.addEventListener("pointerover", (event) => {
      const link = event.pointerType === "mouse" && linkAt(event.target);
      if (link && !entered) later(250, () => { if (link !== opener) open(link); });
      else if (pop.contains(event.target)) clearTimeout(timer);
      else if (!entered) later(350, close);
    });
    pop.addEventListener("click", (event) => {
      if (!event.target.closest("a")) return;
      opener = null; // the reader goes elsewhere
      close();
    });
    pop.addEventListener("toggle", (event) => {
      if (event.newState === "open") return;
      if (entered && (document.activeElement === document.body || pop.contains(document.activeElement))) {
        opener?.focus({ preventScroll: true });
      }
      opener = null;
      entered = false;
    });
  }
})();
