// Bundles css/ and ts/ into ../wwwroot. Run by `npm run build`.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { browserslistToTargets, transform } from "lightningcss";
import { PurgeCSS } from "purgecss";
import { keepReachable } from "./custom-properties.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const web = path.dirname(here);
const wwwroot = path.join(web, "wwwroot");
const read = (...parts) => fs.readFileSync(path.join(here, ...parts), "utf8");
const packaged = (...parts) => read("node_modules", ...parts);
const withoutBom = (css) => css.replace(/^\uFEFF/, "").replace(/@charset "[^"]*";/g, "");

const candidates = ["button", "data-badge", "heading", "link", "paragraph", "skip-link"];
const own = [
  "tokens", "palette", "base", "header", "footer", "buttons", "panels", "home", "events", "people",
  "forms", "calendar", "rooms", "round", "desk", "lists", "sheet", "proposal", "adapt", "print",
];
const notice = `/*! Nabij, EUPL-1.2. Contains parts of, all EUPL-1.2:
 @utrecht/component-library-css (c) Gemeente Utrecht, Frameless B.V.;
 @nl-design-system-candidate/{${candidates.join(",")}}-css (c) Community for NL Design System;
 @nl-design-system-unstable/voorbeeld-design-tokens (c) Community for NL Design System.
 Changed: unused selectors and custom properties left out. */\n`;

async function styles() {
  const libraries = [
    packaged("@utrecht/component-library-css/dist/index.css"),
    ...candidates.map((part) => packaged(`@nl-design-system-candidate/${part}-css/dist/${part}.css`)),
  ].map(withoutBom);
  const [used] = await new PurgeCSS().purge({
    content: [`${web}/**/*.{razor,cs}`, `${here}/ts/*.ts`],
    css: [{ raw: libraries.join("\n") }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    skippedContentGlobs: ["**/node_modules/**", "**/wwwroot/**", "**/bin/**", "**/obj/**"],
  });
  const mapping = packaged("@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css").replace(
    ".voorbeeld-theme",
    ":root",
  );
  const bundle = keepReachable([mapping, used.css, ...own.map((part) => read("css", `${part}.css`))].join("\n"));
  const { code } = transform({
    filename: "app.css",
    code: Buffer.from(bundle),
    minify: true,
    targets: browserslistToTargets(["chrome 111", "firefox 115", "safari 16.4"]),
  });
  write("css/app.css", notice + imagesAsFiles(code.toString()));
}

/** The content security policy allows images from our own address only, so not in the style sheet itself. */
function imagesAsFiles(css) {
  const names = new Map();
  return css.replace(/url\("data:image\/svg\+xml,([^"]*)"\)/g, (_, svg) => {
    if (!names.has(svg)) names.set(svg, `mark-${names.size + 1}.svg`);
    write(`css/${names.get(svg)}`, decodeURIComponent(svg));
    return `url(${names.get(svg)})`;
  });
}

function fonts() {
  const files = path.join(here, "node_modules/@fontsource-variable/figtree/files");
  for (const subset of ["latin", "latin-ext"]) {
    write(`fonts/figtree-${subset}.woff2`, fs.readFileSync(path.join(files, `figtree-${subset}-wght-normal.woff2`)));
  }
  write("fonts/OFL.txt", packaged("@fontsource-variable/figtree/LICENSE"));
}

async function scripts() {
  await esbuild.build({
    entryPoints: fs.readdirSync(path.join(here, "ts")).map((name) => path.join(here, "ts", name)),
    outdir: path.join(wwwroot, "js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
  });
}

function write(name, content) {
  const file = path.join(wwwroot, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  console.log(`${name.padEnd(32)}${(Buffer.byteLength(content) / 1024).toFixed(1)} kB`);
}

fonts();
await Promise.all([styles(), scripts()]);
