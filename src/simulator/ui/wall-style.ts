/** What only a wall wears, brought with the projector: whoever rehearses on a phone never downloads it. */
import rules from './wall.css?inline';

let worn = false;

/**
 * Adds those rules to the page's last style sheet, once: a `<style>` of our own would be inline, which the policy
 * refuses. What hides a choice or a code on a wall is not among them: it is in the page from the start.
 */
export function wearWall(): void {
  const sheet = [...document.styleSheets].at(-1);
  if (worn || !sheet) return;
  worn = true;
  sheet.insertRule(`@media all { ${rules} }`, sheet.cssRules.length);
}
