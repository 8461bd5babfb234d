"use strict";

/** How one thing is tied to another. */
zhimai.shortestPath = (() => {
  /** The surest statement between two neighbours. @param {Statement[]} statements */
  const surest = (statements) =>
    statements.reduce((best, each) => (each.confidence > best.confidence ? each : best));

  /**
   * The shortest chain of shown statements from one entity to another, in any direction; null where there is
   * none. What a text denies ties nothing. Of equal chains the one through weightier things.
   * @param {zhimai.Graph} graph @param {Set<number>} shown ids of statements @param {string} from @param {string} to
   * @returns {{entities: string[], statements: Statement[]} | null}
   */
  return (graph, shown, from, to) => {
    const usable = (id) => graph.statementsOf(id).filter((each) => shown.has(each.id) && each.kind !== "negated");
    const before = new Map([[from, null]]);
    const waiting = [from];
    for (let next = 0; next < waiting.length && !before.has(to); next += 1) {
      const id = waiting[next];
      const reached = new Set(usable(id).map((each) => zhimai.Graph.otherEnd(each, id)));
      for (const other of graph.neighbours(id)) {
        if (!reached.has(other) || before.has(other)) continue;
        before.set(other, id);
        waiting.push(other);
      }
    }
    if (!before.has(to)) return null;
    const entities = [];
    for (let id = to; id !== null; id = before.get(id)) entities.unshift(id);
    const statements = entities.slice(1).map((id, place) =>
      surest(usable(id).filter((each) => zhimai.Graph.otherEnd(each, id) === entities[place])),
    );
    return { entities, statements };
  };
})();
