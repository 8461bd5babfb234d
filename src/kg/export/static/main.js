"use strict";

// Wires picture, search, legend and panel together.
(() => {
  const view = new View(Dom.byId("canvas"), Data.drawn);
  const panel = new Panel((id) => open(id), () => close());
  const search = new Search((id) => open(id), (id) => view.isDrawn(id));
  const narrow = matchMedia("(max-width: 720px)");

  // Pixels of the picture that the page's furniture covers.
  const room = () =>
    narrow.matches
      ? { left: 16, right: 16, top: 130, bottom: 60 }
      : { left: 208, right: 32, top: 84, bottom: 32 };
  const besidePanel = () => (narrow.matches ? { x: 0, y: -innerHeight * 0.25 } : { x: -198, y: 0 });

  function lightAround(id) {
    const statements = Data.statementsOf(id).map((statement) => statement.id);
    view.light([id], [...Data.neighbours(id), ...statements]);
  }

  /** Shows an entity, wherever it is. */
  function open(id) {
    view.reveal(id);
    inspect(id);
    view.goTo(id, besidePanel());
  }

  /** Shows an entity without moving the picture. */
  function inspect(id) {
    view.select(id);
    lightAround(id);
    panel.showEntity(id);
  }

  function inspectStatement(id) {
    const { subject, object } = Data.statement.get(id);
    view.light([subject, object], [id]);
    panel.showStatement(id);
  }

  function close() {
    panel.close();
    view.select(null);
    view.light();
  }

  // The picture ------------------------------------------------------------------------------

  view.network.on("click", ({ pointer, edges }) => {
    const node = view.nodeAt(pointer.DOM);
    if (node !== undefined) inspect(node);
    else if (edges.length) inspectStatement(edges[0]);
    else close();
  });

  const tip = Dom.byId("tip");
  const hideTip = () => (tip.hidden = true);
  function showTip({ event }, title, detail) {
    tip.replaceChildren(Dom.element("div", title), Dom.element("div.sub", detail));
    tip.hidden = false;
    const { clientX, clientY } = event.center ?? event;
    tip.style.left = `${Math.min(clientX + 14, innerWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(clientY + 16, innerHeight - tip.offsetHeight - 8)}px`;
  }
  view.network.on("hoverNode", (hover) => {
    const { type, subtype, label, weight } = Data.byId.get(hover.node);
    const words = [Words.label("subtype", subtype) || Words.label("type", type)];
    if (weight) words.push(Words.count(weight, "mentions"));
    showTip(hover, label, Words.joined(words));
  });
  view.network.on("hoverEdge", (hover) => {
    const { subject, predicate, object, kind } = Data.statement.get(hover.edge);
    const modality = kind === "asserted" ? "" : Words.word(kind);
    const ends = [subject, object].map((id) => Dom.shortened(Data.byId.get(id).label, 18));
    const arrow = Data.labels.symmetric.includes(predicate) ? " — " : " → ";
    showTip(hover, Words.joined([Words.label("predicate", predicate), modality]), ends.join(arrow));
  });
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) view.network.on(event, hideTip);

  // The legend -------------------------------------------------------------------------------

  function legendRow(name, word, count, swatch) {
    const button = Dom.element(
      "button",
      Dom.withHue(Dom.element(swatch), name),
      word,
      Dom.element("span.count", count.toLocaleString("en")),
    );
    button.dataset.filter = name;
    button.setAttribute("aria-pressed", String(!view.isHidden(name)));
    return Dom.element("li", Dom.onClick(button, () => {
      view.toggle(name);
      button.setAttribute("aria-pressed", String(!view.isHidden(name)));
    }));
  }

  const tally = (things, key, name) => things.filter((thing) => thing[key] === name).length;

  function drawLegend() {
    const types = Object.keys(Data.labels.type).map((type) =>
      legendRow(type, Words.label("type", type), tally(Data.entities, "type", type), "span.dot"));
    const kinds = ["asserted", "planned", "possible", "negated"].map((kind) =>
      legendRow(kind, Words.word(kind), tally(Data.statements, "kind", kind), "span.stroke"));
    Dom.byId("legend").replaceChildren(
      Dom.element("h2", Words.word("types")), Dom.element("ul", types),
      Dom.element("h2", Words.word("edges")), Dom.element("ul.edges", kinds),
    );
    Dom.byId("legend").setAttribute("aria-label", Words.word("legend"));
  }

  // Words, buttons, keys ---------------------------------------------------------------------

  function drawCounts() {
    const parts = [
      Words.count(Data.entities.length, "entities"),
      Words.count(Data.statements.length, "statements"),
      Words.count(Data.reports.length, "reports"),
    ];
    const drawn = Data.drawn.nodes.length;
    if (drawn < Data.entities.length) parts.push(`${Words.word("drawn")} ${drawn.toLocaleString("en")}`);
    Dom.byId("counts").textContent = Words.joined(parts);
  }

  function relabel() {
    Dom.byId("language").textContent = Words.word("language");
    for (const [id, key] of [["zoom-in", "zoomIn"], ["zoom-out", "zoomOut"], ["fit", "fit"]]) {
      Dom.byId(id).title = Words.word(key);
      Dom.byId(id).setAttribute("aria-label", Words.word(key));
    }
    drawCounts();
    drawLegend();
    search.relabel();
    panel.relabel();
  }

  Dom.onClick(Dom.byId("language"), () => {
    Words.toggle();
    relabel();
  });
  Dom.onClick(Dom.byId("zoom-in"), () => view.zoom(1.4));
  Dom.onClick(Dom.byId("zoom-out"), () => view.zoom(1 / 1.4));
  Dom.onClick(Dom.byId("fit"), () => view.fit(room()));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && !event.isComposing) {
      search.clear();
      typing?.blur();
      close();
    }
  });

  relabel();
  view.fit(room());

  // For tests and for the curious: the page's own handle on itself.
  window.zhimai = Object.freeze({ view, open, inspect, inspectStatement, close });
})();
