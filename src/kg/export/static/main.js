"use strict";

// Wires picture, search, legend, panel and table together.
(() => {
  const { Dom, Words } = zhimai;
  const graph = new zhimai.Graph();
  const source = new zhimai.EmbeddedSource(graph);
  const filters = new zhimai.Filters(graph, source.reports());
  const canvas = Dom.byId("canvas");
  const view = new zhimai.View(canvas, source.overview(), graph, filters);
  const narrow = matchMedia("(max-width: 720px)");
  let shown = []; // what the address says besides the filters
  let current = null; // the entity where the keyboard stands

  const panel = new zhimai.Panel(source, graph, {
    goTo: open, expand, close, pathFrom: (id) => pathway.open(id), undrawn: (id) => view.undrawn(id).length,
  });
  const pathway = new zhimai.Pathway(panel, source, graph, filters, showPath);
  const table = new zhimai.Table(graph, filters, {
    open: (id) => leaveTable(() => open(id)),
    openStatement: (id) => leaveTable(() => inspectStatement(id)),
  });
  const legend = new zhimai.Legend(graph, filters, source.reports(), view.communities, showCommunity);
  const search = new zhimai.Picker({ input: Dom.byId("query"), list: Dom.byId("hits") }, source, openFound, (id) =>
    view.isDrawn(id) ? "" : Words.word("notDrawn"));
  const address = new zhimai.Address(follow);
  const snapshot = new zhimai.Snapshot(view.network);

  // Pixels of the picture that the page's furniture covers.
  const room = () =>
    narrow.matches
      ? { left: 8, right: 8, top: 130, bottom: 60 }
      : { left: 224, right: 24, top: 76, bottom: 64 };
  const besidePanel = () => (narrow.matches ? { x: 0, y: -innerHeight * 0.25 } : { x: -198, y: 0 });

  // What is shown ----------------------------------------------------------------------------

  function remember(entries) {
    shown = entries;
    address.write([...shown, ...filters.toEntries()]);
    drawCounts();
  }

  function lightAround(id) {
    const statements = graph.statementsOf(id).map((statement) => statement.id);
    view.light([id], [...graph.neighbours(id), ...statements]);
  }

  /** Shows an entity, wherever it is. */
  async function open(id) {
    await source.neighbourhood(id);
    view.reveal([id, ...view.undrawn(id).slice(0, 12)]);
    await inspect(id);
    view.goTo(id, besidePanel());
  }

  async function openFound(id) {
    await open(id);
    panel.focus();
  }

  /** Shows an entity without moving the picture. */
  async function inspect(id) {
    current = id;
    view.select(id);
    lightAround(id);
    remember([["entity", id]]);
    await panel.showEntity(id);
    Dom.announce(described(id));
  }

  async function inspectStatement(id) {
    const { subject, object } = graph.statement(id);
    view.reveal([subject, object]);
    view.light([subject, object], [id]);
    remember([]);
    await panel.showStatement(id);
  }

  /** Draws neighbours that are not on the picture yet, some at a time. */
  async function expand(id) {
    await source.neighbourhood(id);
    const fresh = view.undrawn(id).slice(0, 40);
    view.reveal([id, ...fresh]);
    await inspect(id);
    Dom.announce(Words.count(fresh.length, "added"));
  }

  function showPath(ends, path) {
    remember(ends.includes(null) ? [] : [["path", ends.join(",")]]);
    if (!path) {
      view.light(ends.filter((id) => id !== null));
      return;
    }
    path.entities.forEach((id) => view.reveal([id]));
    view.light(path.entities, path.statements.map(({ id }) => id));
    view.fit({ ...room(), right: narrow.matches ? 8 : 410 }, path.entities);
  }

  function showCommunity(ids) {
    const within = new Set(ids);
    const statements = graph.statements.filter(({ subject, object }) => within.has(subject) && within.has(object));
    closePanel();
    view.light([], [...ids, ...statements.map(({ id }) => id)]);
    view.fit(room(), ids);
    Dom.announce(Words.joined([graph.entity(ids[0]).label, Words.count(ids.length, "entities")]));
  }

  function closePanel() {
    const within = Dom.byId("panel").contains(document.activeElement);
    panel.close();
    if (within) canvas.focus({ preventScroll: true });
  }

  function close() {
    closePanel();
    view.select(null);
    view.light();
    remember([]);
  }

  async function leaveTable(then) {
    table.close();
    await then();
    panel.focus();
  }

  /** Shows what an address says; an id that this graph does not know is passed over. */
  function follow(entries) {
    shown = [];
    filters.fromEntries(entries);
    const ends = (entries.get("path") ?? "").split(",");
    if (ends.length === 2 && ends.every((id) => graph.entity(id))) pathway.open(...ends);
    else if (graph.entity(entries.get("entity"))) open(entries.get("entity"));
    else close();
    legend.relabel();
  }

  function described(id) {
    const { label, type } = graph.entity(id);
    return Words.joined([label, Words.label("type", type), Words.count(graph.statementsOf(id).length, "statements")]);
  }

  // The picture ------------------------------------------------------------------------------

  view.network.on("click", ({ pointer, edges }) => {
    const node = view.nodeAt(pointer.DOM);
    if (node !== undefined) inspect(node);
    else if (edges.length) inspectStatement(edges[0]);
    else close();
  });
  view.network.on("doubleClick", ({ pointer }) => {
    const node = view.nodeAt(pointer.DOM);
    if (node !== undefined) expand(node);
  });

  const tip = new zhimai.Tip(view.network, graph);

  // Keys -------------------------------------------------------------------------------------

  function walk(way) {
    const next = current === null || !view.isDrawn(current) ? view.weightiest : view.neighbourTowards(current, way);
    if (next === null) {
      Dom.announce(Words.word("noNeighbour"));
      return;
    }
    current = next;
    view.select(next);
    lightAround(next);
    view.goTo(next, panel.isOpen ? besidePanel() : { x: 0, y: 0 });
    Dom.announce(described(next));
    if (panel.isOpen) inspect(next);
  }

  function enter() {
    if (current === null) walk({ x: 0, y: 0 });
    else if (panel.isOpen && shown[0]?.[1] === current) expand(current);
    else inspect(current);
  }

  function escape() {
    tip.hide();
    search.clear();
    if (table.isOpen) table.close();
    else close();
  }

  const actions = {
    "/": () => search.focus(),
    "?": () => keys.showHelp(),
    "+": () => view.zoom(1.4),
    "=": () => view.zoom(1.4),
    "-": () => view.zoom(1 / 1.4),
    f: () => view.fit(room()),
    p: () => pathway.open(current),
    t: () => (table.isOpen ? table.close() : table.open()),
  };
  const keys = new zhimai.Keys(canvas, { walk, enter, escape, single: actions });

  // Words and buttons ------------------------------------------------------------------------

  const buttons = {
    "open-table": ["table", actions.t],
    "open-path": ["path", actions.p],
    snapshot: ["snapshot", () => snapshot.save(`${document.title}.png`)],
    theme: ["theme", zhimai.theme.toggle],
    "show-legend": ["legend", () => Dom.byId("legend").classList.toggle("open")],
    language: ["language", () => { Words.toggle(); relabel(); }],
    "open-help": ["help", actions["?"]],
    "zoom-in": ["zoomIn", actions["+"]],
    "zoom-out": ["zoomOut", actions["-"]],
    fit: ["fit", actions.f],
  };

  function drawCounts() {
    const counts = source.counts();
    const parts = Object.entries(counts).map(([key, number]) => Words.count(number, key));
    if (view.drawn < counts.entities) parts.push(`${Words.word("drawn")} ${view.drawn.toLocaleString("en")}`);
    Dom.byId("counts").textContent = Words.joined(parts);
  }

  function relabel() {
    for (const [id, [key]] of Object.entries(buttons)) {
      const button = Dom.byId(id);
      button.title = Words.word(key);
      if (button.classList.contains("word")) button.textContent = Words.word(`${key}-short`);
      else button.setAttribute("aria-label", Words.word(key));
    }
    Dom.byId("language").textContent = Words.word("language");
    Dom.byId("tools").setAttribute("aria-label", Words.word("tools"));
    Dom.byId("query").placeholder = Words.word("search");
    Dom.byId("query").setAttribute("aria-label", Words.word("search"));
    Dom.byId("hits").setAttribute("aria-label", Words.word("hits"));
    canvas.setAttribute("aria-label", Words.word("picture"));
    drawCounts();
    legend.relabel();
    panel.relabel();
    table.relabel();
  }

  for (const [id, [, action]] of Object.entries(buttons)) Dom.onClick(Dom.byId(id), action);
  filters.onChange(() => remember(shown));

  relabel();
  view.fit(room());
  address.read();

  // For tests and for the curious: the page's own handle on itself.
  Object.assign(zhimai, { view, filters, open, inspect, inspectStatement, expand, close });
  zhimai.ready = true;
})();
