// An alias belongs to one entity.
import { foldSpelling } from '../values/spelling.ts';
import type { Rule } from './engine/rule.ts';

export const aliasOwner: Rule = {
  code: 'V05',
  title: 'An alias belongs to one entity.',
  severity: 'warning',
  scope: 'vocabulary',
  rationale:
    "A name that stands for two entities credits one with the other's words. Where two really have it, that is accepted with a reason.",
  examples: {
    good: [],
    bad: [
      {
        edits: [{ file: 'vocabulary/entities.yml', replace: '[Mayor Archer]', by: '[Mayor Archer, aldport council]' }],
        at: 'aldport council',
      },
      {
        edits: [{ file: 'vocabulary/entities.yml', replace: '[Mayor Archer]', by: '[Council of Aldport]' }],
        at: 'Council of Aldport',
      },
    ],
  },
  check({ lists, files, damaged }, report) {
    if (damaged.has('entities')) return;
    const file = files.entities;
    const owners = new Map<string, { id: string; pointer: string }>();
    lists.entities.forEach(({ id, name }, i) => {
      const folded = foldSpelling(String(name));
      if (!owners.has(folded)) owners.set(folded, { id, pointer: `/${i}/name` });
    });
    lists.entities.forEach((entity, i) => {
      const aliases: unknown = entity.aliases;
      if (!Array.isArray(aliases)) return;
      aliases.forEach((alias: unknown, n) => {
        if (typeof alias !== 'string') return;
        const folded = foldSpelling(alias);
        const place = { id: entity.id, pointer: `/${i}/aliases/${n}` };
        const other = owners.get(folded);
        if (!other) owners.set(folded, place);
        else if (other.id !== entity.id)
          report({
            file,
            pointer: place.pointer,
            message: `\`${alias}\` is also a name of \`${other.id}\`.`,
            expected: 'an alias that no other entity has',
            hint: 'take it out of one of them; two that really have it are accepted in `suppress` of an article that names this one',
            found: alias,
            related: [{ file, pointer: other.pointer, message: 'It stands here too.' }],
          });
      });
    });
  },
};
