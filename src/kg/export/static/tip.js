"use strict";

/** What stands beside the mouse: a node's name and kind, or what an edge says. */
zhimai.Tip = class {
  #root = zhimai.Dom.byId("tip");
  #graph;

  /** @param {vis.Network} network @param {zhimai.Graph} graph */
  constructor(network, graph) {
    this.#graph = graph;
    network.on("hoverNode", (hover) => this.#showNode(hover));
    network.on("hoverEdge", (hover) => this.#showEdge(hover));
    for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => this.hide());
  }

  hide() {
    this.#root.hidden = true;
  }

  #showNode({ event, node }) {
    const { Words } = zhimai;
    const { type, subtype, label, weight } = this.#graph.entity(node);
    const words = [Words.label("subtype", subtype) || Words.label("type", type)];
    if (weight) words.push(Words.count(weight, "mentions"));
    this.#show(event, label, Words.joined(words));
  }

  #showEdge({ event, edge }) {
    const { Dom, Words } = zhimai;
    const { subject, predicate, object, kind, attributedTo } = this.#graph.statement(edge);
    const words = [kind === "asserted" ? "" : Words.word(kind), attributedTo ? Words.word("quoted") : ""];
    const ends = [subject, object].map((id) => Dom.shortened(this.#graph.entity(id).label, 18));
    const arrow = Words.isSymmetric(predicate) ? " — " : " → ";
    this.#show(event, Words.joined([Words.label("predicate", predicate), ...words]), ends.join(arrow));
  }

  #show(event, title, detail) {
    const { Dom } = zhimai;
    this.#root.replaceChildren(Dom.element("div", title), Dom.element("div.sub", detail));
    this.#root.hidden = false;
    const { clientX, clientY } = event.center ?? event;
    this.#root.style.left = `${Math.min(clientX + 14, innerWidth - this.#root.offsetWidth - 8)}px`;
    this.#root.style.top = `${Math.min(clientY + 16, innerHeight - this.#root.offsetHeight - 8)}px`;
  }
};
