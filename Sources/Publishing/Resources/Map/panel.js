// The panel beside the map: title, switches, search, counts, layers, lists, notes.

const LAYERS = ["sites", "works", "links", "footprints", "raster", "names"];
const LAYER_ICONS = { sites: "site", works: "work", links: "link", footprints: "footprint", raster: "raster", names: "names" };
const RESULTS_SHOWN = 12;
const LIST_SHOWN = 300;

class Panel {
  constructor(model, state, actions) {
    Object.assign(this, { model, state, actions, results: [], active: -1 });
    const find = (id) => document.getElementById(id);
    this.part = Object.fromEntries(
      ["languages", "title", "facts", "made-up", "scenario-part", "scenario", "time-part", "times", "plan-facts", "search", "results", "found",
        "grades", "layers", "shades", "works-part", "works-title", "works", "dead-part", "dead-title", "dead", "scope", "sources", "keys",
      ].map((id) => [id, find(id)]));
    for (const button of this.part.languages.children) button.addEventListener("click", () => actions.language(button.dataset.language));
    this.part.scenario.addEventListener("change", () => actions.run(Number(this.part.scenario.value)));
    for (const radio of this.part.times.querySelectorAll("input")) {
      radio.addEventListener("change", () => actions.time(radio.value === "after"));
    }
    const input = this.part.search;
    input.addEventListener("input", () => this.find());
    input.addEventListener("focus", () => { if (input.value) this.find(); });
    input.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("click", (event) => { if (!event.target.closest(".search")) this.showResults(false); });
  }

  get run() { return this.model.runs[this.state.run]; }

  /** Fills in everything, in the language of the page. */
  render(say) {
    this.say = say;
    const { model, state, part, run } = this;
    document.documentElement.lang = state.language;
    document.title = `${run.project} · PhuSong`;
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = say(element.dataset.t);
    part.languages.setAttribute("aria-label", say("language"));
    for (const button of part.languages.children) {
      button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
    }
    part.title.textContent = run.project;
    part.facts.textContent = say("facts", { date: say.date(run.asOf), rule: run.rule });
    part["made-up"].hidden = !run.synthetic;
    part["made-up"].replaceChildren();
    if (run.synthetic) part["made-up"].append(make("summary", "", say("madeUp")), make("p", "", run.synthetic[state.language]));
    part["scenario-part"].hidden = model.runs.length < 2;
    part.scenario.replaceChildren(...model.runs.map((each, i) => {
      const option = make("option", "", each.name);
      option.value = String(i);
      option.selected = i === state.run;
      return option;
    }));
    part["time-part"].hidden = !run.plan;
    part.times.setAttribute("aria-label", say("time"));
    for (const radio of part.times.querySelectorAll("input")) radio.checked = (radio.value === "after") === state.isAfter;
    part["plan-facts"].textContent = run.plan ? this.planFacts() : "";
    this.renderGrades();
    this.renderLayers();
    this.renderLists();
    this.renderNotes();
    if (!part.results.hidden) this.find();
  }

  planFacts() {
    const { say, run } = this;
    const facts = [say("planFacts", { n: say.number(run.works ? run.works.count : 0) })];
    if (typeof run.plan.costVND === "number") facts.push(say("planCost", { cost: say.money(run.plan.costVND) }));
    const status = "status_" + run.plan.status;
    if (WORDS[status]) facts.push(say(status));
    return capital(facts.join(" · "));
  }

  /** Counts by grade, which are legend and switches as well. */
  renderGrades() {
    const { say, run, state } = this;
    const grades = run.villages.grades[state.isAfter ? "after" : "before"];
    const counts = Object.fromEntries(GRADES.map((grade) => [grade, { villages: 0, households: 0 }]));
    const gained = { villages: 0, households: 0 };
    for (let i = 0; i < run.villages.count; i++) {
      const households = run.villages.number("households", i) || 0;
      const count = counts[GRADES[grades[i]]];
      count.villages += 1;
      count.households += households;
      if (run.villages.isGained(i)) {
        gained.villages += 1;
        gained.households += households;
      }
    }
    const body = this.part.grades.tBodies[0];
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.grade : null;
    body.replaceChildren();
    for (const grade of GRADES) {
      const row = body.insertRow();
      row.dataset.grade = grade;
      row.dataset.count = counts[grade].villages;
      const label = make("label");
      const box = make("input");
      box.type = "checkbox";
      box.checked = state.grades[grade];
      box.dataset.grade = grade;
      box.addEventListener("change", () => this.actions.grade(grade, box.checked));
      label.append(box, icon(grade), make("span", "", capital(say.grade(grade))));
      const head = make("th");
      head.scope = "row";
      head.append(label);
      row.append(head, make("td", "n count", say.number(counts[grade].villages)), make("td", "n", say.number(counts[grade].households)));
      if (focused === grade) box.focus();
    }
    if (state.isAfter && gained.villages) {
      const row = body.insertRow();
      row.className = "of-which";
      row.dataset.gained = gained.villages;
      const head = make("th");
      head.scope = "row";
      const label = make("span", "label");
      label.append(icon("gained"), make("span", "", say("gained")));
      head.append(label);
      row.append(head, make("td", "n", say.number(gained.villages)), make("td", "n", say.number(gained.households)));
    }
    const total = body.insertRow();
    total.className = "total";
    const sum = (field) => GRADES.reduce((all, grade) => all + counts[grade][field], 0);
    const head = make("th", "", say("total"));
    head.scope = "row";
    total.append(head, make("td", "n", say.number(sum("villages"))), make("td", "n", say.number(sum("households"))));
  }

  renderLayers() {
    const { say, run, state, model } = this;
    const sizes = { sites: run.sites.count, works: run.works ? run.works.count : 0, footprints: run.footprints.length };
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.layer : null;
    this.part.layers.replaceChildren();
    for (const layer of LAYERS) {
      if (layer in sizes && sizes[layer] === 0) continue;
      if (layer === "links" && !this.hasLinks()) continue;
      if (layer === "raster" && !model.raster) continue;
      const isPlan = layer === "works" || layer === "links";
      const label = make("label", isPlan && !state.isAfter ? "off" : "");
      const box = make("input");
      box.type = "checkbox";
      box.checked = state.layers[layer];
      box.disabled = isPlan && !state.isAfter;
      box.dataset.layer = layer;
      box.addEventListener("change", () => this.actions.layer(layer, box.checked));
      label.append(box, icon(LAYER_ICONS[layer]), make("span", "", say(layer)));
      let second = null;
      if (layer === "works") {
        const works = [...Array(run.works.count).keys()];
        const open = works.filter((i) => workKind(run.works, i) === "upgrade").length;
        if (open > 0) second = ["upgrade", "upgrades", open];
      }
      if (layer in sizes) label.append(make("span", "size", say.number(sizes[layer])));
      const item = make("li");
      item.append(label);
      this.part.layers.append(item);
      if (second) {
        const [kind, word, count] = second;
        const row = make("span", "label of-which" + (state.isAfter ? "" : " off"));
        row.append(icon(kind), make("span", "", say(word)), make("span", "size", say.number(count)));
        item.append(row);
      }
      if (focused === layer) box.focus();
    }
    this.part.shades.hidden = !(model.raster && state.layers.raster);
    if (!model.raster) return;
    const { shades } = model.raster;
    const bar = make("div", "bar");
    for (const shade of shades) {
      const step = make("span", "", say.number(shade.fromDBm));
      step.style.borderTopColor = shade.color;
      bar.append(step);
    }
    this.part.shades.replaceChildren(
      make("p", "aside", say("rasterOf")), bar, make("p", "aside", say("rasterNote", { low: say.number(shades[0].fromDBm) })));
  }

  hasLinks() {
    const { works } = this.run;
    if (!works) return false;
    for (let i = 0; i < works.count; i++) if (works.words("parent", i)) return true;
    return false;
  }

  /** Lists for those who go by the keyboard, and for those who read rather than point. */
  renderLists() {
    const { say, run, state, part } = this;
    part["works-part"].hidden = !run.works || run.works.count === 0 || !state.isAfter;
    part.works.replaceChildren();
    if (run.works) {
      part["works-title"].textContent = say("worksTitle", { n: say.number(run.works.count) });
      const order = [...Array(run.works.count).keys()].sort((a, b) => run.works.number("rank", a) - run.works.number("rank", b));
      for (const i of order) part.works.append(this.item({ kind: "work", i }, run.works.name(i), this.workNote(i)));
    }
    const grades = run.villages.grades[state.isAfter ? "after" : "before"];
    const dead = [];
    for (let i = 0; i < run.villages.count; i++) if (grades[i] === 1 || grades[i] === 2) dead.push(i);
    dead.sort((a, b) => grades[b] - grades[a] || (run.villages.number("households", b) || 0) - (run.villages.number("households", a) || 0));
    part["dead-title"].textContent = say("deadTitle", { n: say.number(dead.length) });
    part["dead-part"].hidden = dead.length === 0;
    part.dead.replaceChildren(...dead.slice(0, LIST_SHOWN).map((i) =>
      this.item({ kind: "village", i }, run.villages.name(i), run.villages.words("commune", i), GRADES[grades[i]])));
    if (dead.length > LIST_SHOWN) part.dead.append(make("li", "aside", say("deadRest", { n: say.number(dead.length - LIST_SHOWN) })));
  }

  workNote(i) {
    const cost = this.run.works.number("cost_vnd", i);
    const households = this.run.works.number("households_gained", i);
    return [households === null ? "" : `${this.say.number(households)} ${this.say("households").toLowerCase()}`,
      cost === null ? "" : this.say.money(cost)].filter(Boolean).join(" · ");
  }

  item(target, name, note, kind) {
    const item = make("li");
    const button = make("button", "entry");
    button.type = "button";
    if (kind) button.append(icon(kind, 15));
    button.append(make("span", "name", name), make("span", "note", note));
    button.addEventListener("click", () => this.actions.choose(target));
    item.append(button);
    return item;
  }

  renderNotes() {
    const { say, model, run, part } = this;
    const scope = [];
    if (model.forOperator) scope.push(say("scopeOne", { operator: model.words.operators[model.forOperator] || model.forOperator }));
    else scope.push(say("scopeAll"));
    if (model.includesConfidential) scope.push(say("scopeConfidential"));
    if (run.sitesWithheld) scope.push(say("withheld", { n: say.number(run.sitesWithheld) }));
    if (run.worksWithheld) scope.push(say("worksWithheld", { n: say.number(run.worksWithheld) }));
    part.scope.textContent = scope.join(" ");
    part.sources.textContent = [model.outlines.source ? say("outlines", { source: model.outlines.source }) : "",
      say("hash", { hash: run.inputHash.slice(0, 12) })].filter(Boolean).join(" ");
    part.keys.replaceChildren(...["keyTab", "keyArrows", "keyZoom", "keyEnter", "keyEscape"].map((key) => make("li", "", say(key))));
  }

  // Search ------------------------------------------------------------------------------------------------------------------------------------

  find() {
    const { part, say } = this;
    const all = search(this.run, part.search.value);
    this.results = all.slice(0, RESULTS_SHOWN);
    this.active = this.results.length ? 0 : -1;
    part.results.replaceChildren(...this.results.map((result, i) => this.option(result, i)));
    const hasQuery = part.search.value.trim() !== "";
    part.found.textContent = !hasQuery ? "" : all.length === 0 ? say("foundNone")
      : all.length > this.results.length ? say("foundMore", { n: say.number(all.length), m: say.number(this.results.length) })
        : say("found", { n: say.number(all.length) });
    this.showResults(this.results.length > 0);
    this.mark();
  }

  option(result, i) {
    const { run, state } = this;
    const points = { village: run.villages, work: run.works, site: run.sites }[result.kind];
    const grade = result.kind === "village" ? GRADES[run.villages.grades[state.isAfter ? "after" : "before"][result.i]] : result.kind;
    const note = result.kind === "village"
      ? [points.words("commune", result.i), points.words("province", result.i)].filter(Boolean).join(", ")
      : result.kind === "site" ? this.say.carriers(points.words("operator", result.i)) : this.say("work", { rank: points.number("rank", result.i) ?? "" });
    const option = make("li");
    option.id = `result-${i}`;
    option.setAttribute("role", "option");
    option.append(icon(grade === "work" ? workKind(points, result.i) : grade, 16), make("span", "name", points.name(result.i)), make("span", "note", note));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => this.open(i));
    return option;
  }

  key(event) {
    const last = this.results.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.part.results.hidden) this.find();
      else this.active = event.key === "ArrowDown" ? Math.min(last, this.active + 1) : Math.max(0, this.active - 1);
      this.mark();
    } else if (event.key === "Enter" && this.active >= 0 && !this.part.results.hidden) {
      event.preventDefault();
      this.open(this.active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (!this.part.results.hidden) this.showResults(false);
      else if (this.part.search.value) { this.part.search.value = ""; this.find(); }
      else this.actions.close();
    }
  }

  mark() {
    const { part } = this;
    [...part.results.children].forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === this.active));
      if (i === this.active) option.scrollIntoView({ block: "nearest" });
    });
    if (this.active >= 0 && !part.results.hidden) part.search.setAttribute("aria-activedescendant", `result-${this.active}`);
    else part.search.removeAttribute("aria-activedescendant");
  }

  open(i) {
    const { kind, i: position } = this.results[i];
    this.showResults(false);
    this.actions.choose({ kind, i: position });
  }

  showResults(isShown) {
    this.part.results.hidden = !isShown;
    this.part.search.setAttribute("aria-expanded", String(isShown));
    if (!isShown) this.part.search.removeAttribute("aria-activedescendant");
  }
}
