// French spaces, in the browser: the guide's pages get theirs when they are built.

/** French spaces for a text of content/, which is typed with ordinary ones. */
export function typeset(text: string): string {
  return text
    .replace(/[ \u00a0](?=[;:!?»])/g, '\u202f')
    .replace(/«[ \u00a0]/g, '«\u202f')
    .replace(/(\d) (?=(h|min|jours?|caractères|signes)\b)/g, '$1\u00a0');
}
