// What is told of one mark. Every text of the data goes onto the page as text, never as HTML.

class Details {
  constructor(element, model, state, actions) { Object.assign(this, { element, model, state, actions }); }

  get run() { return this.model.runs[this.state.run]; }

  /** Fills and shows the card of what is chosen; hides it when nothing is. */
  render(say) {
    const chosen = this.state.selected;
    this.element.hidden = !chosen;
    this.element.replaceChildren();
    if (!chosen) return;
    this.say = say;
    this.list = make("dl");
    this.element.setAttribute("aria-label", say("details"));
    this.element.dataset.kind = chosen.kind;
    const close = make("button", "close", "×");
    close.type = "button";
    close.title = say("close");
    close.setAttribute("aria-label", say("close"));
    close.addEventListener("click", () => this.actions.close());
    this.element.append(close);
    ({ village: () => this.village(chosen.i), site: () => this.site(chosen.i), work: () => this.work(chosen.i) })[chosen.kind]();
    const zoom = make("button", "plain", say("zoomHere"));
    zoom.type = "button";
    zoom.addEventListener("click", () => this.actions.zoom(chosen));
    this.element.append(this.list, zoom);
  }

  head(kind, over, name) {
    const title = make("h2");
    title.append(icon(kind, 22), make("span", "", name));
    this.element.append(make("p", "over", over), title);
  }

  row(label, value) {
    if (value === null || value === undefined || value === "") return;
    const cell = make("dd");
    if (value instanceof Node) cell.append(value); else cell.textContent = value;
    this.list.append(make("dt", "", this.say(label)), cell);
  }

  /** A button that leads to another mark, where the page holds it. */
  link(id) {
    if (!id) return null;
    const found = this.run.index.get(id) || (this.run.villageIndex.has(id) ? { kind: "village", i: this.run.villageIndex.get(id) } : null);
    if (!found) return make("span", "", id);
    const points = { village: this.run.villages, site: this.run.sites, work: this.run.works }[found.kind];
    const button = make("button", "link", points.name(found.i) || id);
    button.type = "button";
    button.addEventListener("click", () => this.actions.choose(found));
    return button;
  }

  links(ids) {
    const list = make("span", "links");
    ids.forEach((id, i) => list.append(i ? ", " : "", this.link(id)));
    return list;
  }

  badge(kind, text) {
    const badge = make("span", "badge " + kind);
    badge.append(icon(kind, 16), text);
    return badge;
  }

  village(i) {
    const { say } = this;
    const v = this.run.villages;
    const { word, number, carriers } = say;
    const before = GRADES[v.grades.before[i]];
    const after = GRADES[v.grades.after[i]];
    const isAfter = this.state.isAfter && v.after.isChanged(i);
    const shown = this.state.isAfter ? after : before;
    this.element.dataset.id = v.id(i);
    const place = [v.words("commune", i) && say("commune", { name: v.words("commune", i) }), v.words("province", i)].filter(Boolean).join(", ");
    this.head(this.state.isAfter && v.isGained(i) ? "gained" : shown, say("village") + (place ? " · " + place : ""), v.name(i));
    const grade = make("p", "grade");
    grade.append(this.badge(before, say.grade(before)));
    if (this.state.isAfter && after !== before) grade.append(" → ", this.badge(v.isGained(i) ? "gained" : after, say.grade(after)));
    this.element.append(grade);
    this.element.append(make("p", "why", this.sentence(isAfter ? v.after : v, i) || say("whyHidden")));
    if (isAfter) {
      this.row("gainedBy", this.link(v.after.words("gained_by", i)));
      this.row("whyNot", word("whyNot", v.after.words("why_not", i)));
    }
    const from = isAfter && v.after.words("best_site", i) ? v.after : v;
    this.row("bestSite", this.link(from.words("best_site", i)));
    if (from === v) this.row("operator", carriers(v.words("best_operator", i)));
    const level = from.number("signal_dbm", i);
    if (level !== null) this.row("level", number(level, 1) + " dBm");
    const probability = from.number("probability", i);
    if (probability !== null) this.row("probability", number(100 * probability, 1) + " %");
    this.row("operatorsHeard", carriers((isAfter && v.after.words("operators", i)) || v.words("operators", i)));
    this.row("technologies", v.words("technologies", i).split(";").join(", "));
    const households = v.number("households", i);
    if (households !== null) this.row("householdsOne", number(households));
    const population = v.number("population", i);
    if (population !== null) this.row("population", number(population));
    this.row("electricity", say.electricity(v.words("electricity", i)));
    const clusters = v.number("clusters", i);
    if (clusters !== null && !isAfter) {
      this.row("parts", say("partsOf", { n: number(v.number("clusters_covered", i) ?? 0), m: number(clusters) }));
    }
    this.row("confidence", word("confidence", v.words("confidence", i)));
    this.row("basis", word("basis", v.words("basis", i)));
    const remarks = v.words("notes", i).split(";").filter(Boolean).map((note) => word("notes", note));
    if (v.words("missing_tile", i)) remarks.push(say("missingTile", { tile: v.words("missing_tile", i) }));
    if (v.flag("synthetic", i)) remarks.push(say("synthetic"));
    this.row("remarks", remarks.join("; "));
    this.place(v, i);
  }

  sentence(part, i) {
    const own = part.words("reason_" + this.state.language, i);
    if (own) return own;
    const label = this.model.words.reason[part.words("reason", i)];
    return label ? capital(label[this.state.language]) + "." : "";
  }

  site(i) {
    const { say } = this;
    const { word, number, carriers } = say;
    const s = this.run.sites;
    this.element.dataset.id = s.id(i);
    this.head("site", say("site") + " · " + carriers(s.words("operator", i)), s.id(i));
    this.row("technologies", s.words("technologies", i).split(";").join(", "));
    if (s.words("band_mhz", i)) this.row("band", s.words("band_mhz", i).split(";").join(", ") + " MHz");
    if (s.number("mast_height_m", i) !== null) this.row("mast", number(s.number("mast_height_m", i)) + " m");
    if (s.words("azimuth_deg", i)) this.row("azimuths", s.words("azimuth_deg", i).split(";").map((d) => d + "°").join(", "));
    this.row("statusOf", word("status", s.words("status", i)));
    let served = 0;
    for (let j = 0; j < this.run.villages.count; j++) if (this.run.villages.words("best_site", j) === s.id(i)) served += 1;
    this.row("serves", say("servesVillages", { n: number(served) }));
    const remarks = ["shared", "confidential", "fibre", "synthetic"].filter((flag) => s.flag(flag, i)).map((flag) => say(flag));
    this.row("remarks", remarks.join("; "));
    this.place(s, i);
  }

  work(i) {
    const { say } = this;
    const { word, number, carriers } = say;
    const w = this.run.works;
    this.element.dataset.id = w.id(i);
    this.head(workKind(w, i), say("work", { rank: w.number("rank", i) ?? "" }), w.name(i));
    const kind = Object.keys(CODES.work).find((code) => w.words("option", i).startsWith(code));
    const gains = w.gains(i);
    if (!gains.length) this.element.append(make("p", "why", capital(say("relay")) + "."));
    this.row("whatIsBuilt", kind ? word("work", kind) : w.words("option", i));
    this.row("operator", carriers(w.words("operators", i)) || say("unassigned"));
    this.row("technologies", w.words("technologies", i).split(";").join(", "));
    if (w.words("bands_mhz", i)) this.row("band", w.words("bands_mhz", i).split(";").join(", ") + " MHz");
    if (w.number("mast_height_m", i) !== null) this.row("mast", number(w.number("mast_height_m", i)) + " m");
    if (w.words("azimuths_deg", i)) this.row("azimuths", w.words("azimuths_deg", i).split(";").map((d) => d + "°").join(", "));
    this.row("power", word("power", w.words("power", i)));
    this.row("cost", w.number("cost_vnd", i) === null ? say("costHidden") : say.money(w.number("cost_vnd", i)));
    if (w.number("households_gained", i) !== null) this.row("householdsOne", number(w.number("households_gained", i)));
    if (w.number("households_exclusive", i) !== null) this.row("exclusive", number(w.number("households_exclusive", i)));
    if (w.words("parent", i)) {
      const line = make("span");
      const facts = [word("link", w.words("link", i)), w.number("hop_km", i) === null ? "" : number(w.number("hop_km", i), 1) + " km",
        w.number("hop_band_ghz", i) === null ? "" : number(w.number("hop_band_ghz", i)) + " GHz"].filter(Boolean).join(", ");
      line.append(this.link(w.words("parent", i)), facts ? ` (${facts})` : "");
      this.row("parent", line);
    }
    if (w.number("hop_clearance_m", i) !== null) this.row("clearance", number(w.number("hop_clearance_m", i), 1) + " m");
    if (w.chain(i).length > 1) this.row("chain", this.links(w.chain(i)));
    if (gains.length) this.row("villagesGained", this.links(gains));
    if (w.flag("synthetic", i)) this.row("remarks", say("synthetic"));
    this.place(w, i);
  }

  place(points, i) {
    this.row("position", `${points.lat[i].toFixed(5)}, ${points.lon[i].toFixed(5)}`);
    this.row("identifier", points.id(i));
  }
}

/** An element with a class and a text. */
function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function capital(text) { return text.charAt(0).toUpperCase() + text.slice(1); }
