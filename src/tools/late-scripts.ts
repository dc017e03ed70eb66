/**
 * Comfort after words: the scripts of a guide page are asked for once the page has been painted, so that on a slow
 * line they never share it with the text. A page is complete without them.
 */

/** A type that no browser runs nor fetches: the loader below does, later. */
const lateType = 'late';

/**
 * One text for every page, hence one hash in the policy: which scripts a page has stands in its markup. After `load`, once
 * the first words are seen on the screen (an animation frame would come before them); or three seconds later, where
 * nobody tells.
 */
export const loader = `addEventListener("load",()=>{let go=()=>{go=()=>{};for(const late of document.querySelectorAll("script[type=${lateType}]"))import(late.src)};setTimeout(()=>go(),3e3);try{new PerformanceObserver(()=>setTimeout(()=>go())).observe({type:"paint",buffered:true})}catch{}})`;

const modulePattern = /<script type="module" src="([^"]+)"><\/script>/g;

/** The page with each of its module files put off; a page without any is left as it is. */
export function afterWords(html: string): string {
  const put = html.replace(
    modulePattern,
    (_, path: string) => `<script type="${lateType}" src="${path}"></script>`,
  );
  return put === html ? html : put.replace('</body>', () => `<script>${loader}</script></body>`);
}
