// A project → what its explorer shows beside the dataset: scale, topics, spellings, documents.
import { type Project, readBeside } from './openProject.ts';

/** Documents of a project that its readers need, by their path beside raw/; those that there are. */
const DOCUMENTS = [
  { id: 'datasheet', title: 'Datasheet', path: 'DATASHEET.md' },
  { id: 'guidelines', title: 'Annotation guidelines', path: 'docs/annotation-guidelines.md' },
  { id: 'rules', title: 'Rules of the validator', path: 'docs/rules.md' },
] as const;

export function readSurroundings({ vocabulary, spellings, settings, home }: Project) {
  const { verdicts, topics, distortions, licences } = vocabulary.lists;
  const documents = DOCUMENTS.flatMap(({ id, title, path }) => {
    const text = readBeside({ home }, path);
    return text === null ? [] : [{ id, title, text }];
  });
  return { verdicts, topics, spellings, settings, distortions, licences, documents };
}
