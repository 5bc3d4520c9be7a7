// Puts the page together: one state, changed by actions, drawn by map, panel and card.

const model = readModel();

const state = {
  language: model.language,
  run: 0,
  isAfter: Boolean(model.runs[0].plan),
  grades: { covered: true, partial: true, uncovered: true, unknown: true },
  layers: { sites: true, works: true, links: true, footprints: false, raster: true, names: true },
  selected: null,
};

/** The words of the page in its language, with `{name}` filled in; and numbers, money, dates and codes in the way of that language. */
function speaker() {
  const { language } = state;
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  const say = (key, values = {}) => WORDS[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  say.number = (value, decimals = 0) => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals || 1 })
    .format(value).replace("-", "−");
  say.money = (value) => (value >= 1e9 ? say("billion", { n: say.number(value / 1e9, 2) }) : say("million", { n: say.number(value / 1e6, 0) }));
  say.date = (text) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(text + "T00:00:00Z"));
  say.grade = (grade) => model.words.grade[grade][language];
  say.electricity = (code) => (model.words.electricity[code] ? model.words.electricity[code][language] : code);
  say.word = (column, code) => (CODES[column][code] ? CODES[column][code][language] : code);
  say.carriers = (ids) => ids.split(";").filter(Boolean).map((id) => model.words.operators[id] || id).join(", ");
  return say;
}

const tip = document.getElementById("tip");
const mapElement = document.getElementById("map");

const actions = {
  language(language) {
    state.language = language;
    render();
  },
  run(number) {
    const selected = state.selected && { kind: state.selected.kind, id: pointsOf(state.selected.kind).id(state.selected.i) };
    state.run = number;
    state.isAfter = state.isAfter && Boolean(model.runs[number].plan);
    state.selected = selected ? byId(selected) : null;
    render();
  },
  time(isAfter) {
    state.isAfter = isAfter;
    if (!isAfter && state.selected && state.selected.kind === "work") state.selected = null;
    render();
  },
  grade(grade, isShown) {
    state.grades[grade] = isShown;
    atlas.redraw();
  },
  layer(layer, isShown) {
    state.layers[layer] = isShown;
    panel.renderLayers();
    atlas.redraw();
  },
  /** Opens the card of a mark and brings it into view. */
  choose(target) {
    state.selected = { kind: target.kind, i: target.i };
    if (target.kind === "work" && !state.isAfter) state.isAfter = true;
    atlas.show(pointsOf(target.kind), target.i, model.isNational ? 10 : 11.5);
    render();
    card.focus({ preventScroll: true });
  },
  zoom(target) { atlas.map.setView([pointsOf(target.kind).lat[target.i], pointsOf(target.kind).lon[target.i]], 14, { animate: false }); },
  close() {
    if (!state.selected) return;
    state.selected = null;
    details.render(say);
    atlas.marks.redraw();
    mapElement.focus({ preventScroll: true });
  },
};

function pointsOf(kind) { return { village: model.runs[state.run].villages, site: model.runs[state.run].sites, work: model.runs[state.run].works }[kind]; }

/** A mark of the present run by kind and id; null when the run has none such. */
function byId({ kind, id }) {
  const run = model.runs[state.run];
  if (kind === "village") return run.villageIndex.has(id) ? { kind, i: run.villageIndex.get(id) } : null;
  const found = run.index.get(id);
  return found && found.kind === kind && (kind !== "work" || state.isAfter) ? found : null;
}

const card = document.getElementById("details");
let say = speaker();
const details = new Details(card, model, state, actions);
const panel = new Panel(model, state, actions);
const atlas = new Atlas(mapElement, model, state, {
  hover(target, point) {
    tip.hidden = !target;
    mapElement.classList.toggle("pointing", Boolean(target));
    if (!target) return;
    const run = model.runs[state.run];
    const points = pointsOf(target.kind);
    const note = target.kind === "village"
      ? say.grade(GRADES[run.villages.grades[state.isAfter ? "after" : "before"][target.i]])
      : target.kind === "site" ? say.carriers(points.words("operator", target.i)) : say("work", { rank: points.number("rank", target.i) ?? "" });
    tip.replaceChildren(make("strong", "", points.name(target.i)), make("span", "", note));
    const width = mapElement.clientWidth;
    tip.style.left = Math.min(point.x + 14, width - tip.offsetWidth - 6) + "px";
    tip.style.top = Math.max(4, point.y - tip.offsetHeight - 10) + "px";
  },
  pick(target) {
    if (!target) return actions.close();
    state.selected = { kind: target.kind, i: target.i };
    details.render(say);
    atlas.marks.redraw();
  },
});

// Buttons of the map: whole area, nearer, farther.
const Buttons = L.Control.extend({
  onAdd() {
    const box = make("div", "buttons leaflet-bar");
    L.DomEvent.disableClickPropagation(box);
    this.buttons = [["zoomIn", "+", () => atlas.map.zoomIn()], ["zoomOut", "−", () => atlas.map.zoomOut()], ["whole", "⤢", () => atlas.fitAll()]]
      .map(([word, sign, deed]) => {
        const button = make("button", "", sign);
        button.type = "button";
        button.dataset.word = word;
        button.addEventListener("click", deed);
        box.append(button);
        return button;
      });
    return box;
  },
});
const buttons = new Buttons({ position: "topleft" }).addTo(atlas.map);

/** The two archipelagos, on a national map: drawn as the map draws the country, with their names. */
function renderInset() {
  const inset = document.getElementById("inset");
  inset.hidden = !model.isNational;
  if (!model.isNational) return;
  const [west, south, east, north] = [107.2, 6.6, 118.2, 19.2];
  const [left, top] = project(west, north);
  const [right, bottom] = project(east, south);
  const isSmall = mapElement.clientWidth < 600;
  const width = isSmall ? 132 : 176;
  const scale = width / (right - left);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", say("inset"));
  const height = Math.round((bottom - top) * scale);
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  const view = { scale, left: left * scale, top: top * scale, width, height, zoom: 0 };
  const land = new Path2D();
  for (const rings of model.outlines.provinces.areas) for (const ring of rings) traceLine(land, ring, view, true);
  context.fillStyle = "#fbfaf6";
  context.fill(land, "evenodd");
  strokeArcs(context, model.outlines.provinces.arcs, view, "#a39a88", 0.6, []);
  context.fillStyle = "#5d5544";
  for (const group of model.outlines.archipelagos) for (const [x, y] of group.points) {
    context.beginPath();
    context.arc(x * scale - view.left, y * scale - view.top, 1.1, 0, 2 * Math.PI);
    context.fill();
  }
  const labels = new Labels(context, view);
  for (const group of model.outlines.archipelagos) {
    const top = Math.min(...group.points.map(([, y]) => y * scale - view.top));
    const [name, country] = group.name[state.language].split(" (");
    const half = isSmall ? 58 : 68;
    const x = Math.min(Math.max(group.place[0] * scale - view.left, half), width - half);
    labels.putAt(name, x, Math.max(8, top - 25), isSmall ? "600 9.5px" : "600 11px", "#33404c");
    labels.putAt("(" + country, x, Math.max(24, top - 9), isSmall ? "9.5px" : "11px", "#33404c");
  }
  inset.replaceChildren(canvas);
}

/** Draws everything, in the language and for the run of the state. */
function render() {
  say = speaker();
  panel.render(say);
  details.render(say);
  renderInset();
  mapElement.setAttribute("aria-label", say("mapHelp"));
  mapElement.setAttribute("role", "application");
  for (const button of buttons.buttons) {
    button.title = say(button.dataset.word);
    button.setAttribute("aria-label", say(button.dataset.word));
  }
  atlas.redraw();
}

mapElement.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target !== mapElement) return;
  const nearest = atlas.nearestToMiddle();
  if (!nearest) return;
  event.preventDefault();
  state.selected = { kind: nearest.kind, i: nearest.i };
  details.render(say);
  atlas.marks.redraw();
  card.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") actions.close(); });

// On paper the map has the width of the sheet: it is laid out anew before printing, with the same ground in view.
const paper = document.createElement("canvas");
paper.id = "paper";
mapElement.append(paper);
let seen = null;
window.addEventListener("beforeprint", () => {
  seen = atlas.map.getBounds();
  document.body.classList.add("printing");
  document.getElementById("made-up").open = true;
  atlas.map.invalidateSize({ animate: false, pan: false });
  atlas.map.fitBounds(seen, { animate: false });
  atlas.drawOnPaper(paper);
});
window.addEventListener("afterprint", () => {
  document.body.classList.remove("printing");
  atlas.map.invalidateSize({ animate: false, pan: false });
  if (seen) atlas.map.fitBounds(seen, { animate: false });
});
new ResizeObserver(() => { if (!document.body.classList.contains("printing")) atlas.map.invalidateSize({ animate: false }); }).observe(mapElement);

render();
// What tests and curious people may look at.
window.phusong = { model, state, atlas, actions, search };
document.body.dataset.ready = "true";
