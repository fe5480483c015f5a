// Arguments, environment and terminal → one command and its exit code.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { sanitiseForTerminal } from './findings/sanitise.ts';
import { findCache } from './platform/cacheFolder.ts';
import { type Terminal, wantsColour } from './platform/terminal.ts';
import { UserError } from './platform/userError.ts';
import { isDay } from './values/edtf.ts';

function openTerminal(): Terminal {
  // A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: wantsColour(process.argv, process.env, process.stdout.isTTY === true),
    interactive: process.stderr.isTTY === true,
  };
}

const clock = () => performance.now();

function splitCodes(text: string): string[] {
  return text
    .split(',')
    .map((code) => code.trim().toUpperCase())
    .filter((code) => code !== '');
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('A day as YYYY-MM-DD is needed.');
  return text;
}

/** The day in UTC that SOURCE_DATE_EPOCH gives (https://reproducible-builds.org/specs/source-date-epoch/), else today. */
function readToday(): string {
  const { SOURCE_DATE_EPOCH } = process.env;
  if (SOURCE_DATE_EPOCH === undefined || SOURCE_DATE_EPOCH === '') return new Date().toISOString().slice(0, 10);
  if (!/^\d{1,11}$/.test(SOURCE_DATE_EPOCH)) throw new UserError('SOURCE_DATE_EPOCH is not a number of seconds.');
  return new Date(Number(SOURCE_DATE_EPOCH) * 1000).toISOString().slice(0, 10);
}

function createProgram(terminal: Terminal, done: (exitCode: number) => void): Command {
  const program = new Command('veritable')
    .description('Fact-check datasets as code.')
    .exitOverride()
    .showHelpAfterError();
  program.configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const raw = () =>
    new Option('--raw <dir>', 'the folder of articles/, vocabulary/, captures/ and expectations.yml').default('raw');
  const captures = () => new Option('--captures <dir>', 'a folder that holds the capture of every withheld article');
  const jobs = () =>
    new Option('--jobs <n>', 'threads (default: as many as help)').argParser((text) => {
      if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.');
      return Number(text);
    });
  const noCache = () => new Option('--no-cache', 'find everything anew, and keep nothing');
  const cacheOf = (options: { cache: boolean }) => (options.cache ? findCache(import.meta.url) : undefined);
  const colour = () => new Option('--color', 'colour the report even where it goes to a file');
  const noColour = () => new Option('--no-color', 'never colour it (as does the variable NO_COLOR)');

  program
    .command('build')
    .description('validate raw/ and write the dataset')
    .addOption(raw())
    .option('--out <dir>', 'where the dataset is written (default: dataset beside the raw folder)')
    .addOption(captures())
    .option('--with-text', 'a private edition that holds the articles; needs --captures and --out')
    .option('--check', 'write nothing; fail where the committed dataset is not what the build yields')
    .addOption(jobs())
    .addOption(noCache())
    .addOption(colour())
    .addOption(noColour())
    .action(async (options) =>
      done(await (await import('./commands/build.ts')).build({ ...options, cache: cacheOf(options) }, terminal, clock)),
    );

  program
    .command('validate')
    .description('report everything that is wrong in raw/')
    .addOption(raw())
    .addOption(captures())
    .addOption(
      new Option('--format <format>', 'of the report').choices(['text', 'json', 'github', 'sarif']).default('text'),
    )
    .option('--output <file>', 'write the report there')
    .option('--only <codes>', 'report these rules or families alone: Q01,V', splitCodes)
    .option('--except <codes>', 'leave these rules or families out', splitCodes)
    .option('--max-warnings <n>', 'fail where there are more', parseCount)
    .option(
      '--since <revision>',
      'report files changed since a revision of git; the whole dataset is judged all the same',
    )
    .option('--rules', 'list all rules')
    .option('--explain <code>', "show a rule's reason and examples")
    .option('--watch', 'report again after every change')
    .addOption(jobs())
    .addOption(noCache())
    .addOption(colour())
    .addOption(noColour())
    .action(async (options) => {
      const stepSummary = process.env['GITHUB_STEP_SUMMARY'] || undefined;
      if (options.watch) {
        const { watch } = await import('./commands/watch.ts');
        return done(await watch(options, terminal, clock, new Promise(() => {})));
      }
      done(
        await (await import('./commands/validate.ts')).validate(
          { ...options, cache: cacheOf(options), stepSummary },
          terminal,
        ),
      );
    });

  program
    .command('fix')
    .description('make every certain edit that the findings propose')
    .addOption(raw())
    .addOption(captures())
    .option('--dry-run', 'write nothing; show the edits as a diff')
    .action(async (options) => done(await (await import('./commands/fix.ts')).fix(options, terminal)));

  program
    .command('export')
    .description('validate raw/ and write its tables as Parquet files, or as an npm package')
    .addArgument(new Argument('<kind>').choices(['parquet', 'npm']))
    .addOption(raw())
    .option('--out <dir>', 'where the files are written (default: build/parquet or build/npm)')
    .action(async (kind, options) =>
      done(await (await import('./commands/export.ts')).exportDataset(kind, options, terminal)),
    );

  program
    .command('diff')
    .description('say what changed between two releases')
    .argument('<old>', 'a dataset folder, a release archive or a ledger')
    .argument('<new>', 'another one')
    .addOption(new Option('--format <format>', 'of the report').choices(['text', 'json', 'markdown']).default('text'))
    .action(async (old, current, options) =>
      done(await (await import('./commands/diff.ts')).diff(old, current, options, terminal)),
    );

  program
    .command('release')
    .description('make a release of what is committed: ledger, dataset, changelog, citation and archive')
    .addOption(raw())
    .option('--out <dir>', 'where the archive is written (default: build beside the raw folder)')
    .addOption(
      new Option('--date <day>', 'the day of the release (default: SOURCE_DATE_EPOCH, else today in UTC)').argParser(
        parseDay,
      ),
    )
    .addOption(
      new Option('--at-least <part>', 'raise the version at least so far').choices(['patch', 'minor', 'major']),
    )
    .option('--dry-run', 'say what would be released, and write nothing')
    .action(async (options) =>
      done(await (await import('./commands/release.ts')).release(options, terminal, readToday())),
    );

  program
    .command('verify')
    .description('say whether a release is what it says')
    .argument('<path>', "an archive, a release's folder or a dataset folder")
    .option('--rebuild <dir>', 'a checkout that the release is built from again, to compare the bytes')
    .addOption(captures())
    .action(async (path, options) =>
      done(await (await import('./commands/verify.ts')).verify(path, options, terminal)),
    );

  program
    .command('new')
    .description('begin an article from a saved page, plain text or an address')
    .addOption(raw())
    .option('--from <file>', 'a saved HTML page, or plain text')
    .option('--url <url>', 'a page to fetch')
    .option('--id <id>', "the article's id (default: publisher and date)")
    .action(async (options) => done(await (await import('./commands/new.ts')).createArticle(options, terminal)));

  program
    .command('generate')
    .description('derive types, column lists and documentation from schemas/')
    .option('--check', 'write nothing; fail where a derived file has drifted')
    .action(async (options) => done(await (await import('./commands/generate.ts')).generate(options, terminal)));

  program
    .command('explore')
    .description('build a page that shows the dataset in a browser')
    .addOption(raw())
    .option('--dataset <dir>', 'the dataset (default: dataset beside the raw folder)')
    .option('--out <file>', 'where the page is written (default: build/explorer/index.html)')
    .option('--site <dir>', 'write a folder of static pages instead, one for every claim and article, to be published')
    .option('--base <url>', 'the address at which the site will lie (default: url of CITATION.cff)')
    .option('--open', 'open the page')
    .option('--serve <port>', 'show what raw/ yields on this machine, again after every change; 0 for any port')
    .addOption(colour())
    .addOption(noColour())
    .action(async (options) => {
      const stop = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
      done(await (await import('./commands/explore.ts')).explore(options, terminal, stop.signal));
    });

  return program;
}

/** Exit codes: 0 no error; 1 an error or a drift was found; 2 wrong usage or an internal error. */
async function main(): Promise<void> {
  const terminal = openTerminal();
  try {
    await createProgram(terminal, (exitCode) => {
      process.exitCode = exitCode;
    }).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 2;
    // Never a stack trace: whoever wants one sets VERITABLE_DEBUG.
    const message = error instanceof Error ? error.message : String(error);
    terminal.err(
      `${process.env['VERITABLE_DEBUG'] && error instanceof Error ? error.stack : sanitiseForTerminal(message)}\n`,
    );
  }
}

await main();
