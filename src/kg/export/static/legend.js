"use strict";

/** What the colours and lines mean, which is at the same time what can be switched off. */
zhimai.Legend = class {
  static #COMMUNITIES = 6; // the largest

  #root = zhimai.Dom.byId("legend");
  #graph;
  #filters;
  #reports;
  #communities;
  #goTo;

  /** @param {string[][]} communities @param {(ids: string[]) => void} goTo shows one of them */
  constructor(graph, filters, reports, communities, goTo) {
    this.#graph = graph;
    this.#filters = filters;
    this.#reports = reports;
    this.#communities = communities.slice(0, zhimai.Legend.#COMMUNITIES);
    this.#goTo = goTo;
    filters.onChange(() => this.#drawState());
  }

  relabel() {
    const { Dom, Words } = zhimai;
    this.#root.setAttribute("aria-label", Words.word("legend"));
    const heading = (key) => Dom.element("h2", Words.word(key));
    const more = Dom.element("details.more", Dom.element("summary", Words.word("moreFilters")), this.#limits());
    more.open = this.#root.querySelector("details.more")?.open ?? false;
    this.#root.replaceChildren(
      heading("types"), Dom.element("ul.types", Words.names("type").map((type) => this.#type(type))),
      heading("edges"), Dom.element("ul.edges", zhimai.Filters.KINDS.map((kind) => this.#edgeKind(kind))),
      ...(this.#communities.length
        ? [heading("communities"), Dom.element("ul.groups", this.#communities.map((ids, n) => this.#community(ids, n)))]
        : []),
      more,
      Dom.element("div.state"),
    );
    this.#drawState();
  }

  #type(type) {
    const count = this.#graph.entities.filter((entity) => entity.type === type).length;
    return this.#switch(type, zhimai.Words.label("type", type), count, "span.dot");
  }

  #edgeKind(kind) {
    const is = kind === "quoted" ? (each) => each.attributedTo : (each) => each.kind === kind;
    return this.#switch(kind, zhimai.Words.word(kind), this.#graph.statements.filter(is).length, "span.stroke");
  }

  #switch(name, word, count, swatch) {
    const { Dom } = zhimai;
    const mark = Dom.withHue(Dom.element(swatch), name);
    const number = Dom.element("span.count", count.toLocaleString("en"));
    const button = Dom.toggle(Dom.element("button", mark, word, number), !this.#filters.isOff(name), () =>
      this.#filters.toggle(name));
    button.dataset.filter = name;
    return Dom.element("li", button);
  }

  #community(ids, number) {
    const { Dom } = zhimai;
    const swatch = Dom.withHue(Dom.element("span.patch"), zhimai.Islands.tint(number));
    const name = Dom.element("span.label", this.#graph.entity(ids[0]).label);
    const button = Dom.element("button", swatch, name, Dom.element("span.count", String(ids.length)));
    button.dataset.community = String(number);
    return Dom.element("li", Dom.onClick(button, () => this.#goTo(ids)));
  }

  #limits() {
    const { Dom, Words } = zhimai;
    const { from, to, confidence } = this.#filters.limits;
    const predicates = Words.names("predicate").map((name) => this.#predicate(name));
    const sure = this.#field("confidence", { type: "range", min: "0", max: "1", step: "0.05" }, confidence);
    const days = [["from", from], ["to", to]].map(([name, day]) => this.#field(name, { type: "date" }, day));
    return Dom.element(
      "div",
      Dom.element("h3", Words.word("predicate")), Dom.element("ul.predicates", predicates),
      this.#articles(), ...days, sure, this.#connected(),
    );
  }

  #predicate(name) {
    const count = this.#graph.statements.filter(({ predicate }) => predicate === name).length;
    return this.#switch(name, zhimai.Words.label("predicate", name), count, "span");
  }

  #field(name, attributes, value) {
    const { Dom, Words } = zhimai;
    const input = Dom.withAttributes(Dom.element("input"), { id: `filter-${name}`, ...attributes });
    input.value = value;
    const isShare = attributes.type === "range";
    const caption = Dom.withAttributes(Dom.element("label"), { for: input.id });
    const say = () => {
      const share = isShare ? Words.percent(input.valueAsNumber) : "";
      caption.textContent = Words.joined([Words.word(`filter-${name}`), share]);
    };
    input.addEventListener("input", () => {
      say();
      this.#filters.limit({ [name]: isShare ? input.valueAsNumber : input.value });
    });
    say();
    return Dom.element("div.field", caption, input);
  }

  #articles() {
    const { Dom, Words } = zhimai;
    const option = (number, text) => Dom.withAttributes(Dom.element("option", text), { value: String(number) });
    const cited = ({ headline, date }, number) => option(number, Words.joined([date, Dom.shortened(headline, 24)]));
    const select = Dom.element("select", option("", Words.word("allArticles")), this.#reports.map(cited));
    select.id = "filter-report";
    select.value = String(this.#filters.limits.report ?? "");
    select.addEventListener("change", () =>
      this.#filters.limit({ report: select.value === "" ? null : Number(select.value) }));
    const caption = Dom.withAttributes(Dom.element("label", Words.word("filter-report")), { for: select.id });
    return Dom.element("div.field", caption, select);
  }

  #connected() {
    const { Dom, Words } = zhimai;
    const box = Dom.withAttributes(Dom.element("input"), { type: "checkbox", id: "filter-connected" });
    box.checked = this.#filters.limits.connected;
    box.addEventListener("change", () => this.#filters.limit({ connected: box.checked }));
    const caption = Dom.withAttributes(Dom.element("label", Words.word("filter-connected")), { for: box.id });
    return Dom.element("div.check", box, caption);
  }

  /** How much is shown, and, where something is filtered, the way back. */
  #drawState() {
    const { Dom, Words } = zhimai;
    const { entities, statements } = this.#filters.shown();
    const part = (shown, all, key) => `${shown.toLocaleString("en")} / ${Words.count(all, key)}`;
    const said = [
      part(entities.size, this.#graph.entities.length, "entities"),
      part(statements.size, this.#graph.statements.length, "statements"),
    ];
    const content = said.map((line) => Dom.element("p.quiet", line));
    if (this.#filters.active) {
      const reset = Dom.element("button.small", `${Words.word("reset")} (${this.#filters.active})`);
      reset.id = "reset";
      content.push(Dom.onClick(reset, () => {
        this.#filters.reset();
        this.relabel();
        this.#root.querySelector("button").focus(); // the one that had the focus is gone
      }));
      Dom.announce(Words.joined(said));
    }
    this.#root.querySelector(".state")?.replaceChildren(...content);
  }
};
