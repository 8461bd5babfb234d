"use strict";

// The picture: which nodes and edges are drawn, how they look, where the reader looks.
class View {
  static #DASHES = { asserted: [], planned: [7, 5], possible: [2, 5], negated: [2, 4] };
  static #MANY = 600; // from so many nodes on, edges are left out while the picture moves
  static #DENSE = 200; // from so many edges on, the plain ones stand back
  static #FAINT = { node: 0.16, edge: 0.1 };
  static #AROUND = 40; // so many neighbours come with a node that was not drawn

  #nodes = new vis.DataSet();
  #edges = new vis.DataSet();
  #network;
  #labels;
  #colours;
  #hidden = new Set(); // types and kinds of edges that the legend has switched off
  #chosen = new Set(); // ids of the nodes in question
  #lit = null; // ids of nodes and edges in focus; null: all
  #between = new Map(); // "a b" → how many edges are drawn between the two
  #ranked = []; // the entities drawn, the weightiest first
  #smallest = 7; // radius of the least mentioned node
  #width = 1.2; // of lines, in the picture's units
  #version = 0;

  constructor(container, drawn) {
    this.#readColours();
    this.#nodes.add(drawn.nodes.map((node) => ({ ...node, label: undefined })));
    drawn.edges.forEach((edge) => this.#addEdge(edge));
    const options = { ...drawn.options };
    const lean = drawn.nodes.length > View.#MANY;
    options.interaction = { ...options.interaction, hideEdgesOnDrag: lean, hideEdgesOnZoom: lean };
    this.#network = new vis.Network(container, { nodes: this.#nodes, edges: this.#edges }, options);
    this.#labels = new Labels(this.#network, () => this.#colours);
    this.#network.on("afterDrawing", (context) => this.#labels.draw(context, this.#visible(), this.#version));
    this.#network.on("dragging", (event) => event.nodes.length && this.#changed());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#readColours();
      this.#restyle();
    });
    this.#restyle();
  }

  get network() {
    return this.#network;
  }

  isDrawn(id) {
    return this.#nodes.get(id) !== null;
  }

  isHidden(name) {
    return this.#hidden.has(name);
  }

  shownLabels() {
    return this.#labels.shown();
  }

  /** The node at a point of the canvas' own coordinates, by its disc or its name. */
  nodeAt(dom) {
    return this.#network.getNodeAt(dom) ?? this.#labels.at(this.#network.DOMtoCanvas(dom));
  }

  toggle(name) {
    if (!this.#hidden.delete(name)) this.#hidden.add(name);
    this.#restyle();
  }

  /** Lights the nodes in question and what belongs to them, and dims the rest; without any, lights all. */
  light(chosen = [], around = []) {
    this.#chosen = new Set(chosen);
    this.#lit = chosen.length ? new Set([...chosen, ...around]) : null;
    this.#restyle();
  }

  /** Draws a node that is not drawn yet, and its weightiest neighbours, around one already there. */
  reveal(id) {
    const wanted = [id, ...Data.neighbours(id).slice(0, View.#AROUND)];
    const fresh = wanted.filter((other) => !this.isDrawn(other));
    if (!fresh.length) return;
    const centre = this.#roomFor(id, wanted);
    fresh.forEach((other, number) => this.#nodes.add(this.#newNode(other, centre, number)));
    const edges = fresh.flatMap((other) => Data.statementsOf(other));
    for (const statement of edges) {
      const both = this.isDrawn(statement.subject) && this.isDrawn(statement.object);
      if (both && !this.#edges.get(statement.id)) this.#addEdge(View.#newEdge(statement));
    }
    this.#restyle();
  }

  #roomFor(id, wanted) {
    const known = wanted.find((other) => this.isDrawn(other));
    if (this.isDrawn(id)) return this.#network.getPosition(id);
    if (known) return this.#network.getPosition(known);
    const bounds = this.#bounds();
    return { x: bounds.right + 300, y: (bounds.top + bounds.bottom) / 2 };
  }

  #newNode(id, centre, number) {
    const entity = Data.byId.get(id);
    const angle = number * Math.PI * (3 - Math.sqrt(5));
    const distance = 90 * Math.sqrt(number + 1);
    const x = centre.x + distance * Math.cos(angle);
    const y = centre.y + distance * Math.sin(angle);
    return { id, group: entity.type, shape: "dot", value: Math.sqrt(entity.weight), x, y };
  }

  static #newEdge({ id, subject, object, predicate, kind }) {
    const arrows = Data.labels.symmetric.includes(predicate) ? "" : "to";
    return { id, from: subject, to: object, kind, arrows };
  }

  /** The first edge between two nodes is straight; further ones bow out, to either side in turn. */
  #addEdge(edge) {
    const forwards = edge.from < edge.to;
    const pair = forwards ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const before = this.#between.get(pair) ?? 0;
    this.#between.set(pair, before + 1);
    const type = (before % 2 === 1) === forwards ? "curvedCW" : "curvedCCW";
    const smooth = before > 0 && { enabled: true, type, roundness: 0.16 * Math.ceil(before / 2) };
    this.#edges.add({ ...edge, smooth });
  }

  #restyle() {
    this.#nodes.update(this.#nodes.map((node) => this.#nodeLook(node)));
    this.#edges.update(this.#edges.map((edge) => this.#edgeLook(edge)));
    this.#ranked = this.#nodes.getIds().map((id) => Data.byId.get(id));
    this.#ranked.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
    this.#changed();
  }

  #changed() {
    this.#version += 1;
    this.#labels?.invalidate();
  }

  #isLit(id) {
    return this.#lit === null || this.#lit.has(id);
  }

  #nodeLook({ id, group }) {
    const { ink, paper, types } = this.#colours;
    const background = types[group];
    return {
      id,
      hidden: this.#hidden.has(group),
      opacity: this.#isLit(id) ? 1 : View.#FAINT.node,
      color: {
        background, border: paper,
        highlight: { background, border: ink },
        hover: { background, border: ink },
      },
    };
  }

  #edgeLook({ id, kind }) {
    const color = this.#colours.kinds[kind];
    const plain = this.#lit === null && kind === "asserted" && this.#edges.length > View.#DENSE;
    const opacity = plain ? 0.6 : this.#isLit(id) ? 1 : View.#FAINT.edge;
    return {
      id,
      hidden: this.#hidden.has(kind),
      width: this.#width,
      dashes: View.#DASHES[kind].length > 0 && View.#DASHES[kind].map((length) => length * this.#width),
      color: { color, highlight: color, hover: color, opacity },
    };
  }

  #readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const palette = (names) => Object.fromEntries(names.map((name) => [name, read(name)]));
    this.#colours = {
      ...palette(["ink", "paper", "sans"]),
      types: palette(Object.keys(Data.labels.type)),
      kinds: palette(Object.keys(View.#DASHES)),
    };
  }

  /** Visible nodes as the labels want them, those in question first, then the weightiest. */
  #visible() {
    const found = [];
    for (const { id, label, type } of this.#ranked) {
      if (this.#hidden.has(type) || !this.#isLit(id)) continue;
      const { x, y, options } = this.#network.body.nodes[id];
      const strong = this.#chosen.has(id);
      found.push({ id, name: Dom.shortened(label), x, y, radius: options.size, strong });
    }
    return found.sort((a, b) => b.strong - a.strong);
  }

  #bounds() {
    const places = Object.values(this.#network.getPositions());
    const xs = places.map((place) => place.x);
    const ys = places.map((place) => place.y);
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  }

  /** Shows everything in the room that the page's own furniture leaves (`room`: pixels each side). */
  fit(room) {
    if (!this.#nodes.length) return;
    const { left, right, top, bottom } = this.#bounds();
    const { clientWidth, clientHeight } = this.#network.body.container;
    const wide = (clientWidth - room.left - room.right) / (right - left + 120);
    const high = (clientHeight - room.top - room.bottom) / (bottom - top + 120);
    const offset = { x: (room.left - room.right) / 2, y: (room.top - room.bottom) / 2 };
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const scale = Math.min(wide, high, 1.25);
    this.#scaleMarks(scale);
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
    this.#restyle();
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
}
