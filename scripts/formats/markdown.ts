// Text of the data → text in the dataset's Markdown files.
export { markdownCell } from '../values/markdown.ts';
