// Builds the editors' bundles into the static folder, each with its licences and checksum. `--check` builds and compares.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../src/greenroom/web/static/greenroom/js");

const BUNDLES = ["editor", "sql-editor"];

/** The packages whose code is in the bundle that `metafile` tells of, by name. */
function packages(metafile) {
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const names = inputs.map(([path]) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function licence(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} brings no licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

async function made(name) {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(here, `${name}.js`)],
    absWorkingDir: here,
    bundle: true,
    format: "esm",
    minify: true,
    target: ["es2022"],
    legalComments: "none",
    metafile: true,
    write: false,
  });
  const bundle = Buffer.from(outputFiles[0].contents);
  const sum = createHash("sha256").update(bundle).digest("hex");
  console.log(`${name}.js: ${bundle.length} bytes, ${sum}`);
  return {
    [`${name}.js`]: bundle,
    [`${name}.js.sha256`]: Buffer.from(`${sum}  ${name}.js\n`),
    [`${name}.js.licences.txt`]: Buffer.from(packages(metafile).map(licence).join(`\n${"-".repeat(80)}\n\n`)),
  };
}

let differs = false;
for (const bundle of BUNDLES) {
  for (const [name, data] of Object.entries(await made(bundle))) {
    const path = join(target, name);
    const same = existsSync(path) && readFileSync(path).equals(data);
    if (!process.argv.includes("--check")) writeFileSync(path, data);
    else if (!same) {
      console.error(`${name} is not what the sources make. Run: cd frontend && npm ci && npm run build`);
      differs = true;
    }
  }
}
process.exit(differs ? 1 : 0);
