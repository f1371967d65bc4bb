/** A page to leaf through the pictures with: each view in each way of looking, walk by walk. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const looks = { 100: "1366 × 768", dark: "dark", forced: "forced colours, with focus", 320: "320 wide", 1920: "projector" };

/** The views of a walk in the order in which they were seen, each with its ways. */
function viewsOf(pictures, walk) {
    const views = new Map();
    for (const name of readdirSync(join(pictures, walk)).filter((each) => each.endsWith(".png"))) {
        const [, view, way] = /^(.+)-(\w+)\.png$/.exec(name);
        views.set(view, [...(views.get(view) ?? []), way]);
    }
    return [...views];
}

const shown = (walk, view, way) =>
    `<figure><a href="${walk}/${view}-${way}.png"><img loading="lazy" src="${walk}/${view}-${way}.png" alt="${view}, ${looks[way] ?? way}"></a><figcaption>${looks[way] ?? way}</figcaption></figure>`;

/** Writes `index.html` beside the pictures. */
export function writeGallery(pictures) {
    const walks = readdirSync(pictures, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name);
    const order = Object.keys(looks);
    const parts = walks.map((walk) => {
        const views = viewsOf(pictures, walk).map(([view, ways]) => {
            ways.sort((a, b) => order.indexOf(a) - order.indexOf(b));
            return `<h3 id="${walk}-${view}">${view}</h3><div>${ways.map((way) => shown(walk, view, way)).join("")}</div>`;
        });
        return `<h2 id="${walk}">${walk}</h2>${views.join("\n")}`;
    });
    const style = "body{font:16px system-ui;margin:2rem}div{display:flex;gap:1rem;overflow-x:auto}figure{margin:0;flex:none}img{height:24rem;max-width:40rem;object-fit:contain;object-position:top;border:1px solid #999}nav a{margin-right:1rem}";
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Samsyn, every view</title><style>${style}</style><h1>Every view</h1><nav>${walks.map((walk) => `<a href="#${walk}">${walk}</a>`).join("")}</nav>${parts.join("\n")}</html>`;
    writeFileSync(join(pictures, "index.html"), page);
}
