"use strict";

/**
 * @typedef {{headline: string, date?: string, outlet?: string, source: string}} Report an article as it is cited
 * @typedef {{text: string, number: number, report: number, confidence?: number, subject: number[][],
 *   object: number[][], trigger: number[][]}} Quotation ranges count code points of the text
 * @typedef {{text: string | null, number: number, marks: [string, number, number][]}} Passage
 * @typedef {{entity: Entity, name: string}} Hit `name`: the one that matched
 */

/**
 * Where the graph comes from: here the JSON that stands in the page. A server can take its place with an
 * object of the same methods; what they promise is all that the rest of the page asks for.
 */
zhimai.EmbeddedSource = class {
  #raw;
  #graph;
  #index;

  /** @param {zhimai.Graph} graph is filled from the page at once */
  constructor(graph) {
    this.#raw = JSON.parse(document.getElementById("data").textContent);
    this.#graph = graph;
    const nothing = { names: [], identifiers: [], sameAs: [], reports: [], subtype: "" };
    const entities = this.#raw.entities.map((entity) => ({ ...nothing, ...entity }));
    const statements = this.#raw.statements.map((statement) => ({ ...statement, reports: this.#reportsOf(statement) }));
    graph.add(entities, statements);
  }

  /** What is drawn at first, and how; communities as lists of ids, the largest first. */
  overview() {
    const { drawn, entities, communities } = this.#raw;
    return { ...drawn, communities: communities.map((group) => group.map((number) => entities[number].id)) };
  }

  /** How large the whole graph is. */
  counts() {
    const { entities, statements, reports } = this.#raw;
    return { entities: entities.length, statements: statements.length, reports: reports.length };
  }

  /** Every article, in the order of the sources. @returns {Report[]} */
  reports() {
    return this.#raw.reports;
  }

  /** Entities of whose names one contains the text: the whole name first, then its beginning, then the weightier. */
  async search(text, most) {
    const query = zhimai.EmbeddedSource.#folded(text);
    if (!query) return [];
    const found = [];
    for (const { entity, keys } of this.#names()) {
      let best = null;
      for (const { name, key } of keys) {
        const distance = zhimai.EmbeddedSource.#distance(key, query);
        if (distance !== null && (best === null || distance < best.distance)) best = { entity, name, distance };
      }
      if (best) found.push(best);
    }
    found.sort((a, b) => a.distance - b.distance || this.#graph.compare(a.entity, b.entity));
    return found.slice(0, most);
  }

  /** Brings an entity's neighbours and statements into the graph. */
  async neighbourhood(id) {
    return this.#graph.statementsOf(id);
  }

  /** The sentences that say a statement. @returns {Promise<Quotation[]>} */
  async evidence(id) {
    return (this.#graph.statement(id).evidence ?? []).map((quotation) => this.#quoted(quotation));
  }

  /** Figures, events and the life of an entity, each with its sentences. */
  async facts(id) {
    const { figures = [], events = [], life = [] } = this.#graph.entity(id);
    const withOne = (fact) => ({ ...fact, evidence: [this.#quoted(fact.quotation)] });
    const withSeveral = (step) => ({ ...step, evidence: (step.evidence ?? []).map((each) => this.#quoted(each)) });
    return { figures: figures.map(withOne), events: events.map(withOne), life: life.map(withSeveral) };
  }

  /** An article's paragraphs, the headline first. @returns {Promise<Passage[][]>} */
  async article(number) {
    const paragraphs = new Map();
    this.#raw.sentences.forEach(({ report, paragraph, text = null, marks = [] }, place) => {
      if (report !== number) return;
      const named = marks.map(([entity, start, end]) => [this.#raw.entities[entity].id, start, end]);
      if (!paragraphs.has(paragraph)) paragraphs.set(paragraph, []);
      paragraphs.get(paragraph).push({ text, number: place, marks: named });
    });
    return [...paragraphs.values()];
  }

  #quoted({ sentence, ...ranges }) {
    const { text, report } = this.#raw.sentences[sentence];
    return { subject: [], object: [], trigger: [], ...ranges, text, report, number: sentence };
  }

  #reportsOf({ evidence = [] }) {
    return [...new Set(evidence.map(({ sentence }) => this.#raw.sentences[sentence].report))];
  }

  #names() {
    this.#index ??= this.#graph.entities.map((entity) => ({
      entity,
      keys: [entity.label, ...entity.names].map((name) => ({ name, key: zhimai.EmbeddedSource.#folded(name) })),
    }));
    return this.#index;
  }

  /** Names compare without width, case, title marks and spaces. */
  static #folded(name) {
    return name.normalize("NFKC").toLowerCase().replace(/[《》<>\s]/g, "");
  }

  /** 0: the whole name, 1: its beginning, 2: within it; null: no match. */
  static #distance(key, query) {
    const at = key.indexOf(query);
    if (at < 0) return null;
    return key === query ? 0 : at === 0 ? 1 : 2;
  }
};
