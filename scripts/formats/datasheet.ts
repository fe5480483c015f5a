// DATASHEET.md → its answers, and which property of Croissant's responsible-AI vocabulary each of them fills.

/** One question: `properties` are the names that a comment `rai:` below its heading gives. */
export interface Answer {
  id: string;
  question: string;
  properties: string[];
  /** The answer as Markdown without comments; a paragraph is one line, paragraphs are set apart by an empty line. */
  text: string;
}

const HEADING = /^### ([A-Z]\d+) (.+)$/;

/** Reads every `### L1 …` and what stands below it, up to the next heading. */
export function readDatasheet(markdown: string): Answer[] {
  const answers: { id: string; question: string; lines: string[] }[] = [];
  let open = false;
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const [, id, question] = HEADING.exec(line) ?? [];
    if (id !== undefined && question !== undefined) {
      answers.push({ id, question: question.trim(), lines: [] });
      open = true;
    } else if (/^#{1,3} /.test(line)) open = false;
    else if (open) answers.at(-1)?.lines.push(line);
  }
  return answers.map(({ id, question, lines }) => {
    const body = lines.join('\n');
    const named = [...body.matchAll(/<!--\s*rai:([^>]*?)-->/g)].flatMap(([, names = '']) => names.split(','));
    return { id, question, properties: named.map((name) => name.trim()).filter(Boolean), text: toText(body) };
  });
}

function toText(body: string): string {
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => (block.startsWith('|') ? block : block.replace(/\n(?![-*+] |\d+\. )\s*/g, ' ')))
    .join('\n\n');
}
