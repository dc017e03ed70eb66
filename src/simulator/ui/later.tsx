// A part of the simulator whose code comes when it is wanted: the first visit does not carry it.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What every such part can do. */
interface Closable {
  readonly onClose: () => void;
}

/** Draws what `load` brings, with `hand` as its properties; until then, or if it never comes, a sentence. */
export function Later<Props extends Closable>(props: {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly hand: Props;
  /** Said when it does not come. */
  readonly failure: string;
}) {
  const { load, hand, failure } = props;
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (part) => setPart(() => part),
      () => setFailed(true),
    );
  }, [load]);
  if (Part) return <Part {...hand} />;
  return (
    <div class="start">
      <p role="status">{failed ? failure : 'Un instant…'}</p>
      {failed && (
        <button type="button" onClick={hand.onClose}>
          Fermer
        </button>
      )}
    </div>
  );
}
