// Everything that an exercise needs once it runs: fetched while the start card is being read.
export { stepOf } from '../core/advice.ts';
// Shared by the bilan and the review: here, it is no chunk of its own.
export { placeOf } from '../core/place.ts';
export { createSession } from '../session/session.ts';
export { DeskView } from './desk.tsx';
export { classCodeOf } from './next-person.tsx';
// What a trainer's pages borrow (room/kit.ts): from this very chunk, so that a first visit weighs nothing more for them.
export { beginning } from '../core/prepare.ts';
export { proposedText } from '../core/secrets.ts';
export { nearest, suits } from '../core/suits.ts';
export { academyOf, oneTimeCodeText, votingCode } from '../core/views.ts';
export * from '../links.ts';
export { loadData } from './load-data.ts';
export { fill, typeset, voterWords } from './words.ts';
