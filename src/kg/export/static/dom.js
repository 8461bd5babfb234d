"use strict";

// Elements and words. Text enters the document here only, as text: nothing is ever parsed as HTML.
const Dom = (() => {
  const byId = (id) => document.getElementById(id);

  /** `element("p.quiet", "text", child)`: a tag, its classes, and children (strings become text). */
  const element = (selector, ...children) => {
    const [tag, ...classes] = selector.split(".");
    const made = document.createElement(tag);
    made.classList.add(...classes);
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    if (tag === "button") made.type = "button";
    return made;
  };

  const withHue = (made, hue) => {
    made.dataset.hue = hue;
    return made;
  };

  const onClick = (made, action) => {
    made.addEventListener("click", action);
    return made;
  };

  /** A link, where the address is one of the web; else its text alone (no `javascript:`). */
  const link = (address) => {
    if (!/^https?:\/\//i.test(address)) return element("span", address);
    const made = element("a", address.replace(/^https?:\/\/(www\.)?/i, ""));
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    return made;
  };

  /** A name short enough for the picture, counted in characters as a reader counts them. */
  const shortened = (name, length = 14) => {
    const characters = Array.from(name);
    return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : name;
  };

  return Object.freeze({ byId, element, withHue, onClick, link, shortened });
})();

const Words = (() => {
  let language = "zh";

  const word = (key) => Data.words[language][key];
  const label = (kind, name) => Data.labels[kind][name]?.[language] ?? "";
  const count = (number, key) => `${number.toLocaleString("en")} ${word(key)}`;
  const toggle = () => {
    language = language === "zh" ? "en" : "zh";
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  };
  // An en space: a middle dot is as wide as a character in some Chinese fonts, and not in others.
  const joined = (parts) => parts.filter(Boolean).join("\u2002");
  const percent = (share) => `${Math.round(share * 100)}%`;

  return Object.freeze({ word, label, count, toggle, joined, percent });
})();
