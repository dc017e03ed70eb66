/** What `package-lock.json` says of every package that we install: the one list that licences and the bill are made from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

const entry = z.object({
  name: z.string().optional(),
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const lockFile = z.object({ packages: z.record(z.string(), entry) });

export type LockedPackage = {
  readonly name: string;
  readonly version: string;
  /** As npm writes it, an SPDX expression; `null` when the package says none. */
  readonly licence: string | null;
  /** `sha512-…`; `null` is a fault: the registry could answer anything. */
  readonly integrity: string | null;
  /** An address to fetch from: ours holds none, so that each machine asks its own registry. */
  readonly resolved: string | null;
  /** Only for whoever builds or tests: nothing of it is in a page. */
  readonly tool: boolean;
  readonly dependencies: readonly string[];
};

/** Every locked package, each name and version once, sorted by both. */
export function lockedPackages(root: string): readonly LockedPackage[] {
  const { packages } = lockFile.parse(
    JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  );
  const found = new Map<string, LockedPackage>();
  for (const [path, each] of Object.entries(packages)) {
    if (path === '') continue;
    const name = each.name ?? path.slice(path.lastIndexOf('node_modules/') + 13);
    const tool = each.dev || each.devOptional;
    const key = `${name}@${each.version}`;
    const known = found.get(key);
    found.set(key, {
      name,
      version: each.version,
      licence: each.license ?? null,
      integrity: each.integrity ?? null,
      resolved: each.resolved ?? null,
      tool: tool && (known?.tool ?? true),
      dependencies: Object.keys(each.dependencies),
    });
  }
  return [...found].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, each]) => each);
}
