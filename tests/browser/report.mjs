// The pages of a check and of a comparison (parity-….html) as a supervisor meets them: report.mjs FILE.html …
//
// html-validate; axe (WCAG 2.2 AA), light and dark, on three widths; no request but the file, no sideways scroll, no
// console error; the choice of grades and the folding of files with JavaScript off and the page's own policy in force;
// print. One line a mode; exit status 1 on any finding. CHROMIUM names another browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { HtmlValidate, formatterFactory } from "html-validate";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const here = dirname(fileURLToPath(import.meta.url));
const WIDTHS = [1280, 360, 320];
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

async function open(browser, url, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("request", (r) => { if (r.url().split("#")[0] !== url) troubles.push(`request: ${r.url()}`); });
  page.on("console", (m) => { if (m.type() === "error") troubles.push(`console: ${m.text()}`); });
  await page.goto(url);
  return { page, troubles, close: () => context.close() };
}

async function mode(browser, url, theme, width) {
  // axe needs the page's policy out of the way; `withoutScript` runs with it in force
  const options = { viewport: { width, height: 740 }, bypassCSP: true, colorScheme: theme };
  const { page, troubles, close } = await open(browser, url, options);
  for (const closed of await page.locator("details:not([open]) > summary").all()) await closed.click();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) troubles.push(`scrolls sideways by ${wide} px`);
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), TAGS);
  for (const v of found.violations) {
    troubles.push(`axe ${v.id}: ${v.help}`, ...v.nodes.slice(0, 3).map((n) => `  ${n.target} ${n.failureSummary.split("\n")[1] ?? ""}`));
  }
  say(`axe ${theme} ${width} px`, troubles);
  await close();
}

async function withoutScript(browser, url) {
  const { page, troubles, close } = await open(browser, url, { javaScriptEnabled: false });
  const all = await page.locator(".finding").count();
  for (const radio of await page.locator(".choice input").all()) {
    const grade = (await radio.getAttribute("id")).replace("show-", "");
    await radio.click(); // it lies over its label
    const wanted = grade === "all" ? all : await page.locator(`.finding.${grade}`).count();
    const shown = await page.locator(".finding:visible").count();
    if (shown !== wanted) troubles.push(`${grade}: ${shown} findings are shown, not ${wanted}`);
    const empty = await page.locator(".file:visible:not(:has(.finding:visible))").count();
    if (empty) troubles.push(`${grade}: ${empty} files without a finding are shown`);
    if (grade !== "all" && !wanted) troubles.push(`${grade}: there is none to choose`);
  }
  const file = page.locator(".file:visible").first();
  if (await file.count()) {
    await file.locator("summary").click();
    if (await file.locator(".finding:visible").count()) troubles.push("a file cannot be closed");
  }
  say(`grades and files without JavaScript: ${all} findings`, troubles);
  await close();
}

async function rowsWithoutScript(browser, url) {
  const { page, troubles, close } = await open(browser, url, { javaScriptEnabled: false });
  for (const choice of ["all", "reported", "open"]) {
    await page.locator(`#rows-${choice}`).click();
    const wanted = await page.locator(choice === "all" ? ".pair" : `.pair.${choice}`).count();
    const shown = await page.locator(".pair:visible").count();
    if (shown !== wanted) troubles.push(`${choice}: ${shown} pairs are shown, not ${wanted}`);
  }
  say(`pairs without JavaScript: ${await page.locator(".pair").count()}`, troubles);
  await close();
}

async function print(browser, url) {
  const { page, troubles, close } = await open(browser, url, {});
  for (const summary of await page.locator(".file > summary").all()) await summary.click();
  await page.emulateMedia({ media: "print" });
  for (const finding of await page.locator(".finding").all()) {
    if (!(await finding.boundingBox())?.height) troubles.push("a closed file is not printed");
  }
  if (await page.locator(".choice:visible").count()) troubles.push("the choice of grades is printed");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  say(`print: ${pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0} pages`, troubles);
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
    for (const theme of ["light", "dark"]) for (const width of WIDTHS) await mode(browser, url, theme, width);
    if (file.includes("parity")) {
      await rowsWithoutScript(browser, url);
    } else {
      await withoutScript(browser, url);
      await print(browser, url);
    }
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
