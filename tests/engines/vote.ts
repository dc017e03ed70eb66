/** From the voter's space to a proof that is kept: the end of the way, in any engine. */
import type { Visitor } from './visitor.ts';

/** @param visitor on the voter's space, the vote open and the letter in hand */
export async function vote(visitor: Visitor): Promise<void> {
  await visitor.press('Voter');
  await visitor.press('remplir : Identifiant électeur');
  await visitor.press('Entrer');
  await visitor.sees('Vos scrutins');
  await visitor.press('Voter :');
  await visitor.choose('Vote blanc');
  await visitor.press('Vérifier mon choix');
  await visitor.press('Confirmer mon vote');
  await visitor.press('Garder la preuve');
  await visitor.sees('Preuve gardée');
}
