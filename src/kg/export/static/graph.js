"use strict";

/**
 * @typedef {{id: string, label: string, type: string, subtype: string, names: string[], identifiers: string[],
 *   sameAs: string[], weight: number, reports: number[]}} Entity `weight`: mentions; `reports`: articles by number
 * @typedef {{id: number, subject: string, predicate: string, object: string, kind: string, confidence: number,
 *   role?: string, attributedTo?: string, reports: number[]}} Statement `reports`: none where the gazetteer says it
 */

/** The part of the graph that this page holds: all of it where it is embedded, what was asked for where it is served. */
zhimai.Graph = class {
  #entities = new Map();
  #statements = new Map();
  #touching = new Map();
  #version = 0;

  /** Changes whenever something is added. */
  get version() {
    return this.#version;
  }

  /** @param {Entity[]} entities @param {Statement[]} statements with both ends among the entities known by then */
  add(entities, statements) {
    for (const entity of entities) {
      if (this.#entities.has(entity.id)) continue;
      this.#entities.set(entity.id, entity);
      this.#touching.set(entity.id, []);
    }
    for (const statement of statements) {
      if (this.#statements.has(statement.id)) continue;
      this.#statements.set(statement.id, statement);
      this.#touching.get(statement.subject).push(statement);
      if (statement.object !== statement.subject) this.#touching.get(statement.object).push(statement);
    }
    this.#version += 1;
  }

  /** @returns {Entity | undefined} */
  entity(id) {
    return this.#entities.get(id);
  }

  /** @returns {Statement | undefined} */
  statement(id) {
    return this.#statements.get(id);
  }

  /** @returns {Entity[]} */
  get entities() {
    return [...this.#entities.values()];
  }

  /** @returns {Statement[]} */
  get statements() {
    return [...this.#statements.values()];
  }

  /** All statements with this entity as subject or object. @returns {Statement[]} */
  statementsOf(id) {
    return this.#touching.get(id) ?? [];
  }

  /** The other end of a statement. @param {Statement} statement @param {string} id */
  static otherEnd(statement, id) {
    return statement.subject === id ? statement.object : statement.subject;
  }

  /** Its neighbours, the most mentioned first. @returns {string[]} */
  neighbours(id) {
    const others = new Set(this.statementsOf(id).map((statement) => zhimai.Graph.otherEnd(statement, id)));
    others.delete(id);
    return [...others].sort((a, b) => this.compare(this.entity(a), this.entity(b)));
  }

  /** The weightier first; the id decides between equals. @param {Entity} a @param {Entity} b */
  compare(a, b) {
    return b.weight - a.weight || (a.id < b.id ? -1 : 1);
  }
};
