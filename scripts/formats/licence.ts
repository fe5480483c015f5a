// SPDX id of a licence → how other formats name it.

/**
 * The licence's page at SPDX, or null where the id is the project's own (`LicenseRef-…`) or says that there is none.
 */
export function licenceAddress(spdx: string): string | null {
  return spdx.startsWith('LicenseRef-') || spdx === 'NOASSERTION' || spdx === 'NONE'
    ? null
    : `https://spdx.org/licenses/${spdx}.html`;
}

/** Hugging Face names most licences by the SPDX id in lower case; these by another name. */
const OTHER_NAMES: Record<string, string> = { 'ODbL-1.0': 'odbl', 'ODC-By-1.0': 'odc-by', 'PDDL-1.0': 'pddl' };

/** The licence as Hugging Face's dataset cards name it. */
export function huggingFaceLicence(spdx: string): string {
  return licenceAddress(spdx) === null ? 'other' : (OTHER_NAMES[spdx] ?? spdx.toLowerCase());
}
