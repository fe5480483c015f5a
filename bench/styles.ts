// The name of a style → how it writes the labels of an article.
import { stringify } from 'yaml';
import { writeByHand } from './byHand.ts';
import type { Labels } from './labels.ts';
import { dumpAsPyYaml } from './pyyaml.ts';

interface Writer {
  write: (labels: Labels) => string;
  /** Whether the texts are in other scripts, so that the labels are not those of the other styles. */
  scripts?: boolean;
}

export const STYLE_NAMES = [
  'by hand',
  'PyYAML',
  'PyYAML, flow collections',
  'yaml',
  'double-quoted, folded',
  'by hand, other scripts',
] as const;
export type Style = (typeof STYLE_NAMES)[number];

/** Every style writes the same labels, but for the last, which writes others of the same shape. */
export const STYLES: Readonly<Record<Style, Writer>> = {
  'by hand': { write: writeByHand },
  // yaml.safe_dump(labels)
  PyYAML: { write: ({ front }) => dumpAsPyYaml(front) },
  // yaml.safe_dump(labels, default_flow_style=None, allow_unicode=True, sort_keys=False)
  'PyYAML, flow collections': {
    write: ({ front }) => dumpAsPyYaml(front, { flowLeaves: true, allowUnicode: true, sortKeys: false }),
  },
  // What the package makes of values when nobody asks for anything else.
  yaml: { write: ({ front }) => stringify(front) },
  'double-quoted, folded': {
    write: ({ front }) =>
      stringify(front, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 80 }),
  },
  'by hand, other scripts': { write: writeByHand, scripts: true },
};
