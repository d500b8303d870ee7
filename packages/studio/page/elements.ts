/**
 * The element of the page with that identifier.
 *
 * @param id Identifier
 * @param type Its class
 * @returns The element
 * @throws {TypeError} Where the page has none of that class: a bug of the page
 */
export function byId<Type extends Element>(
  id: string,
  type: abstract new (...args: never[]) => Type,
): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new TypeError(`Cannot find #${id} of class ${type.name}`);
  return found;
}

/**
 * A new HTML element that holds a text, which is never read as markup.
 *
 * @param tag Its name
 * @param options `text` and attributes
 * @returns The element
 */
export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { text = "", ...attributes }: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
