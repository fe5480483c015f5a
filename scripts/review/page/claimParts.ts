// A claim as the server shows it → pieces of the page that every screen has.
import { type Child, h } from '../../explorer/nodes/node.ts';
import { languageByScript } from '../../explorer/parts/textLanguage.ts';
import { showDifference } from '../../explorer/parts/wordDifference.ts';
import { isWebAddress } from '../../values/webAddress.ts';
import type { BlindClaim, BlindEvidence } from '../../votes/blindClaim.ts';
import type { ClaimView, Surroundings } from '../claimView.ts';
import type { ReviewFinding } from '../findings.ts';

/** Words of the data: in their own direction, and in their own language where that is known. */
export function words(name: string, text: string, language: string | null = null, more: object = {}): Child {
  return h(name, { dir: 'auto', lang: language ?? languageByScript(text), ...more }, text);
}

export function showSurroundings(surroundings: Surroundings | null): Child {
  return h(
    'section',
    { class: 'source', 'aria-labelledby': 'source-title' },
    h('h2', { id: 'source-title' }, 'In the article'),
    surroundings === null
      ? h('p', { class: 'muted' }, 'No capture at hand.')
      : h(
          'p',
          { dir: 'auto', lang: surroundings.language, class: 'text' },
          '… ',
          surroundings.before,
          h('mark', {}, surroundings.quote),
          surroundings.after,
          ' …',
        ),
  );
}

export function showClaim({ shown, article }: ClaimView): Child {
  const facts: [string, string | null][] = [
    ['Quotation', shown.quote],
    ['Said by', shown.claimant],
    ['Said on', shown.claim_date],
    ['Article', article],
  ];
  return [
    h('p', { class: 'id' }, shown.id),
    words('p', shown.text, null, { class: 'claim' }),
    h(
      'dl',
      {},
      facts.map(([name, value]) => value !== null && h('div', {}, h('dt', {}, name), words('dd', value))),
    ),
  ];
}

export function showEvidence({ shown, open }: ClaimView): Child {
  return [
    h('h2', {}, `Evidence (${shown.evidence.length})`),
    shown.evidence.length === 0 && h('p', { class: 'muted' }, 'There is none.'),
    h(
      'ol',
      { class: 'evidence' },
      shown.evidence.map((item, at) => h('li', {}, showPiece(item, open?.stances[at] ?? null))),
    ),
  ];
}

function showPiece(item: BlindEvidence, stance: string | null): Child {
  const { title, publisher, published, shows, quote, language } = item;
  const name = title ?? item.url ?? 'Without a title';
  const address = [item.url, item.archive_url].filter((url) => url !== null && isWebAddress(url));
  return [
    h(
      'p',
      { class: 'title' },
      stance !== null && h('strong', { class: 'stance' }, `${stance} `),
      address[0]
        ? h('a', { href: address[0], target: '_blank', rel: 'noopener noreferrer', dir: 'auto', lang: language }, name)
        : words('span', name, language),
    ),
    h('p', { class: 'muted' }, h('bdi', {}, publisher ?? 'publisher not known'), published && `, ${published}`),
    shows !== null && words('p', shows),
    quote !== null && words('blockquote', quote, language),
    address[1] &&
      h('p', {}, h('a', { href: address[1], target: '_blank', rel: 'noopener noreferrer' }, 'Archived copy')),
  ];
}

/** A finding and a button for its certain edits; `data-fix` names the rule. */
export function showFinding(finding: ReviewFinding, fixing: readonly string[]): Child {
  const { code, severity, message, place, expected, found, hint, fix } = finding;
  return h(
    'li',
    { class: severity },
    h('p', {}, h('strong', {}, `${severity} ${code}`), ' ', words('span', message)),
    h(
      'p',
      { class: 'muted' },
      h('bdi', {}, place),
      expected !== null && [' · expected: ', words('span', expected)],
      found !== null && [' · found: ', words('span', found)],
      hint !== null && [' · ', words('span', hint)],
    ),
    fix !== null &&
      (fixing.includes(code)
        ? h('button', { type: 'button', 'data-unfix': code }, `Do not apply ${code}`)
        : h('button', { type: 'button', 'data-fix': code }, 'Apply: ', h('bdi', {}, fix))),
  );
}

/** A claim that is another since it was judged; `waits` says what becomes of the judgement. */
export function showConflict(before: BlindClaim | null, now: BlindClaim, waits: string): Child {
  return h(
    'section',
    { class: 'alarm', id: 'conflict', 'aria-labelledby': 'conflict-title' },
    h('h2', { id: 'conflict-title' }, 'The claim has changed'),
    showChange(before, now),
    h('p', {}, waits),
  );
}

/** What is another now than it was when it was shown. */
function showChange(before: BlindClaim | null, now: BlindClaim): Child {
  if (before === null)
    return h('p', {}, 'The claim or its evidence reads otherwise since you judged it. Read it again.');
  const parts: Child[] = [];
  const compare = (name: string, from: string | null, to: string | null) => {
    if (from !== to)
      parts.push(h('p', { dir: 'auto' }, h('strong', {}, `${name}: `), showDifference(from ?? '', to ?? '')));
  };
  compare('Claim', before.text, now.text);
  compare('Quotation', before.quote, now.quote);
  compare('Said by', before.claimant, now.claimant);
  compare('Said on', before.claim_date, now.claim_date);
  const most = Math.max(before.evidence.length, now.evidence.length);
  for (let at = 0; at < most; at += 1)
    for (const key of Object.keys(now.evidence[at] ?? before.evidence[at] ?? {}) as (keyof BlindEvidence)[])
      compare(`Evidence ${at + 1}, ${key}`, before.evidence[at]?.[key] ?? null, now.evidence[at]?.[key] ?? null);
  return parts.length > 0 ? parts : h('p', {}, 'Votes or the state of the claim have changed.');
}
