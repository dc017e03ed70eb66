/** Who voted for what, profile by profile, as guide pages say it: read from the files of the elections, never twice. */
import type { Strength } from '../schemas/fact.ts';
import { editionFacts, editionIds, type EditionFacts } from './editions.ts';
import { genericContest } from './guide-pages.ts';
import { practicePath } from './practice.ts';
import { anywhere } from './rehearsals.ts';
import { yearOf } from './years.ts';

/** One profile of one past election. */
export type BallotRow = {
  /** Id of the profile in that election. */
  readonly id: string;
  /** « AESH ou AED » */
  readonly name: string;
  /** Names of the contests, in the order of the voter's list. */
  readonly ballots: readonly string[];
  readonly strength: Strength;
  /** Ids of content/sources.yaml; for a reconstructed set, what it was deduced from, sentences included. */
  readonly sources: readonly string[];
  readonly note: string | null;
  /** Start link of the simulator with that profile. */
  readonly practice: string;
};

/** Every profile on the roll of one election, in the order of its file: who is not on it has no ballots to list. */
export function ballotRows(edition: string): readonly BallotRow[] {
  const { profiles, profileNotes, contests } = editionFacts(edition);
  const listed = Object.values(profiles).filter(({ unlisted }) => unlisted !== true);
  return listed.map((profile) => ({
    id: profile.id,
    name: profile.name,
    ballots: profile.contests.flatMap((id) => {
      const contest = contests[id];
      return contest ? [genericContest(contest.name)] : [];
    }),
    strength: profile.strength,
    sources: profile.sources,
    note: profileNotes[profile.id] ?? null,
    practice: practicePath({
      edition,
      academy: profile.academies?.[0] ?? anywhere,
      profile: profile.id,
      step: null,
    }),
  }));
}

/** Profiles whose whole set of ballots nobody found: said, never filled in. */
export function unfoundProfiles(edition: string): EditionFacts['unfoundProfiles'] {
  return editionFacts(edition).unfoundProfiles;
}

/** A past election, for the page « mes scrutins ». */
export type PastBallots = {
  /** « men-2018 » */
  readonly id: string;
  /** « 2018 » */
  readonly year: string;
};

/** Every past election whose ballots are known, the oldest first. */
export function pastBallots(): readonly PastBallots[] {
  return [...editionIds()].sort().map((id) => ({ id, year: yearOf(id) }));
}
