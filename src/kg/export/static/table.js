"use strict";

/** The graph as tables, for those who do not see the picture, or would rather read. Filters hold here too. */
zhimai.Table = class {
  static #AT_ONCE = 200; // rows; a button brings the next

  #root = zhimai.Dom.byId("table");
  #graph;
  #filters;
  #actions;
  #kind = "entities";
  #text = "";
  #sorted = { column: null, down: false };

  /** @param {{open: (id: string) => void, openStatement: (id: number) => void}} actions */
  constructor(graph, filters, actions) {
    this.#graph = graph;
    this.#filters = filters;
    this.#actions = actions;
    filters.onChange(() => this.isOpen && this.#fill());
  }

  get isOpen() {
    return !this.#root.hidden;
  }

  open() {
    this.#root.hidden = false;
    this.relabel();
    this.#root.querySelector("[aria-pressed=true]").focus();
  }

  close() {
    this.#root.hidden = true;
    zhimai.Dom.byId("open-table").focus();
  }

  relabel() {
    const { Dom, Words } = zhimai;
    this.#root.setAttribute("aria-label", Words.word("table"));
    if (!this.isOpen) return;
    const close = Dom.onClick(Dom.element("button.close", "×"), () => this.close());
    close.setAttribute("aria-label", Words.word("close"));
    const text = Dom.withAttributes(Dom.element("input"), { type: "search", "aria-label": Words.word("narrow") });
    text.placeholder = Words.word("narrow");
    text.value = this.#text;
    text.addEventListener("input", () => {
      this.#text = text.value.trim();
      this.#fill();
    });
    const tabs = ["entities", "statements"].map((kind) => this.#tab(kind));
    this.#root.replaceChildren(Dom.element("div.bar", tabs, text, close), Dom.element("div.rows"));
    this.#fill();
  }

  #tab(kind) {
    const { Dom, Words } = zhimai;
    const tab = Dom.element("button.small", Words.word(`table-${kind}`));
    tab.dataset.tab = kind;
    tab.setAttribute("aria-pressed", String(kind === this.#kind));
    return Dom.onClick(tab, () => {
      this.#kind = kind;
      this.#sorted = { column: null, down: false };
      this.#root.querySelectorAll("[data-tab]").forEach((other) =>
        other.setAttribute("aria-pressed", String(other === tab)));
      this.#fill();
    });
  }

  /** Rows as lists of cells: texts, numbers, or an id to be opened as {name, open}. */
  #entityRows() {
    const { Words } = zhimai;
    const shown = this.#filters.shown();
    const entities = this.#graph.entities.filter(({ id }) => shown.entities.has(id));
    entities.sort((a, b) => this.#graph.compare(a, b));
    return entities.map(({ id, label, type, subtype, names, weight }) => [
      { name: label, open: () => this.#actions.open(id) },
      Words.joined([Words.label("type", type), Words.label("subtype", subtype)]),
      names.join("、"),
      weight,
      this.#graph.statementsOf(id).filter((statement) => shown.statements.has(statement.id)).length,
    ]);
  }

  #statementRows() {
    const { Words } = zhimai;
    const shown = this.#filters.shown().statements;
    const name = (id) => ({ name: this.#graph.entity(id).label, open: () => this.#actions.open(id) });
    return this.#graph.statements.filter(({ id }) => shown.has(id)).map((statement) => [
      name(statement.subject),
      { name: Words.label("predicate", statement.predicate), open: () => this.#actions.openStatement(statement.id) },
      name(statement.object),
      Words.joined([Words.word(statement.kind), statement.attributedTo ? Words.word("quoted") : ""]),
      Math.round(statement.confidence * 100),
      statement.reports.length,
    ]);
  }

  #fill() {
    const { Dom, Words } = zhimai;
    const columns = this.#kind === "entities"
      ? ["name", "type", "names", "mentionsHead", "statementsHead"]
      : ["subject", "predicate", "object", "modality", "confidence", "reportsHead"];
    const all = this.#kind === "entities" ? this.#entityRows() : this.#statementRows();
    const rows = this.#order(all.filter((row) => !this.#text || row.some((cell) => this.#contains(cell))));
    const body = Dom.element("tbody");
    const head = Dom.element("tr", columns.map((key, column) => this.#heading(key, column)));
    const caption = Dom.element("caption", `${Words.word(`table-${this.#kind}`)} ${rows.length.toLocaleString("en")}`);
    const table = Dom.element("table", caption, Dom.element("thead", head), body);
    const more = Dom.onClick(Dom.element("button.small"), () => this.#append(body, rows, more));
    this.#append(body, rows, more);
    const place = this.#root.querySelector(".rows");
    place.replaceChildren(table, more);
    place.tabIndex = 0; // so that the keyboard can scroll it
    Dom.withAttributes(place, { role: "region", "aria-label": caption.textContent });
  }

  #append(body, rows, more) {
    const begin = body.children.length;
    const next = rows.slice(begin, begin + zhimai.Table.#AT_ONCE);
    body.append(...next.map((row) => zhimai.Dom.element("tr", row.map((cell) => zhimai.Table.#cell(cell)))));
    const left = rows.length - body.children.length;
    more.hidden = left === 0;
    more.textContent = `${zhimai.Words.word("more")} ${left.toLocaleString("en")}`;
  }

  static #cell(cell) {
    const { Dom } = zhimai;
    if (typeof cell === "number") return Dom.element("td.number", cell.toLocaleString("en"));
    if (typeof cell === "string") return Dom.element("td", cell);
    return Dom.element("td", Dom.onClick(Dom.element("button.link", cell.name), cell.open));
  }

  #heading(key, column) {
    const { Dom, Words } = zhimai;
    const isSorted = this.#sorted.column === column;
    const arrow = isSorted ? (this.#sorted.down ? " ↓" : " ↑") : "";
    const button = Dom.onClick(Dom.element("button", Words.word(key) + arrow), () => {
      this.#sorted = { column, down: isSorted && !this.#sorted.down };
      this.#fill();
      this.#root.querySelectorAll("th button")[column].focus();
    });
    const order = isSorted ? (this.#sorted.down ? "descending" : "ascending") : "none";
    return Dom.withAttributes(Dom.element("th", button), { scope: "col", "aria-sort": order });
  }

  static #value(cell) {
    return cell?.name ?? cell;
  }

  #contains(cell) {
    return String(zhimai.Table.#value(cell)).toLowerCase().includes(this.#text.toLowerCase());
  }

  #order(rows) {
    const { column, down } = this.#sorted;
    if (column === null) return rows;
    const collator = new Intl.Collator("zh-Hans", { numeric: true });
    const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));
    rows.sort((a, b) => (down ? -1 : 1) * compare(zhimai.Table.#value(a[column]), zhimai.Table.#value(b[column])));
    return rows;
  }
};
