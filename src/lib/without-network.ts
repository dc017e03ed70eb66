/** What to do in a room without network: one text for its page and for the note that travels in the archive. */
import { readYaml } from '../schemas/read.ts';
import { withoutNetworkSchema, type WithoutNetwork } from '../schemas/without-network.ts';

export type { WithoutNetwork, WithoutNetworkPart } from '../schemas/without-network.ts';

/** Where its page stands. */
export const withoutNetworkPath = '/animer/sans-reseau/';

export function withoutNetwork(): WithoutNetwork {
  return readYaml('content/sans-reseau.yaml', withoutNetworkSchema);
}
