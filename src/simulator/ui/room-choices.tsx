// The start card’s choices for a room: who sits in front of the screen, and when it goes back to its start.
import { idleChoices, type Room } from './room.ts';
import { typeset } from './typeset.ts';

interface Choices {
  readonly room: Room;
  readonly change: (part: Partial<Room>) => void;
}

/** « Revenir au départ », beside the class code. */
export function IdleChoice({ room, change }: Choices) {
  return (
    <>
      <label for="repos">Revenir au départ quand personne ne touche à rien</label>
      <select
        id="repos"
        aria-describedby="repos-dit"
        value={String(room.idle)}
        onChange={({ currentTarget: { value } }) =>
          change({ idle: idleChoices.find((one) => String(one) === value) ?? 0 })
        }
      >
        {idleChoices.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {minutes === 0 ? 'non' : `après ${String(minutes)} minutes sans geste`}
          </option>
        ))}
      </select>
      <p class="hint" id="repos-dit">
        {typeset(
          'Tout ce que cet appareil a gardé s’efface alors. L’écran prévient une minute avant. Ce choix vaut pour cet onglet.',
        )}
      </p>
    </>
  );
}

/** « À deux devant l’écran ». */
export function TogetherChoice({ room, change }: Choices) {
  return (
    <div class="field-line">
      <label class="tick">
        <input
          type="checkbox"
          aria-describedby="a-deux-dit"
          checked={room.together}
          onChange={({ currentTarget: { checked } }) => change({ together: checked })}
        />
        <span>À deux devant l’écran</span>
      </label>
      <p class="hint" id="a-deux-dit">
        {typeset(
          'Une personne aide et suit les consignes, l’autre vote. Devant le bulletin, le choix est caché.',
        )}
      </p>
    </div>
  );
}
