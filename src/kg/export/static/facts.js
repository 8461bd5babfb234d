"use strict";

/** Figures as a table, events and the life of a policy as a line of time; each opens its sentences. */
zhimai.Facts = class {
  #quotations;
  #graph;
  #goTo;

  /** @param {zhimai.Quotations} quotations @param {zhimai.Graph} graph @param {(id: string) => void} goTo */
  constructor(quotations, graph, goTo) {
    this.#quotations = quotations;
    this.#graph = graph;
    this.#goTo = goTo;
  }

  static badge(kind) {
    if (!kind || kind === "asserted") return null;
    return zhimai.Dom.withHue(zhimai.Dom.element("span.badge", zhimai.Words.word(kind)), kind);
  }

  /** @returns {Node[]} a heading and a table; none where there are no figures */
  figures(figures) {
    if (!figures.length) return [];
    const { Dom, Words } = zhimai;
    const heading = (key) => Dom.withAttributes(Dom.element("th", Words.word(key)), { scope: "col" });
    const head = Dom.element("tr", ["metric", "value", "period", "change"].map(heading));
    const rows = figures.flatMap((figure) => this.#figureRows(figure));
    const table = Dom.element("table.figures", Dom.element("thead", head), Dom.element("tbody", rows));
    const title = Dom.element("h3", Words.word("figures"));
    title.id = "figures-title";
    return [title, Dom.withAttributes(table, { "aria-labelledby": title.id })];
  }

  #figureRows(figure) {
    const { Dom, Words } = zhimai;
    const value = `${figure.bound ? Words.word(figure.bound) : ""}${figure.value}${figure.unit ?? ""}`;
    const change = [figure.basis, figure.change].filter(Boolean).join(" ");
    const sentences = Dom.element("tr", Dom.withAttributes(Dom.element("td"), { colspan: "4" }));
    sentences.hidden = true;
    const name = Dom.element("button.go", figure.metric || value);
    this.#unfolds(name, sentences, sentences.firstChild, figure.evidence);
    const row = Dom.element(
      "tr",
      Dom.withAttributes(Dom.element("th", name, zhimai.Facts.badge(figure.modality)), { scope: "row" }),
      ...[value, figure.period ?? "", change].map((text) => Dom.element("td", text)),
    );
    return [row, sentences];
  }

  /** A button that shows and hides `hidden`, which gets its sentences when it is first opened. */
  #unfolds(button, hidden, within, evidence) {
    button.setAttribute("aria-expanded", "false");
    zhimai.Dom.onClick(button, () => {
      if (!within.childNodes.length) within.append(...this.#quotations.list(evidence));
      hidden.hidden = !hidden.hidden;
      button.setAttribute("aria-expanded", String(!hidden.hidden));
    });
  }

  /** @param {string} about the entity whose events they are @returns {Node[]} a heading and a list in the order of time */
  events(events, about) {
    const entries = events.map(({ name, start, until, place, modality, evidence }) => ({
      when: until ? `${start} – ${until}` : start, what: name, place: place === about ? null : place, modality, evidence,
    }));
    return this.#timeline("events", entries);
  }

  /** @returns {Node[]} the statuses of a policy: 施行 2026-01-01 – 2030-12-31 */
  life(steps) {
    const entries = steps.map(({ status, start, until, modality, evidence }) => ({
      when: until ? `${start ?? ""} – ${until}`.trim() : (start ?? ""),
      what: zhimai.Words.label("status", status), modality, evidence,
    }));
    return this.#timeline("life", entries);
  }

  #timeline(title, entries) {
    if (!entries.length) return [];
    const { Dom, Words } = zhimai;
    return [
      Dom.element("h3", Words.word(title)),
      Dom.element("ol.timeline", entries.map((entry) => this.#moment(entry))),
    ];
  }

  #moment({ when, what, place, modality, evidence }) {
    const { Dom, Words } = zhimai;
    const sentences = Dom.element("div.evidence");
    sentences.hidden = true;
    const name = evidence.length ? Dom.element("button.go", what) : Dom.element("span", what);
    if (evidence.length) this.#unfolds(name, sentences, sentences, evidence);
    const where = this.#graph.entity(place);
    const at = where && Dom.onClick(Dom.element("button.link.quiet", where.label), () => this.#goTo(where.id));
    const time = Dom.element("span.when", when || Words.word("undated"));
    return Dom.element("li", time, Dom.element("div", name, at, zhimai.Facts.badge(modality), sentences));
  }
};
