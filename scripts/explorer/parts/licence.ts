// SPDX id of a licence → how readers see it.
import { licenceAddress } from '../../formats/licence.ts';
import { type Child, h } from '../nodes/node.ts';
import { sentence, words } from './wording.ts';

const OWN = 'LicenseRef-';

/** A licence in words: an id of SPDX is known as it is; one of the project's own is the name that it was given. */
export function sayLicence(spdx: string): string {
  if (spdx === 'NOASSERTION') return 'not stated';
  if (spdx === 'NONE') return 'none: all rights reserved';
  return spdx.startsWith(OWN) ? sentence(words(spdx.slice(OWN.length))) : spdx;
}

/** The same, a link to its text where SPDX has it. */
export function showLicence(spdx: string): Child {
  const address = /^[A-Za-z0-9.+-]+$/.test(spdx) ? licenceAddress(spdx) : null;
  return address === null ? sayLicence(spdx) : h('a', { href: address, rel: 'noopener noreferrer' }, spdx);
}
