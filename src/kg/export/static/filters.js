"use strict";

/**
 * What the reader wants to see. Types and kinds are switched off by name; an article, days and a least
 * confidence narrow the rest. A thing that no text names (a province that the gazetteer puts above a town)
 * is shown with what stands in it.
 */
zhimai.Filters = class {
  static KINDS = ["asserted", "planned", "possible", "negated", "quoted"];
  static #NOTHING = { report: null, from: "", to: "", confidence: 0, connected: false };

  #graph;
  #reports;
  #off = new Set(); // names of types, kinds and predicates
  #limits = { ...zhimai.Filters.#NOTHING };
  #listeners = [];
  #shown = null;

  /** @param {zhimai.Graph} graph @param {Report[]} reports */
  constructor(graph, reports) {
    this.#graph = graph;
    this.#reports = reports;
  }

  /** @param {() => void} listener called after each change */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** @param {string} name of a type, kind or predicate */
  isOff(name) {
    return this.#off.has(name);
  }

  toggle(name) {
    if (!this.#off.delete(name)) this.#off.add(name);
    this.#changed();
  }

  get limits() {
    return { ...this.#limits };
  }

  /** @param {Partial<{report: number | null, from: string, to: string, confidence: number, connected: boolean}>} limits */
  limit(limits) {
    Object.assign(this.#limits, limits);
    this.#changed();
  }

  reset() {
    this.#off.clear();
    this.#limits = { ...zhimai.Filters.#NOTHING };
    this.#changed();
  }

  get active() {
    const limits = Object.entries(zhimai.Filters.#NOTHING).filter(([name, value]) => this.#limits[name] !== value);
    return this.#off.size + limits.length;
  }

  /** Ids of the entities and statements that pass. @returns {{entities: Set<string>, statements: Set<number>}} */
  shown() {
    if (this.#shown?.version !== this.#graph.version) {
      this.#shown = { ...this.#admitted(), version: this.#graph.version };
    }
    return this.#shown;
  }

  /** The state as pairs for an address, without what is as usual. */
  toEntries() {
    const limits = Object.entries(this.#limits).filter(([name, value]) => value !== zhimai.Filters.#NOTHING[name]);
    const off = this.#off.size ? [["off", [...this.#off].sort().join(",")]] : [];
    return [...off, ...limits.map(([name, value]) => [name, String(value === true ? 1 : value)])];
  }

  /** @param {Map<string, string>} entries as `toEntries` gives them; what makes no sense is left out */
  fromEntries(entries) {
    const known = [...zhimai.Words.names("type"), ...zhimai.Words.names("predicate"), ...zhimai.Filters.KINDS];
    const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? "") ? text : "");
    const report = Number.parseInt(entries.get("report") ?? "", 10);
    const confidence = Number.parseFloat(entries.get("confidence") ?? "0");
    this.#off = new Set((entries.get("off") ?? "").split(",").filter((name) => known.includes(name)));
    this.#limits = {
      report: this.#reports[report] ? report : null,
      from: day(entries.get("from")),
      to: day(entries.get("to")),
      confidence: confidence > 0 && confidence <= 1 ? confidence : 0,
      connected: entries.has("connected"),
    };
    this.#changed();
  }

  #changed() {
    this.#shown = null;
    this.#listeners.forEach((listener) => listener());
  }

  #admitted() {
    const entities = new Set(this.#graph.entities.filter((entity) => this.#admitsEntity(entity)).map(({ id }) => id));
    for (const entity of this.#graph.entities) {
      if (!entity.reports.length && this.#admitsUnnamed(entity, entities)) entities.add(entity.id);
    }
    const passing = this.#graph.statements.filter(
      (one) => entities.has(one.subject) && entities.has(one.object) && this.#admitsStatement(one),
    );
    const statements = new Set(passing.map(({ id }) => id));
    if (!this.#limits.connected) return { entities, statements };
    return { entities: new Set(passing.flatMap(({ subject, object }) => [subject, object])), statements };
  }

  #admitsEntity({ type, reports }) {
    if (this.#off.has(type)) return false;
    return reports.length ? this.#admitsReports(reports) : !this.#narrowed;
  }

  #admitsUnnamed({ id, type }, admitted) {
    return !this.#off.has(type) && this.#graph.neighbours(id).some((other) => admitted.has(other));
  }

  #admitsStatement({ kind, predicate, confidence, attributedTo, reports }) {
    if (this.#off.has(kind) || this.#off.has(predicate) || confidence < this.#limits.confidence) return false;
    if (attributedTo && this.#off.has("quoted")) return false;
    return !reports.length || this.#admitsReports(reports);
  }

  /** Whether articles are chosen at all. */
  get #narrowed() {
    const { report, from, to } = this.#limits;
    return report !== null || from !== "" || to !== "";
  }

  #admitsReports(numbers) {
    if (!this.#narrowed) return true;
    const { report, from, to } = this.#limits;
    return numbers.some((number) => {
      const { date = "" } = this.#reports[number];
      const inTime = (!from || date >= from) && (!to || (date && date <= to));
      return inTime && (report === null || report === number);
    });
  }
};
