// The one way from an exercise to the guide: a link where the guide stands around, else where to read, in words.
import type { ComponentChildren } from 'preact';
import { carried } from './carried.ts';
import { typeset } from './typeset.ts';

/** A page of the guide. `path` has no leading slash and may end with an anchor. */
export function GuideLink(props: {
  /** Where the site stands, with its trailing slash. */
  readonly base: string;
  readonly path: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const { base, path, children } = props;
  const alone = carried();
  if (alone === null)
    return (
      <a class={props.class} href={`${base}${path}`}>
        {children}
      </a>
    );
  const title = alone.guide[path.replace(/#.*$/u, '')];
  return (
    <span class="in-guide">
      {children}{' '}
      {typeset(title === undefined ? '(dans le guide)' : `(dans le guide, « ${title} »)`)}
    </span>
  );
}
