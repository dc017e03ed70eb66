/** One element of a page, made without a string of HTML: our policy forbids those. */

/** @param text what it says; without it the element is empty */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
