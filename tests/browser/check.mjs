// The page as readers and their tools meet it: check.mjs FILE.html …
//
// html-validate; axe (WCAG 2.2 AA) in every language view, light and dark, on three widths; no request but the file, no
// sideways scroll, no duplicate or missing identifier, no console error; the language switch without JavaScript; what the
// script adds; print. One line a mode; exit status 1 on any finding. CHROMIUM names another browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HtmlValidate, formatterFactory } from "html-validate";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const here = dirname(fileURLToPath(import.meta.url));
const WIDTHS = [1366, 360, 320];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let failed = false;

const say = (what, troubles) => {
  failed ||= troubles.length > 0;
  console.log(`${troubles.length ? "FAIL" : "ok  "} ${what}`);
  for (const trouble of troubles) console.log(`       ${trouble}`);
};

async function valid(file) {
  const config = JSON.parse(readFileSync(resolve(here, ".htmlvalidate.json"), "utf8"));
  const report = await new HtmlValidate(config).validateFile(file);
  say(`html-validate ${file}`, report.valid ? [] : formatterFactory("text")(report.results).trim().split("\n"));
}

// a page that reports what it asks for and what goes wrong in it
async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("request", (r) => {
    if (!r.url().startsWith("data:") && r.url().split(/[?#]/)[0] !== url.split(/[?#]/)[0]) troubles.push(`request: ${r.url()}`);
  });
  page.on("console", (m) => { if (m.type() === "error") troubles.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => troubles.push(`script: ${e.message}`));
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

// what must hold in every view; runs inside the page
const structure = () => {
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  const lost = [...document.querySelectorAll('a[href^="#"], use[href^="#"]')]
    .map((a) => decodeURIComponent(a.getAttribute("href").slice(1)))
    .filter((id) => !document.getElementById(id));
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...[...new Set(twice)].map((id) => `identifier twice: ${id}`),
    ...[...new Set(lost)].map((id) => `link to nothing: #${id}`),
    ...(scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px in ${clientWidth}`] : []),
  ];
};

const choose = (page, view) => page.locator(`#${view}`).click(); // the radio lies over its label

async function mode(browser, url, view, theme, width) {
  // axe and the added style need the page's policy out of the way; `script` below runs with the policy in force
  const options = { viewport: { width, height: 900 }, bypassCSP: true, colorScheme: theme };
  const { page, troubles, close } = await open(browser, url, options);
  if (view) await choose(page, view);
  // sections out of sight are not laid out and cut off what sticks out; here everything is laid out
  await page.addStyleTag({ content: ".section { content-visibility: visible !important }" });
  troubles.push(...(await page.evaluate(structure)));
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), TAGS);
  for (const v of found.violations) {
    troubles.push(`axe ${v.id}: ${v.help}`, ...v.nodes.slice(0, 3).map((n) => `  ${n.target} ${n.failureSummary.split("\n")[1] ?? ""}`));
  }
  say(`axe ${view ?? "only"} ${theme} ${width} px`, troubles);
  await close();
}

// the pop-over, with the page's own policy in force
async function popover(browser, url, width) {
  const { page, troubles, close } = await open(browser, url, { viewport: { width, height: 740 } });
  for (const role of ["doc-biblioref", "doc-noteref"]) {
    const link = page.locator(`a[role="${role}"]:visible`).first();
    if (!(await link.count())) continue;
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(100); // sections near by may be laid out, and move it
    const shown = await page.evaluate(() => {
      const pop = document.querySelector("#pop:popover-open");
      const box = pop?.getBoundingClientRect();
      return pop && {
        inside: pop.contains(document.activeElement), text: pop.querySelector(".pop-body").textContent.trim(),
        fits: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight + 1,
      };
    });
    if (!shown) { troubles.push(`${role}: no pop-over`); continue; }
    if (!shown.inside) troubles.push(`${role}: the focus stays outside`);
    if (!shown.text) troubles.push(`${role}: the pop-over is empty`);
    if (!shown.fits) troubles.push(`${role}: the pop-over sticks out`);
    await page.keyboard.press("Escape");
    if (!(await link.evaluate((a) => a === document.activeElement))) troubles.push(`${role}: Escape does not return the focus`);
  }
  say(`pop-over ${width} px`, troubles);
  await close();
}

// remembered choices, links into a language, the reading place when the language is switched
async function script(browser, url, views) {
  const { page, troubles, close } = await open(browser, url);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const middle = await page.evaluate(() => {
    const pairs = [...document.querySelectorAll(".pair.para:not(.alone)")];
    const pair = pairs[Math.floor(pairs.length * 0.6)];
    pair.scrollIntoView();
    return pair.id;
  });
  const top = () => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, middle);
  await page.waitForTimeout(300);
  for (const view of [...views.slice(1), views[0]]) {
    const before = await top();
    await choose(page, view);
    await page.waitForTimeout(300);
    const moved = Math.abs((await top()) - before);
    if (moved > 8) troubles.push(`${view}: the text moved by ${Math.round(moved)} px`);
  }
  await choose(page, views[1]);
  await page.reload();
  if (!(await page.isChecked(`#${views[1]}`))) troubles.push("the language is not remembered");
  const first = await page.locator(`#${views[0]}`).inputValue();
  await page.goto(`${url}?lang=${first}`);
  if (!(await page.isChecked(`#${views[0]}`))) troubles.push(`?lang=${first} is not followed`);
  const hidden = await page.evaluate(() => document.querySelector(".references .l2 > li")?.id);
  if (hidden) {
    await page.goto(`${url}?lang=${first}#${hidden}`);
    if (!(await page.locator(`[id="${hidden}"]`).isVisible())) troubles.push(`#${hidden} stays hidden`);
  }
  say("choices, links and the reading place", troubles);
  await close();
}

async function withoutScript(browser, url, views) {
  const { page, troubles, close } = await open(browser, url, { javaScriptEnabled: false });
  const shows = (n) => page.locator(`.pair:not(.alone) > .t.l${n}`).first().isVisible();
  for (const view of views) {
    await choose(page, view);
    for (let n = 1; n < views.length; n++) {
      const wanted = view === "view-all" || view === `view-${n}`;
      if ((await shows(n)) !== wanted) troubles.push(`${view}: language ${n} is ${wanted ? "hidden" : "shown"}`);
    }
  }
  if (!(await page.locator(".toc a").first().isVisible())) troubles.push("the contents are closed in a wide window");
  await page.setViewportSize({ width: 360, height: 740 });
  if (await page.locator(".toc a").first().isVisible()) troubles.push("the contents are open in a narrow window");
  await page.locator(".toc summary").click();
  if (!(await page.locator(".toc a").first().isVisible())) troubles.push("the contents cannot be opened");
  say("language and contents without JavaScript", troubles);
  await close();
}

async function print(browser, url, view) {
  const { page, troubles, close } = await open(browser, url);
  if (view) await choose(page, view);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const boxes = new Set(pdf.match(/\/MediaBox\s*\[[^\]]*\]/g));
  if (pages === 0) troubles.push("no page");
  if (boxes.size !== 1 || ![...boxes][0].includes("0 0 594.9")) troubles.push(`not A4: ${[...boxes].join(", ")}`);
  say(`print ${view ?? "only"}: ${pages} pages`, troubles);
  await close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  for (const file of process.argv.slice(2)) {
    const url = pathToFileURL(resolve(file)).href;
    console.log(`\n${file}`);
    await valid(resolve(file));
    const { page, close } = await open(browser, url);
    const views = await page.$$eval('input[name="view"]', (radios) => radios.map((r) => r.id));
    await close();
    for (const view of views.length ? views : [null]) {
      for (const theme of ["light", "dark"]) {
        for (const width of WIDTHS) await mode(browser, url, view, theme, width);
      }
      await print(browser, url, view);
    }
    for (const width of [1366, 360]) await popover(browser, url, width);
    if (views.length) await script(browser, url, views);
    await withoutScript(browser, url, views);
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
