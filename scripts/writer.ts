// Bytes and pieces of files, as messages → files.
import { serveFiles } from './platform/fileThreads.ts';

serveFiles();
