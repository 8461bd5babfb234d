"use strict";

/** The panel beside the picture: an entity with all that is said of it, one statement, or a path. */
zhimai.Panel = class {
  static #AT_FIRST = 12; // statements of a group shown before "more"

  #root = zhimai.Dom.byId("panel");
  #source;
  #graph;
  #actions;
  #quotations;
  #facts;
  #redraw = null; // draws what is shown again, in the other language
  #shown = ""; // what that is
  #asked = 0;

  /**
   * @param {zhimai.EmbeddedSource} source @param {zhimai.Graph} graph
   * @param {{goTo: (id: string) => void, expand: (id: string) => void, pathFrom: (id: string) => void,
   *   undrawn: (id: string) => number, close: () => void}} actions
   */
  constructor(source, graph, actions) {
    this.#source = source;
    this.#graph = graph;
    this.#actions = actions;
    this.#quotations = new zhimai.Quotations(source);
    this.#facts = new zhimai.Facts(this.#quotations, graph, actions.goTo);
  }

  get isOpen() {
    return this.#redraw !== null;
  }

  get quotations() {
    return this.#quotations;
  }

  close() {
    this.#redraw = null;
    this.#shown = "";
    this.#asked += 1;
    this.#root.hidden = true;
  }

  focus() {
    this.#root.focus({ preventScroll: true });
  }

  /** @param {string} id */
  async showEntity(id) {
    const asked = (this.#asked += 1);
    const entity = this.#graph.entity(id);
    const [statements, facts] = await Promise.all([this.#source.neighbourhood(id), this.#source.facts(id)]);
    if (asked !== this.#asked) return; // something else was opened meanwhile
    this.show(`entity ${id}`, () => void this.showEntity(id), [
      zhimai.Panel.#kind(entity),
      zhimai.Dom.element("h2", entity.label),
      this.#tools(entity),
      this.#particulars(entity),
      ...this.#facts.life(facts.life),
      ...this.#relations(entity, statements),
      ...this.#facts.figures(facts.figures),
      ...this.#facts.events(facts.events, id),
      ...this.#reports(entity),
    ]);
  }

  /** @param {number} id */
  async showStatement(id) {
    const { Dom, Words } = zhimai;
    const asked = (this.#asked += 1);
    const statement = this.#graph.statement(id);
    const evidence = await this.#evidence(statement);
    if (asked !== this.#asked) return;
    const sure = `${Words.word("confidence")} ${Words.percent(statement.confidence)}`;
    const arrow = Words.isSymmetric(statement.predicate) ? "↕" : "↓";
    this.show(`statement ${id}`, () => void this.showStatement(id), [
      Dom.element("p.kind", Words.joined([Words.word("statement"), sure]), zhimai.Panel.#badges(statement)),
      Dom.element(
        "h2.triple",
        this.name(statement.subject),
        Dom.element("span.predicate", `${arrow} ${Words.label("predicate", statement.predicate)}`),
        this.name(statement.object),
      ),
      evidence,
    ]);
  }

  /** Shows `content`; `redraw` makes it anew in the other language. */
  show(what, redraw, content) {
    const again = what === this.#shown;
    const focused = this.#root.contains(document.activeElement); // what has the focus is about to go
    this.#shown = what;
    this.#redraw = redraw;
    const close = zhimai.Dom.onClick(zhimai.Dom.element("button.close", "×"), () => this.#actions.close());
    close.setAttribute("aria-label", zhimai.Words.word("close"));
    this.#root.replaceChildren(close, ...content);
    this.#root.hidden = false;
    if (!again) this.#root.scrollTop = 0;
    if (focused) this.focus();
  }

  relabel() {
    this.#root.setAttribute("aria-label", zhimai.Words.word("panel"));
    this.#redraw?.();
  }

  /** A button with an entity's name that goes there. */
  name(id) {
    const { Dom } = zhimai;
    return Dom.onClick(Dom.element("button.link", this.#graph.entity(id).label), () => this.#actions.goTo(id));
  }

  static #kind({ type, subtype, weight }) {
    const { Dom, Words } = zhimai;
    const words = [Words.label("type", type), Words.label("subtype", subtype)];
    const mentions = weight ? Words.count(weight, "mentions") : "";
    return Dom.element("p.kind", Dom.withHue(Dom.element("span.dot"), type), Words.joined([...words, mentions]));
  }

  #tools({ id }) {
    const { Dom, Words } = zhimai;
    const undrawn = this.#actions.undrawn(id);
    const more = `${Words.word("neighbours")} +${undrawn}`;
    const expand = undrawn && Dom.onClick(Dom.element("button.small", more), () => this.#actions.expand(id));
    if (expand) expand.dataset.action = "expand";
    const path = Dom.onClick(Dom.element("button.small", Words.word("pathFrom")), () => this.#actions.pathFrom(id));
    path.dataset.action = "path";
    return Dom.element("p.tools", expand || null, path);
  }

  #particulars({ type, names, identifiers, sameAs }) {
    const { Dom, Words } = zhimai;
    const rows = [
      ["names", names.join("、")],
      ...identifiers.map((identifier) => zhimai.Panel.#identifier(identifier, type)),
      ["links", sameAs.map((address) => Dom.element("div", zhimai.Panel.#link(address)))],
    ];
    const filled = rows.filter(([, value]) => value && value.length !== 0);
    return Dom.element(
      "dl",
      filled.flatMap(([key, value]) => [Dom.element("dt", Words.word(key)), Dom.element("dd", value)]),
    );
  }

  /** What numbers it, and the number: gb2260:320000 is 行政区划代码 320000. */
  static #identifier(identifier, type) {
    const [, scheme, code] = /^(gb2260|iso3166|stock|ror):(.+)$/.exec(identifier) ?? [];
    if (!scheme) return [type === "Policy" ? "documentNumber" : "identifiers", identifier];
    if (scheme === "ror" && /^0[a-z0-9]{8}$/.test(code)) return [scheme, zhimai.Dom.link(`https://ror.org/${code}`)];
    return [scheme, code];
  }

  static #link(address) {
    const [, item] = /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/.exec(address) ?? [];
    return zhimai.Dom.link(address, item && `Wikidata ${item}`);
  }

  #relations(entity, statements) {
    const { Dom, Words } = zhimai;
    const title = Dom.element("h3", Words.word("relations"));
    if (!statements.length) return [title, Dom.element("p.quiet", Words.word("noStatements"))];
    return [title, ...this.#groups(entity, statements).flat()];
  }

  /** Statements by predicate and direction, in the ontology's order. */
  #groups(entity, statements) {
    const { Words } = zhimai;
    const groups = [];
    for (const predicate of Words.names("predicate")) {
      const same = statements.filter((each) => each.predicate === predicate);
      const outward = same.filter((each) => Words.isSymmetric(predicate) || each.subject === entity.id);
      const inward = same.filter((each) => !outward.includes(each));
      if (outward.length) groups.push(this.#group(Words.label("predicate", predicate), outward, entity.id));
      if (inward.length) groups.push(this.#group(Words.label("inverse", predicate), inward, entity.id));
    }
    return groups;
  }

  #group(title, statements, id) {
    const { Dom, Words } = zhimai;
    const rows = (some) => some.map((statement) => this.#row(statement, id));
    const list = Dom.element("ul", rows(statements.slice(0, zhimai.Panel.#AT_FIRST)));
    const rest = statements.slice(zhimai.Panel.#AT_FIRST);
    if (rest.length) {
      const more = Dom.element("button.go", `${Words.word("more")} ${rest.length}`);
      const item = Dom.element("li", Dom.onClick(more, () => {
        const added = rows(rest);
        item.replaceWith(...added);
        added[0].querySelector("button").focus();
      }));
      list.append(item);
    }
    return [Dom.element("h4", title), list];
  }

  /** A statement under one of its ends: the other end's name; its sentences unfold beneath. */
  #row(statement, id) {
    const { Dom, Words } = zhimai;
    const other = this.#graph.entity(zhimai.Graph.otherEnd(statement, id));
    const role = statement.role ? Dom.element("span.role", statement.role) : null;
    const button = Dom.element(
      `button.statement.${statement.kind}`,
      Dom.withHue(Dom.element("span.dot"), other.type),
      Dom.element("span.name", Dom.element("span.label", other.label), role, zhimai.Panel.#badges(statement)),
      Dom.element("span.confidence", Words.percent(statement.confidence)),
    );
    button.dataset.statement = statement.id;
    button.setAttribute("aria-expanded", "false");
    const row = Dom.element("li", button);
    Dom.onClick(button, async () => {
      const open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      row.querySelector(".evidence")?.remove();
      if (!open) row.append(await this.#unfolded(statement, other));
    });
    return row;
  }

  async #unfolded(statement, other) {
    const { Dom, Words } = zhimai;
    const evidence = await this.#evidence(statement);
    const go = Dom.element("button.go.next", `${Words.word("goTo")} ${other.label} →`);
    evidence.append(Dom.onClick(go, () => this.#actions.goTo(other.id)));
    return evidence;
  }

  static #badges({ kind, attributedTo }) {
    return [zhimai.Facts.badge(kind), attributedTo ? zhimai.Facts.badge("quoted") : null];
  }

  async #evidence(statement) {
    const { Dom, Words } = zhimai;
    const quotations = this.#quotations.list(await this.#source.evidence(statement.id));
    if (!quotations.length) quotations.push(Dom.element("p.quiet", Words.word("gazetteer")));
    const speaker = this.#graph.entity(statement.attributedTo);
    const said = speaker && Dom.element("p.quiet", `${Words.word("attributedTo")} `, this.name(speaker.id));
    return Dom.element("div.evidence", quotations, said);
  }

  #reports({ id, reports }) {
    const { Dom, Words } = zhimai;
    if (!reports.length) return [];
    const rows = reports.map((number) => Dom.element("li.report", this.#quotations.article(number, { entity: id })));
    return [Dom.element("h3", Words.word("occursIn")), Dom.element("ul", rows)];
  }
};
