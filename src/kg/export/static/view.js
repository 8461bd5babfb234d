"use strict";

/** The picture: which nodes and edges are drawn, how they look, where the reader looks. */
zhimai.View = class {
  static #DASHES = { asserted: [], planned: [7, 5], possible: [2, 5], negated: [2, 4] };
  static #MANY = 600; // from so many nodes on, edges are left out while the picture moves
  static #DENSE = 200; // from so many edges on, the plain ones stand back
  static #FAINT = { node: 0.16, edge: 0.1, ground: 0.4 };

  #graph;
  #filters;
  #nodes = new vis.DataSet();
  #edges = new vis.DataSet();
  #network;
  #labels;
  #islands;
  #colours;
  #chosen = new Set(); // ids of the nodes in question
  #lit = null; // ids of nodes and edges in focus; null: all
  #looks = new Map(); // what each node and edge was last told to look like
  #between = new Map(); // "a b" → how many edges are drawn between the two
  #inside = []; // shown edges whose ends lie in one community
  #ranked = []; // the entities drawn, the weightiest first
  #smallest = 7; // radius of the least mentioned node
  #width = 1.2; // of lines, in the picture's units
  #version = 0;
  #moving = false;

  /** @param {HTMLElement} container @param {zhimai.Graph} graph @param {zhimai.Filters} filters */
  constructor(container, overview, graph, filters) {
    this.#graph = graph;
    this.#filters = filters;
    this.#islands = new zhimai.Islands(overview.communities);
    this.#readColours();
    this.#nodes.add(overview.nodes.map((node) => ({ ...node, label: undefined })));
    this.#edges.add(overview.edges.map((edge) => this.#bent(zhimai.View.#newEdge(graph.statement(edge.id)))));
    const lean = overview.nodes.length > zhimai.View.#MANY;
    const interaction = { ...overview.options.interaction, hideEdgesOnDrag: lean, hideEdgesOnZoom: lean };
    const options = { ...overview.options, interaction };
    this.#network = new vis.Network(container, { nodes: this.#nodes, edges: this.#edges }, options);
    container.querySelector(".vis-network").removeAttribute("tabindex"); // the container itself takes the keys
    this.#labels = new zhimai.Labels(this.#network, () => this.#colours);
    this.#listen(lean);
    this.#rank();
    this.restyle();
  }

  #listen(lean) {
    this.#network.on("beforeDrawing", (context) => this.#moving || this.#drawIslands(context));
    this.#network.on("afterDrawing", (context) => this.#labels.draw(context, () => this.#visible(), this.#version));
    this.#network.on("dragging", (event) => event.nodes.length && this.#changed());
    this.#network.on("dragStart", () => (this.#moving = lean));
    this.#network.on("dragEnd", () => (this.#moving = false));
    this.#filters.onChange(() => this.restyle());
    zhimai.theme.onChange(() => {
      this.#readColours();
      this.#looks.clear();
      this.restyle();
    });
  }

  get network() {
    return this.#network;
  }

  get communities() {
    return this.#islands.groups;
  }

  isDrawn(id) {
    return this.#nodes.get(id) !== null;
  }

  get drawn() {
    return this.#nodes.length;
  }

  shownLabels() {
    return this.#labels.shown();
  }

  /** The node at a point of the canvas' own coordinates, by its disc or its name. */
  nodeAt(dom) {
    return this.#network.getNodeAt(dom) ?? this.#labels.at(this.#network.DOMtoCanvas(dom));
  }

  /** Lights the nodes in question and what belongs to them, and dims the rest; without any, lights all. */
  light(chosen = [], around = []) {
    this.#chosen = new Set(chosen);
    this.#lit = chosen.length || around.length ? new Set([...chosen, ...around]) : null;
    this.restyle();
  }

  /** Neighbours of a node that are not drawn, the weightiest first. */
  undrawn(id) {
    return this.#graph.neighbours(id).filter((other) => !this.isDrawn(other));
  }

  /** Draws nodes that are not drawn yet, around the first of `ids` or what is near it. */
  reveal(ids) {
    const fresh = ids.filter((id) => !this.isDrawn(id));
    if (!fresh.length) return;
    const places = new zhimai.Places(Object.values(this.#network.getPositions()), this.#centre(ids));
    this.#nodes.add(fresh.map((id) => this.#newNode(id, places.next())));
    const edges = fresh.flatMap((id) => this.#graph.statementsOf(id)).filter(
      ({ id, subject, object }) => this.isDrawn(subject) && this.isDrawn(object) && !this.#edges.get(id),
    );
    this.#edges.add([...new Set(edges)].map((statement) => this.#bent(zhimai.View.#newEdge(statement))));
    this.#rank();
    this.restyle();
  }

  #centre(ids) {
    const near = [ids[0], ...this.#graph.neighbours(ids[0])].find((id) => this.isDrawn(id));
    if (near !== undefined) return this.#network.getPosition(near);
    if (!this.#nodes.length) return { x: 0, y: 0 };
    const { right, top, bottom } = this.#bounds();
    return { x: right + 300, y: (top + bottom) / 2 };
  }

  #newNode(id, { x, y }) {
    const { type, weight } = this.#graph.entity(id);
    return { id, group: type, shape: "dot", value: Math.sqrt(weight), x, y };
  }

  /** A denied statement is struck through, a quoted one has an open mark in its middle. */
  static #newEdge({ id, subject, object, predicate, kind, attributedTo }) {
    const to = { enabled: !zhimai.Words.isSymmetric(predicate) };
    const mark = kind === "negated" ? "bar" : attributedTo ? "curve" : null;
    const middle = mark ? { enabled: true, type: mark, scaleFactor: 0.7 } : { enabled: false };
    return { id, from: subject, to: object, kind, arrows: { to, middle } };
  }

  /** The first edge between two nodes is straight; further ones bow out, to either side in turn. */
  #bent(edge) {
    const forwards = edge.from < edge.to;
    const pair = forwards ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const before = this.#between.get(pair) ?? 0;
    this.#between.set(pair, before + 1);
    const type = (before % 2 === 1) === forwards ? "curvedCW" : "curvedCCW";
    const smooth = before > 0 && { enabled: true, type, roundness: 0.16 * Math.ceil(before / 2) };
    return { ...edge, smooth };
  }

  #rank() {
    this.#ranked = this.#nodes.getIds().map((id) => this.#graph.entity(id));
    this.#ranked.sort((a, b) => this.#graph.compare(a, b));
  }

  /** Brings every node and edge up to date with filters, light and colours. */
  restyle() {
    const shown = this.#filters.shown();
    this.#update(this.#nodes, (node) => this.#nodeLook(node, shown.entities));
    this.#update(this.#edges, (edge) => this.#edgeLook(edge, shown.statements));
    const inside = ({ id, from, to }) => shown.statements.has(id) && this.#islands.joins(from, to);
    this.#inside = this.#edges.get({ filter: inside, fields: ["from", "to"] });
    this.#changed();
  }

  /** Only what looks different is told so: an update costs far more than a look. */
  #update(set, look) {
    const changes = set.map(look).filter(({ key, id }) => this.#looks.get(id) !== key);
    changes.forEach(({ key, id }) => this.#looks.set(id, key));
    set.update(changes.map(({ key: _, ...change }) => change));
  }

  #changed() {
    this.#version += 1;
    this.#labels?.invalidate();
    this.#network?.redraw();
  }

  #isLit(id) {
    return this.#lit === null || this.#lit.has(id);
  }

  #nodeLook({ id, group }, shown) {
    const { ink, paper, types } = this.#colours;
    const hidden = !shown.has(id);
    const opacity = this.#isLit(id) ? 1 : zhimai.View.#FAINT.node;
    const background = types[group];
    const strong = { background, border: ink };
    return { id, key: `${hidden} ${opacity}`, hidden, opacity, color: { background, border: paper, highlight: strong, hover: strong } };
  }

  #edgeLook({ id, kind }, shown) {
    const color = this.#colours.kinds[kind];
    const hidden = !shown.has(id);
    const plain = this.#lit === null && kind === "asserted" && this.#edges.length > zhimai.View.#DENSE;
    const opacity = plain ? 0.6 : this.#isLit(id) ? 1 : zhimai.View.#FAINT.edge;
    const width = this.#width;
    const dashes = zhimai.View.#DASHES[kind].length > 0 && zhimai.View.#DASHES[kind].map((length) => length * width);
    const colours = { color, highlight: color, hover: color, opacity };
    return { id, key: `${hidden} ${opacity} ${width}`, hidden, width, dashes, color: colours };
  }

  #readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const palette = (names) => Object.fromEntries(names.map((name) => [name, read(name)]));
    this.#colours = {
      ...palette(["ink", "paper", "sans"]),
      types: palette(zhimai.Words.names("type")),
      kinds: palette(Object.keys(zhimai.View.#DASHES)),
      tints: Array.from({ length: zhimai.Islands.TINTS }, (_, number) => read(zhimai.Islands.tint(number))),
    };
  }

  #drawIslands(context) {
    const { nodes } = this.#network.body;
    const place = (id) => (nodes[id] && !nodes[id].options.hidden ? nodes[id] : null);
    const width = Math.max(this.#smallest * 4, 46);
    this.#islands.draw(context, place, this.#inside, { width, colours: this.#colours.tints, opacity: this.#lit ? zhimai.View.#FAINT.ground : 1 });
  }

  /** Visible nodes as the labels want them, those in question first, then the weightiest. */
  #visible() {
    const found = [];
    const shown = this.#filters.shown().entities;
    for (const { id, label } of this.#ranked) {
      if (!shown.has(id) || !this.#isLit(id)) continue;
      const { x, y, options } = this.#network.body.nodes[id];
      found.push({ id, name: zhimai.Dom.shortened(label), x, y, radius: options.size, strong: this.#chosen.has(id) });
    }
    return found.sort((a, b) => b.strong - a.strong);
  }

  #bounds(ids) {
    const places = Object.values(this.#network.getPositions(ids));
    const xs = places.map((place) => place.x);
    const ys = places.map((place) => place.y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }

  /**
   * Shows everything, or some nodes, in the room that the page's own furniture leaves.
   * @param {{left: number, right: number, top: number, bottom: number}} room pixels each side @param {string[]} [ids]
   */
  fit(room, ids) {
    const drawn = ids?.filter((id) => this.isDrawn(id));
    if (!this.#nodes.length || drawn?.length === 0) return;
    const { left, right, top, bottom } = this.#bounds(drawn);
    const { clientWidth, clientHeight } = this.#network.body.container;
    const [names, marks] = [Math.min(2 * zhimai.Labels.BEYOND, clientWidth / 6), 56]; // pixels for names on the rim
    const wide = (clientWidth - room.left - room.right - names) / (right - left + 1);
    const high = (clientHeight - room.top - room.bottom - marks) / (bottom - top + 1);
    const offset = { x: (room.left - room.right) / 2, y: (room.top - room.bottom) / 2 };
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const scale = Math.min(wide, high, 1.25);
    if (!drawn) this.#scaleMarks(scale);
    this.#network.moveTo({ position, offset, scale });
  }

  /** Discs and lines that can be told apart when the whole is seen at `scale`, without crowding it. */
  #scaleMarks(scale) {
    const between = (low, value, high) => Math.min(Math.max(value, low), high);
    this.#smallest = between(7, 2.6 / scale, 24);
    const heaviest = Math.sqrt(this.#ranked[0].weight);
    const span = between(23, 13 / scale, 60) * Math.min(heaviest / 4, 1);
    const scaling = { min: this.#smallest, max: this.#smallest + span };
    this.#network.setOptions({ nodes: { scaling } });
    this.#width = between(1.2, 0.7 / scale, 4);
    this.restyle();
  }

  /** Brings a node before the reader, `offset` pixels from the middle. */
  goTo(id, offset) {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const scale = Math.max(this.#network.getScale(), Math.min(0.8, 9 / this.#smallest));
    const animation = still ? false : { duration: 350, easingFunction: "easeInOutQuad" };
    this.#network.moveTo({ position: this.#network.getPosition(id), offset, scale, animation });
  }

  zoom(factor) {
    const scale = Math.min(Math.max(this.#network.getScale() * factor, 0.02), 8);
    this.#network.moveTo({ scale });
  }

  select(id) {
    if (id !== null && this.isDrawn(id)) this.#network.selectNodes([id], false);
    else this.#network.unselectAll();
  }

  /**
   * The shown neighbour that lies in a direction, or null.
   * @param {string} id @param {{x: number, y: number}} way of length 1, y downwards
   */
  neighbourTowards(id, way) {
    const { x, y } = this.#network.getPosition(id);
    const shown = this.#filters.shown();
    let best = null;
    for (const statement of this.#graph.statementsOf(id)) {
      const other = zhimai.Graph.otherEnd(statement, id);
      if (other === id || !shown.statements.has(statement.id) || !this.isDrawn(other)) continue;
      const place = this.#network.getPosition(other);
      const [across, down] = [place.x - x, place.y - y];
      const turn = (across * way.x + down * way.y) / (Math.hypot(across, down) || 1);
      if (turn > 0.3 && (best === null || turn > best.turn)) best = { other, turn };
    }
    return best?.other ?? null;
  }

  /** The weightiest node that is drawn and shown, or null. */
  get weightiest() {
    const shown = this.#filters.shown().entities;
    return this.#ranked.find(({ id }) => shown.has(id))?.id ?? null;
  }
};
