// A folder of labels in Visual Studio Code → the language server of its project, running as long as it is open.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return;
  const settings = vscode.workspace.getConfiguration('veritable', folder.uri);
  const [command, ...args] = settings.get('command');
  const raw = settings.get('raw');
  const files = [`${raw}/**/*.{md,yml}`, `${raw}/votes/*.jsonl`, 'CITATION.cff', 'veritable.config.yml'];
  client = new LanguageClient(
    'veritable',
    'Veritable',
    // On Windows npm is a script, which only a shell can run.
    { command, args, options: { cwd: folder.uri.fsPath, shell: process.platform === 'win32' } },
    {
      documentSelector: files.map((pattern) => ({
        scheme: 'file',
        pattern: { baseUri: folder.uri.toString(), pattern },
      })),
      workspaceFolder: folder,
      initializationOptions: { raw },
    },
  );
  await client.start();
};

exports.deactivate = () => client?.stop();
