/** Small things that every tool needs: programs of the project, their output, the right Node. */
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeIsRecent } from './install-state.mjs';

/** The top folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the built site is, or goes. */
export const siteFolder = resolve(root, process.env['ISOLOIR_OUT'] ?? 'dist');

export type Outcome = { readonly ok: boolean; readonly output: string; readonly seconds: number };

/** Colours of a terminal, which some programs write whoever listens. */
export const colours = /\u001b\[[\d;]*m/g;

/** The module is the program that was started, not an import of another. */
export function isProgram(moduleUrl: string): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl);
}

/** Programs of `node_modules`, by the file that their package names. */
export const programs = {
  astro: 'astro/bin/astro.mjs',
  tsc: 'typescript/bin/tsc',
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
} as const;

/** Runs a program of `node_modules` with this very Node; keeps what it says, never throws. */
export function run(
  program: keyof typeof programs,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return runNode([join(root, 'node_modules', programs[program]), ...args], env);
}

/** Runs a script with this very Node; keeps what it says, never throws. */
export function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    const finish = (ok: boolean): void =>
      done({
        ok,
        output: output.replace(colours, '').trim(),
        seconds: (performance.now() - started) / 1000,
      });
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Stops the tool with a sentence when this Node is too old for the site's tools. */
export function requireNode(): void {
  if (nodeIsRecent(process.versions.node)) return;
  stopWith(
    `Ce Node est trop ancien (${process.versions.node}) : lancez « npm run build », ou installez Node 24 (22.18 au moins) depuis https://nodejs.org.`,
  );
}

/** Says why, and ends the program in failure. */
export function stopWith(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Kilobytes as we read them: `12,3 ko`. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} ko`;
}
