"use strict";

// The panel beside the picture: an entity with all that is said of it, or one statement.
class Panel {
  static #AT_FIRST = 12; // statements of a group shown before "more"

  #root = Dom.byId("panel");
  #goTo;
  #onClose;
  #shown = null; // {entity} or {statement}, to draw it again in the other language

  /** `goTo(id)` shows another entity; `onClose()` is called when the reader closes the panel. */
  constructor(goTo, onClose) {
    this.#goTo = goTo;
    this.#onClose = onClose;
  }

  get isOpen() {
    return this.#shown !== null;
  }

  close() {
    this.#shown = null;
    this.#root.hidden = true;
  }

  showEntity(id) {
    const entity = Data.byId.get(id);
    this.#show({ entity: id }, [
      Panel.#kind(entity),
      Dom.element("h2", entity.label),
      Panel.#particulars(entity),
      ...this.#relations(entity),
      ...Panel.#facts("figures", entity),
      ...Panel.#facts("events", entity),
      ...Panel.#reports(entity),
    ]);
  }

  showStatement(id) {
    const statement = Data.statement.get(id);
    const sure = `${Words.word("confidence")} ${Words.percent(statement.confidence)}`;
    const arrow = Data.labels.symmetric.includes(statement.predicate) ? "↕" : "↓";
    const name = (entity) =>
      Dom.onClick(Dom.element("button.link", Data.byId.get(entity).label), () => this.#goTo(entity));
    this.#show({ statement: id }, [
      Dom.element("p.kind", Words.joined([Words.word("statement"), sure]), Panel.#badge(statement)),
      Dom.element(
        "p.triple",
        name(statement.subject),
        Dom.element("span.predicate", `${arrow} ${Words.label("predicate", statement.predicate)}`),
        name(statement.object),
      ),
      Panel.#evidence(statement),
    ]);
  }

  relabel() {
    this.#root.setAttribute("aria-label", Words.word("panel"));
    if (this.#shown?.entity) this.showEntity(this.#shown.entity);
    else if (this.#shown) this.showStatement(this.#shown.statement);
  }

  #show(shown, content) {
    const again = JSON.stringify(shown) === JSON.stringify(this.#shown);
    this.#shown = shown;
    const close = Dom.onClick(Dom.element("button.close", "×"), () => this.#onClose());
    close.setAttribute("aria-label", Words.word("close"));
    this.#root.replaceChildren(close, ...content);
    this.#root.hidden = false;
    if (!again) this.#root.scrollTop = 0;
  }

  static #kind(entity) {
    const words = [Words.label("type", entity.type), Words.label("subtype", entity.subtype)];
    const mentions = entity.weight ? Words.count(entity.weight, "mentions") : "";
    return Dom.element(
      "p.kind",
      Dom.withHue(Dom.element("span.dot"), entity.type),
      Words.joined([...words, mentions]),
    );
  }

  static #particulars(entity) {
    const rows = [
      ["names", entity.names.join("、")],
      ["identifiers", entity.identifiers.join("、")],
      ["life", entity.life.map((step) => Dom.element("div", Panel.#step(step)))],
      ["links", entity.sameAs.map((address) => Dom.element("div", Dom.link(address)))],
    ];
    const filled = rows.filter(([, value]) => value.length);
    return Dom.element(
      "dl",
      filled.flatMap(([key, value]) => [Dom.element("dt", Words.word(key)), Dom.element("dd", value)]),
    );
  }

  /** A status of a policy: 施行 2026-01-01 – 2030-12-31, 计划. */
  static #step({ status, modality, start, until }) {
    const days = until ? `${start ?? ""} – ${until}`.trim() : start;
    const words = [`${Words.label("status", status)} ${days ?? ""}`.trim()];
    return Words.joined([...words, modality === "asserted" ? "" : Words.word(modality)]);
  }

  #relations(entity) {
    const statements = Data.statementsOf(entity.id);
    const title = Dom.element("h3", Words.word("relations"));
    if (!statements.length) return [title, Dom.element("p.quiet", Words.word("noStatements"))];
    return [title, ...this.#groups(entity, statements).flat()];
  }

  /** Statements by predicate and direction, in the ontology's order. */
  #groups(entity, statements) {
    const groups = [];
    for (const predicate of Object.keys(Data.labels.predicate)) {
      const symmetric = Data.labels.symmetric.includes(predicate);
      const same = statements.filter((s) => s.predicate === predicate);
      const outward = same.filter((s) => symmetric || s.subject === entity.id);
      const inward = same.filter((s) => !outward.includes(s));
      if (outward.length) groups.push(this.#group(Words.label("predicate", predicate), outward, entity.id));
      if (inward.length) groups.push(this.#group(Words.label("inverse", predicate), inward, entity.id));
    }
    return groups;
  }

  #group(title, statements, id) {
    const list = Dom.element("ul");
    const rows = statements.map((statement) => this.#row(statement, id));
    list.append(...rows.slice(0, Panel.#AT_FIRST));
    const rest = rows.slice(Panel.#AT_FIRST);
    if (rest.length) {
      const more = Dom.element("li", Dom.element("button.go", `${Words.word("more")} ${rest.length}`));
      Dom.onClick(more, () => more.replaceWith(...rest));
      list.append(more);
    }
    return [Dom.element("h4", title), list];
  }

  /** A statement under one of its ends: the other end's name; its sentences unfold beneath. */
  #row(statement, id) {
    const other = Data.byId.get(statement.subject === id ? statement.object : statement.subject);
    const button = Dom.element(
      "button.statement",
      Dom.withHue(Dom.element("span.dot"), other.type),
      Dom.element(
        "span.name",
        other.label,
        statement.role ? Dom.element("span.role", statement.role) : null,
        Panel.#badge(statement),
      ),
      Dom.element("span.confidence", Words.percent(statement.confidence)),
    );
    button.dataset.statement = statement.id;
    button.setAttribute("aria-expanded", "false");
    const row = Dom.element("li", button);
    return Dom.onClick(row, (event) => {
      if (!event.target.closest(".statement")) return;
      const open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      if (open) row.lastChild.remove();
      else row.append(this.#unfolded(statement, other));
    });
  }

  #unfolded(statement, other) {
    const evidence = Panel.#evidence(statement);
    const go = Dom.element("button.go", `${Words.word("goTo")} ${other.label} →`);
    evidence.append(Dom.onClick(go, () => this.#goTo(other.id)));
    return evidence;
  }

  static #badge({ kind }) {
    return kind === "asserted" ? null : Dom.withHue(Dom.element("span.badge", Words.word(kind)), kind);
  }

  static #evidence(statement) {
    const quotations = statement.evidence.map((quotation) => Panel.#quotation(quotation));
    if (!quotations.length) quotations.push(Dom.element("p.quiet", Words.word("gazetteer")));
    const speaker = Data.byId.get(statement.attributedTo);
    const said = speaker && Dom.element("p.quiet", `${Words.word("attributedTo")} ${speaker.label}`);
    return Dom.element("div.evidence", quotations.flat(), said);
  }

  static #quotation(quotation) {
    const { text, report } = Data.sentences[quotation.sentence];
    const { headline, date, outlet } = Data.reports[report];
    const sure = quotation.confidence && `${Words.word("confidence")} ${Words.percent(quotation.confidence)}`;
    return [
      Dom.element("blockquote", Panel.#marked(text, quotation)),
      Dom.element("p.source", Words.joined([headline, outlet, date, sure])),
    ];
  }

  /** The sentence in pieces; where ranges overlap, the shorter stands on the longer. */
  static #marked(text, quotation) {
    const characters = Array.from(text); // ranges count code points, strings here UTF-16 units
    const roles = new Array(characters.length).fill("");
    const ranges = ["subject", "object", "trigger"].flatMap((role) =>
      quotation[role].map(([start, end]) => ({ role, start, end })),
    );
    ranges.sort((a, b) => b.end - b.start - (a.end - a.start));
    ranges.forEach(({ role, start, end }) => roles.fill(role, start, end));
    const pieces = [];
    for (let start = 0, end; start < characters.length; start = end) {
      for (end = start + 1; end < characters.length && roles[end] === roles[start]; end += 1);
      const piece = characters.slice(start, end).join("");
      pieces.push(roles[start] ? Dom.element(`mark.${roles[start]}`, piece) : piece);
    }
    return pieces;
  }

  static #facts(key, entity) {
    if (!entity[key].length) return [];
    const rows = entity[key].map((fact) => {
      const details = Dom.element("details", Dom.element("summary", Dom.element("b", fact.value), ` ${fact.what}`));
      details.append(Dom.element("div.evidence", Panel.#quotation(fact.quotation)));
      return Dom.element("li", details);
    });
    return [Dom.element("h3", Words.word(key)), Dom.element("ul.facts", rows)];
  }

  static #reports(entity) {
    if (!entity.reports.length) return [];
    const rows = entity.reports.map((number) => {
      const report = Data.reports[number];
      const where = Words.joined([report.outlet, report.date, report.source]);
      return Dom.element("li.report", report.headline, Dom.element("div.quiet", where));
    });
    return [Dom.element("h3", Words.word("occursIn")), Dom.element("ul", rows)];
  }
}
