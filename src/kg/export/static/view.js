"use strict";

/** The picture: which nodes and edges are drawn, how they look, where the reader looks. */
zhimai.View = class {
  static #MANY = 300; // from so many nodes on, edges are left out while the picture moves
  static #DENSE = 200; // from so many edges on, the plain ones stand back

  #graph;
  #filters;
  #nodes = new vis.DataSet();
  #edges = new vis.DataSet();
  #network;
  #labels;
  #islands;
  #looks = new zhimai.Looks();
  #chosen = new Set(); // ids of the nodes in question
  #lit = null; // ids of nodes and edges in focus; null: all
  #told = new Map(); // what each node and edge was last told to look like
  #between = new Map(); // "a b" → how many edges are drawn between the two
  #inside = []; // shown edges whose ends lie in one community
  #ranked = []; // the entities drawn, the weightiest first
  #smallest = 7; // radius of the least mentioned node
  #version = 0;
  #moving = false;

  /** @param {HTMLElement} container @param {zhimai.Graph} graph @param {zhimai.Filters} filters */
  constructor(container, overview, graph, filters) {
    this.#graph = graph;
    this.#filters = filters;
    this.#islands = new zhimai.Islands(overview.communities);
    this.#nodes.add(overview.nodes.map((node) => ({ ...node, label: undefined })));
    this.#edges.add(overview.edges.map((edge) => this.#bent(zhimai.Looks.newEdge(graph.statement(edge.id)))));
    const lean = overview.nodes.length > zhimai.View.#MANY;
    const interaction = { ...overview.options.interaction, hideEdgesOnDrag: lean, hideEdgesOnZoom: lean };
    const options = { ...overview.options, interaction };
    this.#network = new vis.Network(container, { nodes: this.#nodes, edges: this.#edges }, options);
    container.querySelector(".vis-network").removeAttribute("tabindex"); // the container itself takes the keys
    this.#labels = new zhimai.Labels(this.#network, () => this.#looks.colours);
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
      this.#looks.readColours();
      this.#told.clear();
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
    this.#edges.add([...new Set(edges)].map((statement) => this.#bent(zhimai.Looks.newEdge(statement))));
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
    const dense = this.#lit === null && this.#edges.length > zhimai.View.#DENSE;
    this.#update(this.#nodes, (node) => this.#looks.node(node, !shown.entities.has(node.id), this.#isLit(node.id)));
    this.#update(this.#edges, (edge) =>
      this.#looks.edge(edge, !shown.statements.has(edge.id), this.#isLit(edge.id), dense && edge.kind === "asserted"));
    const inside = ({ id, from, to }) => shown.statements.has(id) && this.#islands.joins(from, to);
    this.#inside = this.#edges.get({ filter: inside, fields: ["from", "to"] });
    this.#changed();
  }

  /** Only what looks different is told so: an update costs far more than a look. */
  #update(set, look) {
    const changes = set.map(look).filter(({ key, id }) => this.#told.get(id) !== key);
    changes.forEach(({ key, id }) => this.#told.set(id, key));
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

  #drawIslands(context) {
    const { nodes } = this.#network.body;
    const place = (id) => (nodes[id] && !nodes[id].options.hidden ? nodes[id] : null);
    const width = Math.max(this.#smallest * 4, 46);
    this.#islands.draw(context, place, this.#inside, {
      width, colours: this.#looks.colours.tints, opacity: zhimai.Looks.ground(this.#lit !== null),
    });
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
    this.#looks.width = between(1.2, 0.7 / scale, 4);
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
