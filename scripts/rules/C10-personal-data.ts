// Texts of our own hold no addresses or numbers of people.
import type { Report, Rule } from './engine/rule.ts';

// Bounded on both sides of each sign, so that hostile text costs no more than its length.
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}/u;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00|tel[.:]? ?)[1-9]\d{0,3}(?:[ ./-]{0,2}\(?\d{1,4}\)?){3,6}(?![\p{L}\p{N}])/giu;

export const personalData: Rule = {
  code: 'C10',
  title: "Texts of our own hold nobody's e-mail address or telephone number.",
  severity: 'warning',
  scope: 'claim',
  sparesImported: true,
  rationale: 'A dataset is copied for ever; what it says of how to reach somebody cannot be taken back.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: 'The office logged a closure of three days.',
            by: 'The office logged 1,200 people a day, +40 000 000 in all, by order 009 2017, from 2024-04-09 to 2024-04-11.',
          },
        ],
      },
    ],
    bad: [
      {
        edits: [{ replace: 'The office logged a closure of three days.', by: 'Write to ada@aldport.example.org.' }],
        at: 'ada@aldport.example.org',
      },
      {
        edits: [
          {
            replace: 'justification: The ledger of works enters 39,870 against 60,000 set aside.',
            by: 'justification: The office can be reached at +44 20 7946 0123.',
          },
        ],
        at: '+44 20 7946 0123',
      },
    ],
  },
  check({ claim, pointer }, report) {
    if (mayHold(claim.text)) judge(report, `${pointer}/text`, claim.text);
    if (mayHold(claim.corrected)) judge(report, `${pointer}/corrected`, claim.corrected);
    if (mayHold(claim.justification)) judge(report, `${pointer}/justification`, claim.justification);
    for (let i = 0; i < claim.evidence.length; i++) {
      const shows = claim.evidence[i]?.shows ?? null;
      if (mayHold(shows)) judge(report, `${pointer}/evidence/${i}/shows`, shows);
    }
  },
};

/** Whether a text holds what every address or number has: most hold neither. */
function mayHold(text: string | null): text is string {
  return text !== null && SIGN.test(text);
}

const SIGN = /@|\d{2}/;

/**
 * What is dialled: with its country's code 9 to 15 digits (ITU-T E.164 allows 15), after "tel" 7. `009 2017` is an
 * order, `+40 000 000` an amount.
 */
function findPhone(text: string): RegExpMatchArray | null {
  for (const match of text.matchAll(PHONE)) {
    const digits = match[0].replace(/\D/g, '').replace(/^00/, '').length;
    const isAmount = /^\+\d{1,3}(?:[ .]\d{3})*[ .]000$/.test(match[0]);
    if (!isAmount && digits <= 15 && digits >= (/^tel/i.test(match[0]) ? 7 : 9)) return match;
  }
  return null;
}

function judge(report: Report, pointer: string, text: string): void {
  const mail = text.includes('@') ? MAIL.exec(text) : null;
  const phone = mail ? null : findPhone(text);
  const match = mail ?? phone;
  if (!match) return;
  const start = [...text.slice(0, match.index)].length;
  report({
    pointer,
    span: [start, start + [...match[0]].length],
    message: mail ? 'An e-mail address stands here.' : 'What looks like a telephone number stands here.',
    expected: 'no personal data',
    found: match[0],
    hint: 'say what it shows without it',
  });
}
