// What the commands that edit labels share → their options, and one run of each: judge, write or refuse, say so.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { renderDiff } from '../findings/renderDiff.ts';
import { renderBlocks } from '../findings/renderText.ts';
import type { Texts } from '../findings/repair.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { chooseBegun } from '../labelling/chooseBegun.ts';
import { commitEdit, undoEdit } from '../labelling/commitEdit.ts';
import { type Act, Labels } from '../labelling/labels.ts';
import { readSourceText } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { openProject } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { capturesOption, parseDay, rawOption, sayCommand } from './command.ts';

export interface EditingOptions {
  raw: string;
  captures?: string;
  dryRun?: boolean;
  undo?: boolean;
}

/** Adds the options that every one of them has. */
export function withEditing(command: Command): Command {
  return command
    .addOption(rawOption())
    .addOption(capturesOption())
    .option('--dry-run', 'write nothing; show the edit as a diff')
    .option('--undo', 'take back the last edit of this command');
}

export const dateOption = (what: string): Option =>
  new Option('--date <day>', `${what} (default: today)`).argParser(parseDay);

export const asOption = (what: string): Option => new Option('--as <id>', what);

export const CONFIDENCES = ['high', 'medium', 'low'];

export const confidenceOption = (): Option =>
  beginOf(new Option('-c, --confidence <degree>', 'how sure the annotator is'), CONFIDENCES);

/** An option with choices, of which the beginning is enough. */
export function beginOf(option: Option, choices: readonly string[]): Option {
  return option.choices(choices).argParser((word) => chosenOf(choices, word));
}

/** The same for an option that is said once for each of several things, in their order. */
export function beginOfEach(option: Option, choices: readonly string[]): Option {
  return option
    .choices(choices)
    .argParser((word, before: readonly string[] = []) => [...before, chosenOf(choices, word)]);
}

/** Takes an option that is said once for each of several things, in their order. */
export const each = (word: string, before: readonly string[] = []): string[] => [...before, word];

function chosenOf(choices: readonly string[], word: string): string {
  const chosen = chooseBegun(choices, word);
  if (chosen === null) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
  return chosen;
}

/** What somebody has said, without the keys that nobody has said anything of. */
export function dropOpen<T extends object>(said: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never;
}

/** Ids set apart by commas. */
export function parseIds(text: string): string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** Throws a UserError that names what is missing. */
export function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new UserError(`Nothing was written: ${name} is missing.`);
  return value;
}

/** A project as it is on the disk, to look things up before anything is decided. */
export function openLabels({ raw, captures }: EditingOptions): Labels {
  requireFolders(raw);
  return new Labels(openProject({ raw, captures }), readOrFail);
}

function readOrFail(file: string): string {
  const text = readSourceText(file);
  if (text === null) throw new UserError(`${file} cannot be read.`);
  return text;
}

/**
 * Carries out what `act` gives, or with `undo` takes back the last edit of the command. Exit code 1 where an error
 * would come with it: then nothing is written and the findings are shown.
 * @param awaited codes of errors that may come, since the edit leaves something for a person to decide
 */
export async function runEdit(
  command: string,
  options: EditingOptions,
  terminal: Terminal,
  act: (labels: Labels) => Act,
  awaited: readonly string[] = [],
): Promise<number> {
  requireFolders(options.raw);
  if (options.undo) return undo(command, options, terminal);
  const project = openProject(options);
  let said: readonly string[] = [];
  const { texts, errors, others } = await commitEdit({ ...options, command, awaited }, (read) => {
    const labels = new Labels(project, read);
    const made = act(labels);
    said = made.said;
    const { claim, annotator } = made;
    return { texts: labels.carryOut(made), claim, said: said[0], annotator };
  });
  // Findings stand in the texts as they would be.
  const read = (file: string) => texts.get(file) ?? readSourceText(file);
  const show = (found: typeof errors) => `${renderBlocks(found, { read, colour: terminal.colour }).join('\n\n')}\n`;
  if (errors.length > 0) {
    terminal.out(
      `${show(errors)}\nNothing was written: ${errors.length === 1 ? 'an error' : `${errors.length} errors`} would come with it.\n`,
    );
    return 1;
  }
  if (options.dryRun) terminal.out(await renderDiff(texts, readSourceText));
  const told = others.filter(({ code }) => !awaited.includes(code));
  if (told.length > 0) terminal.out(`${show(told)}\n`);
  terminal.out(`${[...said, ...sayFiles(texts, options)].map(sanitiseForTerminal).join('\n')}\n`);
  return 0;
}

function sayFiles(texts: Texts, { dryRun, raw }: EditingOptions): string[] {
  if (texts.size === 0) return ['Nothing is to be changed.'];
  const files = [...texts.keys()].join(', ');
  return dryRun
    ? [`Would be written: ${files}`]
    : [`Written: ${files}. \`${sayCommand('validate', raw)}\` says what is left to do.`];
}

async function undo(command: string, { raw, dryRun }: EditingOptions, terminal: Terminal): Promise<number> {
  const olds = new Map<string, string | null>();
  const { texts, said } = await undoEdit(raw, command, dryRun);
  for (const file of texts.keys()) olds.set(file, readSourceText(file));
  if (dryRun) terminal.out(await renderDiff(texts, (file) => olds.get(file) ?? null));
  const lines = [
    `${dryRun ? 'Would be taken back' : 'Taken back'}: ${said ?? command}`,
    `In ${[...texts.keys()].join(', ')}`,
  ];
  terminal.out(`${lines.map(sanitiseForTerminal).join('\n')}\n`);
  return 0;
}
