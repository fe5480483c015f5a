// Documents that an editor holds, and the disk → the bytes of a file as they would be after saving.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ProjectOptions } from '../project/openProject.ts';

type Read = NonNullable<ProjectOptions['read']>;

/** Documents by the path that findings have. */
export type OpenDocuments = ReadonlyMap<string, TextDocument>;

/**
 * A document that says what the disk says is read from the disk, since an editor hides a byte order mark and bytes that
 * are no text; so is one whose file the project refuses to read, such as a link that leads out of it.
 */
export function readOpen(documents: OpenDocuments, disk: Read): Read {
  return (path, within) => {
    const saved = disk(path, within);
    const text = documents.get(path)?.getText();
    if (text === undefined || ('problem' in saved && !saved.missing)) return saved;
    if ('bytes' in saved && new TextDecoder().decode(saved.bytes) === text) return saved;
    return { bytes: Buffer.from(text) };
  };
}
