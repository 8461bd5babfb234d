"use strict";

// Elements. Text enters the document here only, as text: nothing is ever parsed as HTML.
zhimai.Dom = (() => {
  /** @param {string} id @returns {HTMLElement} */
  const byId = (id) => document.getElementById(id);

  /**
   * `element("p.quiet", "text", child)`: a tag, its classes, and children (strings become text).
   * @param {string} selector
   * @param {...(Node | string | null | undefined | Array)} children
   */
  const element = (selector, ...children) => {
    const [tag, ...classes] = selector.split(".");
    const made = document.createElement(tag);
    made.classList.add(...classes);
    made.append(...children.flat().filter((child) => child !== null && child !== undefined));
    if (tag === "button") made.type = "button";
    return made;
  };

  /** @template {HTMLElement} E @param {E} made @param {Record<string, string>} attributes @returns {E} */
  const withAttributes = (made, attributes) => {
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };

  /** @template {HTMLElement} E @param {E} made @param {string} hue @returns {E} */
  const withHue = (made, hue) => {
    made.dataset.hue = hue;
    return made;
  };

  /** @template {HTMLElement} E @param {E} made @param {(event: MouseEvent) => void} action @returns {E} */
  const onClick = (made, action) => {
    made.addEventListener("click", action);
    return made;
  };

  /** A link, where the address is one of the web; else its text alone (no `javascript:`). */
  const link = (address, text = address.replace(/^https?:\/\/(www\.)?/i, "")) => {
    if (!/^https?:\/\//i.test(address)) return element("span", address);
    return withAttributes(element("a", text), { href: address, target: "_blank", rel: "noopener noreferrer" });
  };

  /** A button that says whether what it controls is on. @param {boolean} on @param {(on: boolean) => void} change */
  const toggle = (made, on, change) => {
    made.setAttribute("aria-pressed", String(on));
    return onClick(made, () => {
      const now = made.getAttribute("aria-pressed") !== "true";
      made.setAttribute("aria-pressed", String(now));
      change(now);
    });
  };

  /** A heading that folds what stands beneath; `fill()` makes that when it is first opened. */
  const folded = (heading, fill) => {
    const made = element("details", element("summary", heading));
    made.addEventListener("toggle", () => made.children.length === 1 && made.append(fill()));
    return made;
  };

  /** A name short enough for the picture, counted in characters as a reader counts them. */
  const shortened = (name, length = 14) => {
    const characters = Array.from(name);
    return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : name;
  };

  /** Says something to those who do not see the picture. @param {string} text */
  const announce = (text) => {
    byId("live").textContent = text;
  };

  return Object.freeze({
    byId, element, withAttributes, withHue, onClick, link, toggle, folded, shortened, announce,
  });
})();
