"use strict";

// The page's data, read once: entities, statements and the sentences that say them.
const Data = (() => {
  const raw = JSON.parse(document.getElementById("data").textContent);
  const entities = new Map(raw.entities.map((entity) => [entity.id, entity]));
  const statements = new Map(raw.statements.map((statement) => [statement.id, statement]));
  const touching = new Map(raw.entities.map((entity) => [entity.id, []]));
  for (const statement of raw.statements) {
    touching.get(statement.subject).push(statement);
    if (statement.object !== statement.subject) touching.get(statement.object).push(statement);
  }

  /** All statements with this entity as subject or object. */
  const statementsOf = (id) => touching.get(id) ?? [];

  /** Its neighbours, the most mentioned first. */
  const neighbours = (id) => {
    const others = new Set(statementsOf(id).map((s) => (s.subject === id ? s.object : s.subject)));
    others.delete(id);
    return [...others].sort((a, b) => entities.get(b).weight - entities.get(a).weight || (a < b ? -1 : 1));
  };

  return Object.freeze({ ...raw, byId: entities, statement: statements, statementsOf, neighbours });
})();
