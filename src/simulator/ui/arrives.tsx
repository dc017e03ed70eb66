// What a gesture has just made appear: focus goes to it, and the page scrolls until it is seen.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A block that takes the focus when it appears. `when`: it stands there anyway, and is the answer only now. */
export function Arrives(props: {
  readonly className?: string;
  /** Spoken name of a group of buttons. */
  readonly label?: string;
  readonly when?: boolean;
  readonly children: ComponentChildren;
}) {
  const { className, label, when = true, children } = props;
  const block = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!when) return;
    block.current?.focus({ preventScroll: true });
    block.current?.scrollIntoView({ block: 'nearest' });
  }, [when]);
  return (
    <div
      ref={block}
      class={`arrives ${className ?? ''}`}
      tabIndex={-1}
      role={label === undefined ? undefined : 'group'}
      aria-label={label}
    >
      {children}
    </div>
  );
}
