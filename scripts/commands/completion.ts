// The program's commands and options → what a shell completes.
import { Argument, type Command } from 'commander';
import type { DefineCommand } from './command.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

export const define: DefineCommand = (program, { terminal, done }) => {
  program
    .command('completion')
    .description('print what a shell needs to complete commands and options')
    .addArgument(new Argument('<shell>', 'for example `source <(veritable completion bash)`').choices(SHELLS))
    .action((shell: Shell) => {
      terminal.out(RENDERERS[shell](program.commands.map(describe)));
      done(0);
    });
};

/** A command: its long options, and the words that its first argument may be. */
interface Described {
  name: string;
  description: string;
  options: { name: string; description: string }[];
  words: readonly string[];
}

function describe(command: Command): Described {
  const options = command.options.flatMap(({ long, description }) => (long ? [{ name: long, description }] : []));
  return {
    name: command.name(),
    description: command.description(),
    options: [...options, { name: '--help', description: 'show what there is' }],
    words: command.registeredArguments[0]?.argChoices ?? [],
  };
}

const RENDERERS: Record<Shell, (commands: readonly Described[]) => string> = {
  bash: (commands) => `_veritable() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options="" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word")
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options, words }) => `    ${name}) options="${options.map((one) => one.name).join(' ')}" words="${words.join(' ')}" ;;\n`).join('')}  esac
  case "$word" in
    -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"; compgen -f -- "$word") ;;
  esac
}
complete -o filenames -F _veritable veritable
`,
  zsh: (commands) => `#compdef veritable
_veritable() {
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}\n`).join('')}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(({ name, options, words }) => `    ${name}) _arguments ${[...options.map((one) => quote(`${one.name}[${one.description.replace(/[[\]:]/g, '')}]`)), quote(words.length > 0 ? `*:word:(${words.join(' ')})` : '*:file:_files')].join(' ')} ;;\n`).join('')}  esac
}
compdef _veritable veritable
`,
  fish: (commands) =>
    commands
      .flatMap(({ name, description, options, words }) => {
        const within = `-n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
        return [
          `complete -c veritable -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
          ...options.map(
            (one) => `complete -c veritable ${within} -l ${one.name.slice(2)} -d ${quote(one.description)}`,
          ),
          ...(words.length > 0 ? [`complete -c veritable ${within} -a ${quote(words.join(' '))}`] : []),
        ];
      })
      .map((line) => `${line}\n`)
      .join(''),
};

/** A word in single quotation marks, as all three shells read it. */
function quote(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
