"use strict";

// What the page says, in Chinese or in English: as chosen before, else as the browser speaks.
zhimai.Words = (() => {
  const { memory } = zhimai;
  const raw = JSON.parse(document.getElementById("words").textContent);
  const spoken = (navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
  let language = raw.words[memory.read("language")] ? memory.read("language") : spoken;

  const apply = () => {
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  };
  const toggle = () => {
    language = language === "zh" ? "en" : "zh";
    memory.write("language", language);
    apply();
  };

  /** @param {string} key a key of words.json */
  const word = (key) => raw.words[language][key];
  /** The ontology's word. @param {"type"|"subtype"|"predicate"|"inverse"|"status"} kind @param {string} name */
  const label = (kind, name) => raw.labels[kind][name]?.[language] ?? "";
  /** @param {number} number @param {string} key */
  const count = (number, key) => `${number.toLocaleString("en")} ${word(key)}`;
  // An en space: a middle dot is as wide as a character in some Chinese fonts, and not in others.
  const joined = (parts) => parts.filter(Boolean).join("\u2002");
  /** @param {number} share 0 to 1 */
  const percent = (share) => `${Math.round(share * 100)}%`;
  /** Names of a kind, in the ontology's order. */
  const names = (kind) => Object.keys(raw.labels[kind]);
  /** @param {string} predicate */
  const isSymmetric = (predicate) => raw.labels.symmetric.includes(predicate);

  apply();
  return Object.freeze({ word, label, count, joined, percent, names, isSymmetric, toggle });
})();
