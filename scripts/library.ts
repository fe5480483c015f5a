// The program → what an editor, a watcher or a script may call of it.
export type { Edited, ValueChange } from './edits/edit.ts';
export { editFile } from './edits/editFile.ts';
export { type Checker, type CheckerOptions, openChecker, repairProject } from './examine/checker.ts';
export type { LocatedEdit, LocatedFinding } from './findings/locate.ts';
export { type FixableFinding, type Repair, spliceText, type Texts } from './findings/repair.ts';
export { TOOL } from './values/tool.ts';
