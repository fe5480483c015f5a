// A folder → an editor that has it open: a client of the language server, over its standard input and output.
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  type FoldingRange,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1] } } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
  },
};

/** A program that runs the server; the sources' own where none is named. */
const LAUNCH = ['node', resolve('scripts/launch.js'), 'lsp', '--stdio'];

export class Editor {
  readonly root: string;
  /** What the server has told the person in a message of its own. */
  readonly messages: string[] = [];
  /** Diagnostics by file, as they were last sent. */
  readonly shown = new Map<string, Diagnostic[]>();
  readonly server: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #documents = new Map<string, TextDocument>();
  #waiting: { file: string; version: number | undefined; done: () => void }[] = [];

  constructor(root: string, command: readonly string[] = LAUNCH, env: NodeJS.ProcessEnv = process.env) {
    this.root = root;
    const [program = '', ...args] = command;
    this.server = spawn(program, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.server;
    if (!stdin || !stdout) throw new Error('The server has no streams.');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      const file = this.fileOf(uri);
      this.shown.set(file, diagnostics);
      const isDone = (one: { file: string; version: number | undefined }) =>
        one.file === file && (one.version === undefined || one.version === version);
      for (const one of this.#waiting.filter(isDone)) one.done();
      this.#waiting = this.#waiting.filter((one) => !isDone(one));
    });
    this.#connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
    });
    this.#connection.listen();
  }

  async begin(options: { raw?: string } = {}, capabilities = CAPABILITIES): Promise<this> {
    const rootUri = pathToFileURL(this.root).href;
    const workspaceFolders = [{ uri: rootUri, name: 'project' }];
    await this.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders,
      capabilities,
      initializationOptions: options,
    });
    await this.#connection.sendNotification(InitializedNotification.type, {});
    return this;
  }

  async end(): Promise<number | null> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    const ended = new Promise<number | null>((done) => this.server.once('exit', done));
    await this.#connection.sendNotification(ExitNotification.type);
    return ended;
  }

  uriOf(file: string): string {
    return pathToFileURL(join(this.root, file)).href;
  }

  text(file: string): string {
    return this.#document(file).getText();
  }

  isOpen(file: string): boolean {
    return this.#documents.has(file);
  }

  /** Opens a document and waits for what is said of it. */
  async open(file: string, text: string): Promise<Diagnostic[]> {
    const document = TextDocument.create(this.uriOf(file), file.endsWith('.md') ? 'markdown' : 'yaml', 1, text);
    this.#documents.set(file, document);
    const said = this.#next(file, 1);
    const { uri, languageId, version } = document;
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
    await said;
    return this.shown.get(file) ?? [];
  }

  async close(file: string): Promise<void> {
    this.#documents.delete(file);
    await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(file) },
    });
  }

  /** Types: puts a text in the place of another, which stands at `start` to `end`. Does not wait. */
  async type(file: string, start: number, end: number, text: string): Promise<void> {
    const document = this.#document(file);
    const version = document.version + 1;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], version);
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Makes a text of a document, by one change, and waits for what is said of it. */
  async change(file: string, text: string): Promise<Diagnostic[]> {
    const said = this.#next(file, this.#document(file).version + 1);
    await this.type(file, 0, this.text(file).length, text);
    await said;
    return this.shown.get(file) ?? [];
  }

  /** Waits until something is said of a file that meets a condition. */
  async until(file: string, isMet: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    for (;;) {
      const shown = this.shown.get(file);
      if (shown && isMet(shown)) return shown;
      await this.#next(file, undefined);
    }
  }

  async completions(file: string, position: Position): Promise<CompletionItem[]> {
    const list = await this.#connection.sendRequest(CompletionRequest.type, this.#at(file, position));
    return (list as CompletionList | null)?.items ?? [];
  }

  hover(file: string, position: Position): Promise<Hover | null> {
    return this.#connection.sendRequest(HoverRequest.type, this.#at(file, position));
  }

  async definition(file: string, position: Position): Promise<Location | null> {
    return (await this.#connection.sendRequest(DefinitionRequest.type, this.#at(file, position))) as Location | null;
  }

  async references(file: string, position: Position): Promise<Location[]> {
    const context = { includeDeclaration: true };
    return (await this.#connection.sendRequest(ReferencesRequest.type, { ...this.#at(file, position), context })) ?? [];
  }

  prepareRename(file: string, position: Position) {
    return this.#connection.sendRequest(PrepareRenameRequest.type, this.#at(file, position));
  }

  rename(file: string, position: Position, newName: string): Promise<WorkspaceEdit | null> {
    return this.#connection.sendRequest(RenameRequest.type, { ...this.#at(file, position), newName });
  }

  async symbols(file: string): Promise<DocumentSymbol[]> {
    const textDocument = { uri: this.uriOf(file) };
    return ((await this.#connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ??
      []) as DocumentSymbol[];
  }

  /** What stands over the lines of a file, with the line that it stands over. */
  async lenses(file: string): Promise<[line: number, words: string | undefined][]> {
    const textDocument = { uri: this.uriOf(file) };
    const lenses = (await this.#connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    return lenses.map(({ range, command }) => [range.start.line, command?.title]);
  }

  async folds(file: string): Promise<FoldingRange[]> {
    const textDocument = { uri: this.uriOf(file) };
    return (await this.#connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? [];
  }

  async actions(file: string, position: Position, only?: string[]): Promise<CodeAction[]> {
    const range = { start: position, end: position };
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    const textDocument = { uri: this.uriOf(file) };
    return ((await this.#connection.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ??
      []) as CodeAction[];
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.#connection.sendRequest(CodeActionResolveRequest.type, action);
  }

  /** The texts that an edit makes of documents; `read` gives what is not open. */
  apply(edit: WorkspaceEdit | null | undefined, read: (file: string) => string): Map<string, string> {
    const texts = new Map<string, string>();
    for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
      const file = this.fileOf(uri);
      const text = this.#documents.get(file)?.getText() ?? read(file);
      texts.set(file, TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits));
    }
    return texts;
  }

  /** The place of a text in a document, `into` units into it. */
  place(file: string, text: string, into = 0): Position {
    const at = this.text(file).indexOf(text);
    if (at < 0) throw new Error(`${file} does not hold ${JSON.stringify(text)}`);
    return this.#document(file).positionAt(at + into);
  }

  #at(file: string, position: Position) {
    return { textDocument: { uri: this.uriOf(file) }, position };
  }

  #next(file: string, version: number | undefined): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ file, version, done });
    });
  }

  #document(file: string): TextDocument {
    const document = this.#documents.get(file);
    if (!document) throw new Error(`${file} is not open`);
    return document;
  }

  /** The path of a file below the folder. */
  fileOf(uri: string): string {
    return decodeURIComponent(uri.slice(pathToFileURL(this.root).href.length + 1));
  }
}

/** An editor in a folder, closed when the test is over. */
export async function openEditor(root: string, options: { raw?: string } = {}): Promise<Editor> {
  const editor = new Editor(root);
  onTestFinished(() => {
    editor.server.kill('SIGKILL');
  });
  return editor.begin(options);
}
