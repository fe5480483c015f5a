// Messages of an editor → answers; the one module that speaks the Language Server Protocol.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  CodeActionKind,
  createConnection,
  type InitializeParams,
  InsertTextMode,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  ProposedFeatures,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { TOOL } from '../values/tool.ts';
import { FIX_ALL, listActions, type Repair } from './actions.ts';
import { complete } from './complete.ts';
import type { Desk } from './desk.ts';
import { hover } from './hover.ts';
import { listLenses } from './lenses.ts';
import { define, refer } from './locations.ts';
import { textOfClaim } from './names.ts';
import { listFolds, listSymbols } from './outline.ts';
import { folderOf, Paths } from './paths.ts';
import { prepareRename, RenameRefused, rename } from './rename.ts';
import { type SavedPage, SavedPages } from './savedPages.ts';
import { Session } from './session.ts';
import { plain } from './words.ts';
import { proposeCapture } from './writeCapture.ts';

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: [' ', '[', ',', '"'], resolveProvider: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: true },
};

/** Answers an editor until it hangs up, with which the process ends. */
export function serve(desk: Desk, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  const connection = createConnection(ProposedFeatures.all, input, output);
  const documents = new TextDocuments(TextDocument);
  const saved = new SavedPages(desk);
  let client: ClientCapabilities = {};
  let session = open(new Paths(desk.enter(null)), desk.raw);

  function open(paths: Paths, raw: string): Session {
    return new Session(desk, paths, raw, {
      show: (diagnostics) => connection.sendDiagnostics(diagnostics),
      complain: (text) => {
        const message = sanitiseForTerminal(text);
        connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
      },
    });
  }

  connection.onInitialize((params: InitializeParams) => {
    client = params.capabilities;
    const paths = new Paths(desk.enter(folderOf(params.workspaceFolders?.[0]?.uri ?? params.rootUri)));
    const raw: unknown = (params.initializationOptions as { raw?: unknown } | undefined)?.raw ?? desk.raw;
    // A path from the root of the disk is judged by where it leads, not as one below the folder.
    const folder = typeof raw === 'string' ? paths.fileOf(pathToFileURL(resolve(paths.root, raw)).href) : null;
    if (folder === null)
      throw new ResponseError(LSPErrorCodes.RequestFailed, '`raw` must be a folder below the one that is open.');
    session = open(paths, folder);
    return { capabilities: CAPABILITIES, serverInfo: { name: TOOL.name, version: TOOL.version } };
  });
  connection.onInitialized(() => session.begin());
  connection.onShutdown(() => session.end());

  documents.onDidChangeContent(({ document }) => session.hold(document));
  documents.onDidSave(({ document }) => session.hold(document));
  documents.onDidClose(({ document }) => session.release(document));

  connection.onCompletion(async ({ textDocument, position }) => {
    const { snippetSupport = false, insertTextModeSupport } = client.textDocument?.completion?.completionItem ?? {};
    const asIs = insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true;
    const skills = { snippets: snippetSupport, asIs };
    const pages = await readPages();
    return session.answer(textDocument.uri, null, (view, file) => complete(view, file, position, skills, pages));
  });
  connection.onCompletionResolve((item) => {
    const { claim } = (item.data ?? {}) as { claim?: unknown };
    if (typeof claim !== 'string') return item;
    const text = session.answer(session.paths.uriOf(desk.raw), null, (view) => textOfClaim(view, claim));
    return text === null ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: plain(text) } };
  });
  connection.onHover(({ textDocument, position }) =>
    session.answer(textDocument.uri, null, (view, file) => hover(view, file, position)),
  );
  connection.onDefinition(({ textDocument, position }) =>
    session.answerNow(textDocument.uri, null, (view, file) => define(view, file, position)),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    session.answerWhole(textDocument.uri, [], (view, file) => refer(view, file, position, context.includeDeclaration)),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    session.answerWhole(textDocument.uri, null, (view, file) => explained(() => prepareRename(view, file, position))),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    session.answerWhole(textDocument.uri, null, (view, file) => explained(() => rename(view, file, position, newName))),
  );
  connection.onDocumentSymbol(({ textDocument }) => session.answer(textDocument.uri, [], listSymbols));
  connection.onCodeLens(({ textDocument }) => session.answer(textDocument.uri, [], listLenses));
  connection.onFoldingRanges(({ textDocument }) => session.answer(textDocument.uri, [], listFolds));
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const wants = (kind: string) => context.only?.some((only) => `${kind}.`.startsWith(`${only}.`)) ?? true;
    const creates = client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
    const pages = creates && wants(CodeActionKind.QuickFix) ? await readPages() : [];
    return session.answerNow(textDocument.uri, [], (view, file, judgement) => {
      const actions = listActions(view, session.showing(), file, range, judgement.findingsOf(file), wants);
      const capture = proposeCapture(view, file, pages);
      const all = capture === null ? actions : [...actions, capture];
      const canWait = client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
      return canWait ? all : Promise.all(all.map(workOut));
    });
  });
  connection.onCodeActionResolve(workOut);

  async function readPages(): Promise<SavedPage[]> {
    return saved.read(desk.listPages(session.raw));
  }

  /** Gives an action the edit that it was listed without. */
  async function workOut<T extends { data?: unknown; edit?: unknown }>(action: T): Promise<T> {
    const { file, code = null } = (action.data ?? {}) as Partial<Repair>;
    if (typeof file !== 'string' || action.edit) return action;
    return session.answerWhole(session.paths.uriOf(file), action, (view, name, judgement) => {
      const before = view.sourceOf(name);
      const after = judgement.repairFile(name, code);
      if (before === null || after === null) return action;
      return { ...action, edit: { changes: { [view.paths.uriOf(name)]: [before.editTo(after)] } } };
    });
  }

  documents.listen(connection);
  connection.listen();
}

/** A refusal in the words of the protocol. */
function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenameRefused)
      throw new ResponseError(LSPErrorCodes.RequestFailed, sanitiseForTerminal(error.message));
    throw error;
  }
}
