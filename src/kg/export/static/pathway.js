"use strict";

/** The path between two entities: two fields, and the statements of the shortest chain with their sentences. */
zhimai.Pathway = class {
  #panel;
  #source;
  #graph;
  #filters;
  #onChange;
  #ends = [null, null];

  /**
   * @param {zhimai.Panel} panel shows it @param {zhimai.EmbeddedSource} source @param {zhimai.Graph} graph
   * @param {zhimai.Filters} filters
   * @param {(ends: (string | null)[], path: ReturnType<typeof zhimai.shortestPath>) => void} onChange
   */
  constructor(panel, source, graph, filters, onChange) {
    this.#panel = panel;
    this.#source = source;
    this.#graph = graph;
    this.#filters = filters;
    this.#onChange = onChange;
  }

  /** @param {string | null} from @param {string | null} to ids */
  async open(from = null, to = null) {
    const { Dom, Words } = zhimai;
    this.#ends = [from, to];
    const complete = from !== null && to !== null;
    const path = complete ? zhimai.shortestPath(this.#graph, this.#filters.shown().statements, from, to) : null;
    const result = complete ? await this.#result(path) : Dom.element("p.quiet", Words.word("pathHint"));
    const fields = [this.#field(0, "pathFrom"), this.#field(1, "pathTo")];
    this.#panel.show(`path ${from} ${to}`, () => void this.open(...this.#ends), [
      Dom.element("p.kind", Words.word("path")),
      ...fields,
      result,
    ]);
    if (complete) Dom.announce(path ? Words.count(path.statements.length, "steps") : Words.word("noPath"));
    else fields[from === null ? 0 : 1].querySelector("input").focus();
    this.#onChange(this.#ends, path);
  }

  #field(place, key) {
    const elements = zhimai.Picker.elements(`path-${place}`, zhimai.Words.word(key));
    const picker = new zhimai.Picker(elements, this.#source, (id) => {
      const ends = [...this.#ends];
      ends[place] = id;
      this.open(...ends);
    });
    if (this.#ends[place] !== null) picker.fill(this.#graph.entity(this.#ends[place]).label);
    return elements.field;
  }

  async #result(path) {
    const { Dom, Words } = zhimai;
    if (!path) return Dom.element("p.quiet", Words.word("noPath"));
    const steps = await Promise.all(path.statements.map((statement, place) => this.#step(statement, path.entities[place])));
    return Dom.element("ol.path", Dom.element("li", this.#panel.name(path.entities[0])), steps);
  }

  /** One edge as it is met on the way from `id`, with its sentences. */
  async #step(statement, id) {
    const { Dom, Words } = zhimai;
    const forwards = statement.subject === id;
    const word = Words.label(forwards ? "predicate" : "inverse", statement.predicate);
    const said = this.#panel.quotations.list(await this.#source.evidence(statement.id));
    const evidence = said.length ? said : [Dom.element("p.quiet", Words.word("gazetteer"))];
    return Dom.element(
      "li",
      Dom.element("p.predicate", `↓ ${word}`, zhimai.Facts.badge(statement.kind)),
      this.#panel.name(zhimai.Graph.otherEnd(statement, id)),
      Dom.element("div.evidence", evidence),
    );
  }
};
