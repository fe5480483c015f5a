// SPDX id of a licence → how readers see it.
import { licenceAddress } from '../../formats/licence.ts';
import type { Child } from '../nodes/node.ts';
import { linkOut, type Showing } from './showing.ts';
import { sentence, words } from './wording.ts';

const OWN = 'LicenseRef-';

/** A licence in words: the name that the project gives it, else its id, which says it where it is one of SPDX. */
export function sayLicence({ meta }: Pick<Showing, 'meta'>, spdx: string): string {
  const name = Object.hasOwn(meta.licences, spdx) ? meta.licences[spdx] : undefined;
  if (name !== undefined) return name;
  if (spdx === 'NOASSERTION') return 'not stated';
  if (spdx === 'NONE') return 'none: all rights reserved';
  return spdx.startsWith(OWN) ? sentence(words(spdx.slice(OWN.length))) : spdx;
}

/** The same, a link to its text where SPDX has it. */
export function showLicence(showing: Pick<Showing, 'meta'>, spdx: string): Child {
  const address = /^[A-Za-z0-9.+-]+$/.test(spdx) ? licenceAddress(spdx) : null;
  return linkOut(address, sayLicence(showing, spdx));
}
