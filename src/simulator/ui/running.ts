// Everything that an exercise needs once it runs: fetched while the start card is being read.
export { stepOf } from '../core/advice.ts';
export { createSession } from '../session/session.ts';
export { DeskView } from './desk.tsx';
