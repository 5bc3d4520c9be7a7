// The data block, unpacked: columns with texts looked up, places as points of the web map at zoom 0.

const GRADES = ["covered", "partial", "uncovered", "unknown"];

/** Reads the data block of the page. */
function readModel() {
  const data = JSON.parse(document.getElementById("data").textContent);
  const text = (number) => (number >= 0 ? data.texts[number] : "");
  const outlines = {
    provinces: unpackOutlines(data.outlines.provinces),
    communes: unpackOutlines(data.outlines.communes),
    archipelagos: data.outlines.archipelagos.map((group) => ({
      ...group, place: project(group.label[0], group.label[1]), points: group.islands.map(([lon, lat]) => project(lon, lat)),
    })),
    source: data.outlines.source,
  };
  return { ...data, outlines, text, runs: data.runs.map((run, number) => unpackRun(run, number, text)) };
}

/** Longitude and latitude as a point of the web map at zoom 0, which is 256 wide. */
function project(lon, lat) {
  const point = L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);
  return [point.x, point.y];
}

/** A name without marks, for matching: "Khuổi Phìn" becomes "khuoi phin". */
function fold(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐðÐ]/g, "d").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** A line of steps in parts of a degree, as projected numbers x, y, x, y … */
function unpackLine(steps, unitsPerDegree) {
  const line = new Float64Array(steps.length);
  let [lon, lat] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    lon += steps[i];
    lat += steps[i + 1];
    const [x, y] = project(lon / unitsPerDegree, lat / unitsPerDegree);
    line[i] = x;
    line[i + 1] = y;
  }
  return line;
}

/** Areas that share pieces of line: the pieces once, for borders; whole rings, for ground. */
function unpackOutlines(kind) {
  const arcs = kind.arcs.map((steps) => unpackLine(steps, kind.unitsPerDegree));
  const areas = kind.rings.map((rings) => rings.map((ring) => {
    const points = [];
    for (const number of ring) {
      const arc = arcs[number < 0 ? -1 - number : number];
      for (let i = 0; i < arc.length; i += 2) {
        const at = number < 0 ? arc.length - 2 - i : i;
        points.push(arc[at], arc[at + 1]);
      }
    }
    return points;
  }));
  const names = kind.names.map((name, i) => ({ name, place: kind.labels[i].length ? project(...kind.labels[i]) : null }));
  return { arcs: arcs.map((line) => ({ line, box: boxOf(line) })), areas, names };
}

function boxOf(line) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < line.length; i += 2) {
    box[0] = Math.min(box[0], line[i]);
    box[1] = Math.min(box[1], line[i + 1]);
    box[2] = Math.max(box[2], line[i]);
    box[3] = Math.max(box[3], line[i + 1]);
  }
  return box;
}

/** Points of one kind with a way to ask for a field of one of them. */
function unpackPoints(kind, text) {
  const count = kind.id.length;
  const places = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) places.set(project(kind.lon[i], kind.lat[i]), 2 * i);
  const columns = kind.columns || {};
  return {
    count, places, lon: kind.lon, lat: kind.lat,
    id: (i) => text(kind.id[i]),
    name: (i) => (kind.name ? text(kind.name[i]) : text(kind.id[i])),
    words: (field, i) => (columns[field] ? text(columns[field][i]) : ""),
    number: (field, i) => (columns[field] && columns[field][i] !== null ? columns[field][i] : null),
    flag: (field, i) => Boolean(columns[field] && columns[field][i]),
  };
}

function unpackRun(run, number, text) {
  const villages = unpackPoints(run.villages, text);
  const before = run.villages.grade;
  const after = before.slice();
  // Row of a village in what the plan changes, or −1.
  const changes = new Int32Array(villages.count).fill(-1);
  if (run.villages.after) run.villages.after.rows.forEach((row, i) => {
    after[row] = run.villages.after.grade[i];
    changes[row] = i;
  });
  const later = run.villages.after ? run.villages.after.columns : {};
  villages.after = {
    words: (field, i) => (changes[i] >= 0 && later[field] ? text(later[field][changes[i]]) : ""),
    number: (field, i) => (changes[i] >= 0 && later[field] ? later[field][changes[i]] : null),
    isChanged: (i) => changes[i] >= 0,
  };
  villages.grades = { before, after };
  villages.isGained = (i) => before[i] !== 0 && after[i] === 0;

  const sites = unpackPoints(run.sites, text);
  const works = run.works ? unpackPoints(run.works, text) : null;
  if (works) {
    works.chain = (i) => run.works.chain[i].map(text);
    works.gains = (i) => run.works.villagesGained[i].map(text);
  }
  const discs = run.footprints.disc.map((disc, i) => ({
    carrier: text(run.footprints.carrier[i]),
    // A disc on the web map is a circle, but for what Mercator does across its width.
    centre: disc.length ? project(disc[0], disc[1]) : null,
    radius: disc.length ? (disc[2] / 40075016.686 / Math.cos((disc[1] * Math.PI) / 180)) * 256 : 0,
    rings: run.footprints.rings[i].map((ring) => ({ line: unpackLine(ring, run.footprints.unitsPerDegree) })),
  }));
  for (const area of discs) for (const ring of area.rings) ring.box = boxOf(ring.line);
  const index = new Map();
  for (let i = 0; i < sites.count; i++) index.set(sites.id(i), { kind: "site", i });
  // A work at an existing site has its own id.
  if (works) for (let i = 0; i < works.count; i++) index.set(works.id(i), { kind: "work", i });
  const villageIndex = new Map();
  for (let i = 0; i < villages.count; i++) villageIndex.set(villages.id(i), i);
  return { ...run, number, villages, sites, works, footprints: discs, index, villageIndex };
}

/** Names without marks, made when somebody searches for the first time. */
function searchIndex(run) {
  if (!run.searchIndex) {
    const entries = [];
    for (let i = 0; i < run.villages.count; i++) {
      entries.push({ kind: "village", i, key: fold(run.villages.name(i)), more: fold(run.villages.words("commune", i)) });
    }
    if (run.works) for (let i = 0; i < run.works.count; i++) {
      entries.push({ kind: "work", i, key: fold(run.works.name(i)), more: fold(run.works.id(i)) });
    }
    for (let i = 0; i < run.sites.count; i++) entries.push({ kind: "site", i, key: fold(run.sites.id(i)), more: "" });
    run.searchIndex = entries;
  }
  return run.searchIndex;
}

/** What a search finds, the best first: names that begin with it, names with a word that does, other names, communes. */
function search(run, query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const found = [];
  for (const entry of searchIndex(run)) {
    const at = entry.key.indexOf(wanted);
    let rank = at === 0 ? 0 : at > 0 && entry.key[at - 1] === " " ? 1 : at > 0 ? 2 : -1;
    if (rank < 0 && (" " + entry.more).includes(" " + wanted)) rank = 3;
    if (rank >= 0) found.push({ ...entry, rank });
  }
  const kinds = { village: 0, work: 1, site: 2 };
  return found.sort((a, b) => a.rank - b.rank || kinds[a.kind] - kinds[b.kind] || a.key.length - b.key.length || a.i - b.i);
}
