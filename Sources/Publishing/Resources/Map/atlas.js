// The map itself: ground, areas, marks, and what lies under the pointer. It draws what `state` says and tells `events` what was pointed at.

const MARK_ORDER = ["covered", "unknown", "gained", "partial", "uncovered"];

class Atlas {
  constructor(element, model, state, events) {
    Object.assign(this, { model, state, events, hits: [], cells: new Map() });
    this.map = L.map(element, {
      attributionControl: false, zoomControl: false, minZoom: 4, maxZoom: 17, zoomSnap: 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 90,
      fadeAnimation: false, keyboard: true,
    });
    for (const [name, level] of [["ground", 210], ["raster", 250], ["lines", 300], ["marks", 450], ["labels", 460]]) {
      this.map.createPane(name).style.zIndex = level;
      this.map.getPane(name).style.pointerEvents = "none";
    }
    this.scale = L.control.scale({ imperial: false, position: "bottomleft", maxWidth: 140 }).addTo(this.map);
    this.fitAll(false);
    this.ground = new Sheet((context, view) => this.drawGround(context, view), { pane: "ground", padding: 0.15 }).addTo(this.map);
    if (model.raster) {
      const [west, south, east, north] = model.raster.bounds;
      const corner = (x, y) => L.CRS.EPSG3857.unproject(L.point(x, y));
      this.raster = L.imageOverlay(model.raster.png, L.latLngBounds(corner(west, south), corner(east, north)), {
        pane: "raster", opacity: 0.85, className: "levels", alt: "",
      });
    }
    this.lines = new Sheet((context, view) => this.drawLines(context, view), { pane: "lines", padding: 0.15 }).addTo(this.map);
    this.marks = new Sheet((context, view) => this.drawMarks(context, view), { pane: "marks", padding: 0.15 }).addTo(this.map);
    this.labels = new Sheet((context, view) => this.drawNames(context, view), { pane: "labels", padding: 0.15 }).addTo(this.map);
    this.map.on("mousemove", (event) => this.events.hover(this.at(event.containerPoint, 9), event.containerPoint));
    this.map.on("mouseout movestart zoomstart", () => this.events.hover(null));
    this.map.on("click", (event) => this.events.pick(this.at(event.containerPoint, 14)));
  }

  get run() { return this.model.runs[this.state.run]; }

  /** Draws everything anew, after a change of what is shown. */
  redraw() {
    if (this.raster) this.raster[this.state.layers.raster ? "addTo" : "removeFrom"](this.map);
    for (const sheet of [this.ground, this.lines, this.marks, this.labels]) sheet.redraw();
  }

  /** Draws what is seen onto one canvas without gaps, for paper: browsers print the clear parts of a fresh canvas white. */
  drawOnPaper(canvas) {
    const corner = this.map.containerPointToLayerPoint([0, 0]).round();
    const view = prepare(canvas, this.map, L.bounds(corner, corner.add(this.map.getSize())));
    const context = canvas.getContext("2d");
    context.fillStyle = getComputedStyle(this.map.getContainer()).backgroundColor;
    context.fillRect(0, 0, view.width, view.height);
    this.drawGround(context, view);
    if (this.raster && this.state.layers.raster) {
      const bounds = this.raster.getBounds();
      const [from, to] = [bounds.getNorthWest(), bounds.getSouthEast()].map((place) => this.map.latLngToLayerPoint(place).subtract(corner));
      context.globalAlpha = 0.85;
      context.imageSmoothingEnabled = false;
      context.drawImage(this.raster.getElement(), from.x, from.y, to.x - from.x, to.y - from.y);
      context.globalAlpha = 1;
    }
    this.drawLines(context, view);
    this.drawMarks(context, view);
    this.drawNames(context, view);
  }

  /** The box around the villages of a run, else around its sites, else the country. */
  bounds() {
    const run = this.run;
    for (const points of [run.villages, run.sites]) {
      if (!points.count) continue;
      const bounds = L.latLngBounds([]);
      for (let i = 0; i < points.count; i++) bounds.extend([points.lat[i], points.lon[i]]);
      if (run.works) for (let i = 0; i < run.works.count; i++) bounds.extend([run.works.lat[i], run.works.lon[i]]);
      return bounds.getNorth() - bounds.getSouth() < 0.02 ? bounds.pad(2) : bounds;
    }
    return L.latLngBounds([8, 102], [23.5, 110]);
  }

  fitAll(animate = true) { 
    // On a narrow national map the country makes room for the inset.
    const room = this.model.isNational && this.map.getSize().x < 600 ? 128 : 24;
    this.map.fitBounds(this.bounds(), { paddingTopLeft: [24, 24], paddingBottomRight: [room, 24], animate });
   }

  // Ground ------------------------------------------------------------------------------------------------------------------------------------

  drawGround(context, view) {
    const land = new Path2D();
    for (const rings of this.model.outlines.provinces.areas) for (const ring of rings) traceLine(land, ring, view, true);
    context.fillStyle = "#fbfaf6";
    context.strokeStyle = "#fbfaf6";
    context.lineWidth = 1;
    context.fill(land, "evenodd");
    context.stroke(land);
  }

  drawLines(context, view) {
    if (this.state.layers.footprints) this.drawFootprints(context, view);
    const { provinces, communes, archipelagos } = this.model.outlines;
    const isNear = view.zoom >= (this.model.isNational ? 8 : 6);
    if (isNear) strokeArcs(context, communes.arcs, view, "rgba(120,112,96,.55)", 0.8, [3, 2]);
    strokeArcs(context, provinces.arcs, view, "#837a68", 1.3, []);
    for (const group of archipelagos) {
      context.fillStyle = "#837a68";
      for (const [x, y] of group.points) {
        context.beginPath();
        context.arc(x * view.scale - view.left, y * view.scale - view.top, 1.6, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }

  /** Names stand above the marks: a map without other ground is read by them. */
  drawNames(context, view) {
    const { provinces, communes, archipelagos } = this.model.outlines;
    const labels = new Labels(context, view, this.insetBox(view));
    for (const group of archipelagos) labels.put(group.name[this.state.language], group.place, "italic 13px", "#4a5560", -14, true);
    if (!this.state.layers.names) return;
    const size = view.zoom < 7 ? "600 11px" : "600 13px";
    if (view.zoom < 10.5 || communes.names.length === 0) {
      for (const { name, place } of provinces.names) labels.put(name, place, size, "#4f4838");
    }
    if (view.zoom >= 9.75) for (const { name, place } of communes.names) labels.put(name, place, "12px", "#5d5646");
    if (view.zoom < 12) return;
    const { run } = this;
    let named = 0;
    for (let i = 0; i < run.villages.count && named < 400; i++) {
      const [x, y] = [run.villages.places[2 * i] * view.scale - view.left, run.villages.places[2 * i + 1] * view.scale - view.top];
      if (x < 0 || y < 0 || x > view.width || y > view.height || !this.isShown(i)) continue;
      named += 1;
      labels.putAt(run.villages.name(i), x, y + 19, "11.5px", INK);
    }
  }

  /** Where the inset covers the map, in pixels of a canvas; null without one. */
  insetBox(view) {
    const inset = document.getElementById("inset");
    if (inset.hidden) return null;
    const [box, map] = [inset.getBoundingClientRect(), this.map.getContainer().getBoundingClientRect()];
    const [dx, dy] = [-map.left - view.shift.x, -map.top - view.shift.y];
    return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
  }

  /** Whether a village's grade is switched on. */
  isShown(i) { return this.state.grades[GRADES[this.run.villages.grades[this.state.isAfter ? "after" : "before"][i]]]; }

  drawFootprints(context, view) {
    const path = new Path2D();
    for (const area of this.run.footprints) {
      if (area.centre) {
        const [x, y, r] = [area.centre[0] * view.scale - view.left, area.centre[1] * view.scale - view.top, area.radius * view.scale];
        if (x + r < 0 || y + r < 0 || x - r > view.width || y - r > view.height) continue;
        path.moveTo(x + r, y);
        path.arc(x, y, r, 0, 2 * Math.PI);
      }
      for (const ring of area.rings) if (isInView(ring.box, view)) traceLine(path, ring.line, view, true);
    }
    context.fillStyle = "rgba(107,174,214,.22)";
    context.fill(path, "nonzero");
    context.strokeStyle = "rgba(66,146,198,.5)";
    context.lineWidth = 0.7;
    context.stroke(path);
  }

  // Marks -------------------------------------------------------------------------------------------------------------------------------------

  drawMarks(context, view) {
    const { state, run } = this;
    const { layers } = state;
    // Marks grow as the map comes nearer; on a small map, and among very many, they are smaller.
    const crowd = (run.villages.count > 15000 && view.zoom < 9) || view.width < 700 ? 0.78 : 1;
    const r = Math.max(2.6, Math.min(8, 2.6 + (view.zoom - 6.5) * 0.85) * crowd);
    this.hits = [];
    this.cells.clear();
    const place = (points, i) => [points.places[2 * i] * view.scale - view.left, points.places[2 * i + 1] * view.scale - view.top];
    const isSeen = (x, y) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;

    if (layers.sites) {
      const size = Math.max(2.4, r * STYLES.site.size * 0.85);
      const { canvas, side } = stamp("site", size, view.ratio);
      for (let i = 0; i < run.sites.count; i++) {
        const [x, y] = place(run.sites, i);
        if (!isSeen(x, y)) continue;
        context.drawImage(canvas, x - side / 2, y - side / 2, side, side);
        this.hit("site", i, x, y, size, view);
      }
    }

    const grades = run.villages.grades[state.isAfter ? "after" : "before"];
    const places = Object.fromEntries(MARK_ORDER.map((kind) => [kind, []]));
    // Of several marks of one kind on the same two pixels one is enough for the eye.
    const taken = new Set();
    for (let i = 0; i < run.villages.count; i++) {
      const grade = GRADES[grades[i]];
      if (!state.grades[grade]) continue;
      const [x, y] = place(run.villages, i);
      if (!isSeen(x, y)) continue;
      const kind = state.isAfter && run.villages.isGained(i) ? "gained" : grade;
      const spot = ((x >> 1) * 8192 + (y >> 1)) * 8 + MARK_ORDER.indexOf(kind);
      if (run.villages.count > 5000 && taken.has(spot)) continue;
      taken.add(spot);
      places[kind].push(x, y);
      this.hit("village", i, x, y, r * STYLES[kind].size, view, MARK_ORDER.indexOf(kind));
    }
    for (const kind of MARK_ORDER) {
      const { canvas, side } = stamp(kind, r * STYLES[kind].size, view.ratio);
      for (let i = 0; i < places[kind].length; i += 2) {
        context.drawImage(canvas, places[kind][i] - side / 2, places[kind][i + 1] - side / 2, side, side);
      }
    }

    if (state.isAfter && run.works) {
      if (layers.links) this.drawLinks(context, view);
      if (layers.works) {
        const size = Math.max(7, r * STYLES.work.size);
        const stars = { upgrade: new Path2D(), work: new Path2D() };
        for (let i = 0; i < run.works.count; i++) {
          const [x, y] = place(run.works, i);
          if (!isSeen(x, y)) continue;
          trace(stars[workKind(run.works, i)], "star", x, y, size);
          this.hit("work", i, x, y, size, view, 9);
        }
        for (const kind of ["upgrade", "work"]) paint(context, stars[kind], kind, size);
      }
    }
    this.drawSelected(context, view, r, place);
  }

  /** Lines from proposed sites to what they are linked to: another proposed site, or an existing one that the page holds. */
  drawLinks(context, view) {
    const { run } = this;
    for (const isFibre of [false, true]) {
      context.beginPath();
      for (let i = 0; i < run.works.count; i++) {
        if ((run.works.words("link", i) === "fibre") !== isFibre) continue;
        const parent = run.index.get(run.works.words("parent", i));
        if (!parent) continue;
        const points = parent.kind === "site" ? run.sites : run.works;
        context.moveTo(run.works.places[2 * i] * view.scale - view.left, run.works.places[2 * i + 1] * view.scale - view.top);
        context.lineTo(points.places[2 * parent.i] * view.scale - view.left, points.places[2 * parent.i + 1] * view.scale - view.top);
      }
      context.setLineDash(isFibre ? [] : [6, 4]);
      for (const [color, width] of [["rgba(255,255,255,.9)", 4], ["#08306b", 2]]) {
        context.strokeStyle = color;
        context.lineWidth = width;
        context.stroke();
      }
    }
    context.setLineDash([]);
  }

  /** A ring around what is chosen, and lines from a proposed site to the villages that it gains. */
  drawSelected(context, view, r, place) {
    const chosen = this.state.selected;
    if (!chosen) return;
    const { run } = this;
    const points = { village: run.villages, site: run.sites, work: run.works }[chosen.kind];
    if (!points) return;
    const [x, y] = place(points, chosen.i);
    if (chosen.kind === "work") {
      context.beginPath();
      for (const id of run.works.gains(chosen.i)) {
        const i = run.villageIndex.get(id);
        if (i === undefined) continue;
        context.moveTo(x, y);
        context.lineTo(...place(run.villages, i));
      }
      context.strokeStyle = "#2171b5";
      context.lineWidth = 1.4;
      context.stroke();
    }
    for (const [color, width] of [["#ffffff", 6], ["#e66101", 3]]) {
      context.beginPath();
      context.arc(x, y, Math.max(11, 2.4 * r), 0, 2 * Math.PI);
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    }
  }

  // Pointing ----------------------------------------------------------------------------------------------------------------------------------

  /** Notes where a mark was drawn, in cells of 32 pixels of the map's box. */
  hit(kind, i, x, y, r, view, rank = 5) {
    const [left, top] = [x + view.shift.x, y + view.shift.y];
    const key = Math.floor(left / 32) * 100000 + Math.floor(top / 32);
    const cell = this.cells.get(key);
    const entry = { kind, i, x: left, y: top, r, rank };
    if (cell) cell.push(entry); else this.cells.set(key, [entry]);
  }

  /** The mark at a point of the map's box, within some pixels; of several the one whose middle is nearest, marks on top before those below. */
  at(point, reach) {
    let best = null;
    const [column, row] = [Math.floor(point.x / 32), Math.floor(point.y / 32)];
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) {
      for (const entry of this.cells.get((column + dx) * 100000 + row + dy) || []) {
        const away = Math.hypot(entry.x - point.x, entry.y - point.y);
        if (away > Math.max(reach, entry.r + 2)) continue;
        const score = away - entry.rank;
        if (!best || score < best.score) best = { ...entry, score };
      }
    }
    return best;
  }

  /** The mark nearest to the middle of the map, for those without a pointer. */
  nearestToMiddle() {
    const size = this.map.getSize();
    const middle = size.divideBy(2);
    let best = null;
    for (const cell of this.cells.values()) for (const entry of cell) {
      if (entry.x < 0 || entry.y < 0 || entry.x > size.x || entry.y > size.y) continue;
      const away = Math.hypot(entry.x - middle.x, entry.y - middle.y);
      if (!best || away < best.away) best = { ...entry, away };
    }
    return best;
  }

  /** Brings a place into view; the map comes nearer only where it must. */
  show(points, i, zoom) {
    const place = L.latLng(points.lat[i], points.lon[i]);
    this.map.setView(place, Math.max(this.map.getZoom(), zoom), { animate: false });
  }

  /** Where a mark stands in the map's box. */
  pixel(points, i) { return this.map.latLngToContainerPoint([points.lat[i], points.lon[i]]); }
}

/** A full star for a new mast, an open one for works at a mast that stands. */
function workKind(works, i) { return works.words("existing_site", i) ? "upgrade" : "work"; }

/** Names that keep out of each other's way: who comes first stays. */
class Labels {
  /** - covered: a box that shows something else. */
  constructor(context, view, covered = null) { Object.assign(this, { context, view, covered, boxes: [] }); }

  /** - isKept: a name whose place is in view is moved so far that all of it is. */
  put(text, place, font, color, dy = 0, isKept = false) {
    if (!place) return;
    let [x, y] = [place[0] * this.view.scale - this.view.left, place[1] * this.view.scale - this.view.top + dy];
    if (isKept) {
      this.context.font = this.font(font);
      const [half, edge] = [this.context.measureText(text).width / 2 + 6, -this.view.shift.x];
      if (x > edge && x < this.view.width - edge) x = Math.min(Math.max(x, edge + half), this.view.width - edge - half);
    }
    this.putAt(text, x, y, font, color);
  }

  font(font) { return `${font} "Noto Sans", "Segoe UI", Roboto, "DejaVu Sans", Arial, sans-serif`; }

  putAt(text, x, y, font, color) {
    const { context, view, boxes } = this;
    if (!text || x < -60 || y < -20 || x > view.width + 60 || y > view.height + 20) return;
    context.font = this.font(font);
    const half = context.measureText(text).width / 2 + 3;
    const { covered } = this;
    if (covered && x + half > covered.left && x - half < covered.right && y > covered.top - 8 && y < covered.bottom + 8) return;
    if (boxes.some((box) => Math.abs(box.x - x) < box.half + half && Math.abs(box.y - y) < 16)) return;
    boxes.push({ x, y, half });
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = "rgba(255,255,255,.9)";
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
  }
}

function isInView(box, view) {
  return box[2] * view.scale > view.left && box[3] * view.scale > view.top
    && box[0] * view.scale < view.left + view.width && box[1] * view.scale < view.top + view.height;
}

/** Adds a line of projected numbers to a path. Steps under half a pixel are left out. */
function traceLine(path, line, view, isClosed) {
  let [lastX, lastY] = [NaN, NaN];
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = [line[i] * view.scale - view.left, line[i + 1] * view.scale - view.top];
    if (i === 0) path.moveTo(x, y);
    else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.5 && i + 2 < line.length) continue;
    else path.lineTo(x, y);
    [lastX, lastY] = [x, y];
  }
  if (isClosed) path.closePath();
}

function strokeArcs(context, arcs, view, color, width, dash) {
  const path = new Path2D();
  for (const arc of arcs) if (isInView(arc.box, view)) traceLine(path, arc.line, view, false);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
  context.setLineDash([]);
}
