/** Why a line of YAML does not read: the slips of people who never wrote any, each with what to write instead. */

const keyLine = /^(\s*(?:- )?)([\p{L}\d_]+)\s*:(.*)$/u;
const indentOf = (line: string | undefined) => /^ */u.exec(line ?? '')?.[0].length ?? 0;

/**
 * What to write, for the line that the parser stumbled on; `null` when it looks like none of these.
 * @param lines the whole file
 * @param index of that line, from 0
 */
export function slipAdvice(lines: readonly string[], index: number): string | null {
  const line = lines[index] ?? '';
  const before = lines[index - 1];
  const after = lines[index + 1];
  const [, , key = '', rest = ''] = keyLine.exec(line) ?? [];
  const value = rest.trim();
  if (value === 'inconnu' && indentOf(after) > indentOf(line))
    return /^\s*(?:valeur|- profil)\s*:/u.test(after ?? '')
      ? `Enlever « inconnu » après « ${key}: » : les lignes d’après le remplacent.`
      : 'La ligne d’après commence par des espaces en trop : les enlever.';
  if (key !== '' && value !== '' && !/^\s/u.test(rest))
    return `Mettre un espace après les deux-points : « ${key}: … »`;
  if (/^(?:valeur|lu_sur|lu_le)\s*:/u.test(value))
    return `Aller à la ligne après « ${key}: », et décaler la suite de deux espaces.`;
  if (/^'.*\p{L}'\p{L}/u.test(value))
    return 'Le texte contient une apostrophe : mettre autour des guillemets droits, "…".';
  if (!/^["'[{]/u.test(value) && /:(?:\s|$)/u.test(value))
    return 'Le texte contient « : » : mettre autour des guillemets droits, "…".';
  if (key !== '' && indentOf(before) > indentOf(line) && indentOf(after) > indentOf(line))
    return 'Décaler cette ligne comme ses voisines.';
  return null;
}
