import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { Asset } from '../../src/core/assets/asset';
import { ActiveEditor } from '../../src/host/activeEditor';
import { Projects } from '../../src/host/code/projects';
import { ReferenceInsertion } from '../../src/host/code/referenceInsertion';
import type { CodeOrder } from '../../src/host/fromCode/codeOrder';
import type { DraftDialogs } from '../../src/host/fromCode/draftDialogs';
import { generateAndInsert } from '../../src/host/fromCode/generateAndInsert';
import { generateFromSelection } from '../../src/host/fromCode/generateFromSelection';
import type { GenerationOrder } from '../../src/host/tasks/order';
import type { Draft } from '../../src/protocol/panel';
import { freshFolder } from './support/flux';

const l10n = vscode.l10n;

function asset(order: GenerationOrder): Asset {
  return {
    id: 'a',
    uri: vscode.Uri.joinPath(order.target ?? freshFolder(), 'boat.png').toString(),
    provider: 'demo',
    model: order.model,
    prompt: order.prompt,
    parameters: order.parameters,
    taskId: 't',
    width: 640,
    height: 368,
    format: 'png',
    createdAt: 1,
  };
}

describe('from where a person stands in the code', () => {
  const folder = freshFolder();
  let activeEditor: ActiveEditor;
  let orders: GenerationOrder[];
  let drafts: (Partial<Draft> | undefined)[];
  let shown: CodeOrder[];
  /** What happens while the picture is being made. */
  let meanwhile: () => PromiseLike<unknown>;

  beforeEach(() => {
    activeEditor = new ActiveEditor();
    [orders, drafts, shown] = [[], [], []];
    meanwhile = () => Promise.resolve();
  });
  afterEach(async () => {
    activeEditor.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const history = { all: new Array<Asset>() };
  const projects = new Projects();
  const insertion = new ReferenceInsertion({ history, projects });
  after(() => {
    projects.dispose();
  });

  const dialogs: DraftDialogs = {
    askPrompt: (order) => {
      shown.push(order);
      return Promise.resolve(order.draft.prompt);
    },
    pickOrders: (all) => {
      shown.push(...all);
      return Promise.resolve(all);
    },
    showProgress: (_title, work) => work(new AbortController().signal),
  };

  const run = async (order: GenerationOrder) => {
    orders.push(order);
    await meanwhile();
    history.all.push(asset(order));
    return { saved: [asset(order)], failures: [], refused: false };
  };

  const ports = () => ({
    activeEditor,
    dialogs,
    l10n,
    run,
    runAll: (all: readonly GenerationOrder[]) => Promise.all(all.map(run)),
    openPanel: (draft?: Partial<Draft>) => drafts.push(draft),
    insertAt: (document: vscode.TextDocument, range: vscode.Range, { uri }: Asset) =>
      insertion.at(document, range, [vscode.Uri.parse(uri)]),
    saveFolder: { ask: () => Promise.resolve({ target: folder }) },
    keys: { isReady: () => true },
    tasks: { all: [] },
    actions: { run: () => Promise.resolve() },
    remedies: {},
  });
  type AllPorts = Parameters<typeof generateAndInsert>[0] &
    Parameters<typeof generateFromSelection>[0];
  const given = () => ports() as unknown as AllPorts;

  /** Opens a file in which `‹…›` is selected, or `|` the cursor. */
  async function open(name: string, marked: string): Promise<vscode.TextEditor> {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(marked.replace(/[‹›|]/g, '')));
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const { document } = editor;
    const selections = [...marked.matchAll(/‹([^›]*)›|\|/g)].map(({ index, 1: words = '' }) => {
      const marks = marked.slice(0, index).match(/[‹›|]/g) ?? [];
      const start = index - marks.length;
      const [from, to] = [document.positionAt(start), document.positionAt(start + words.length)];
      return new vscode.Selection(from, to);
    });
    editor.selections = selections;
    return editor;
  }

  it('one draft goes to the panel, at a size that the model takes', async () => {
    await open('a.html', '<img alt="A red boat|" width="630" height="360">');
    await generateFromSelection(given());
    assert.deepEqual(drafts, [
      { prompt: 'A red boat', model: 'flux-2-pro', values: { width: '640', height: '368' } },
    ]);
    await open('b.ts', '// A blue hare|');
    await generateFromSelection(given());
    assert.deepEqual(drafts[1], { prompt: 'A blue hare' });
    await open('c.txt', '|');
    await generateFromSelection(given());
    assert.deepEqual([drafts.length, drafts[2]], [3, undefined]);
  });

  it('several are shown together, and made', async () => {
    await open('d.md', '- ‹A red boat›\n- ‹A blue hare›\n');
    await generateFromSelection(given());
    assert.deepEqual(
      shown.map(({ draft }) => draft.prompt),
      ['A red boat', 'A blue hare'],
    );
    assert.deepEqual(
      orders.map(({ prompt, target }) => [prompt, target]),
      [
        ['A red boat', folder],
        ['A blue hare', folder],
      ],
    );
    assert.deepEqual(drafts, []);
  });

  it('the reference stands where the cursor was, though the text above has grown', async () => {
    const { document } = await open('e.md', '# A red boat\n\n|\n\nThe end.\n');
    meanwhile = async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), 'New lines\n\n');
      edit.insert(document.uri, document.positionAt(document.getText().length), 'Really.\n');
      await vscode.workspace.applyEdit(edit);
    };
    await generateAndInsert(given());
    assert.equal(
      document.getText(),
      'New lines\n\n# A red boat\n\n![A red boat](boat.png)\n\nThe end.\nReally.\n',
    );
    await document.save();
  });

  it('it takes the place of what was selected, in a file that was closed meanwhile', async () => {
    const { document } = await open('f.md', 'See ‹A red boat› here.\n');
    meanwhile = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await generateAndInsert(given());
    const again = await vscode.workspace.openTextDocument(document.uri);
    assert.equal(again.getText(), 'See ![A red boat](boat.png) here.\n');
    await again.save();
  });

  it('a selection that was changed meanwhile stays, and the reference comes behind it', async () => {
    const editor = await open('g.md', '‹A red boat›\n');
    meanwhile = async () =>
      editor.edit((edit) => {
        edit.replace(new vscode.Range(0, 2, 0, 5), 'green');
      });
    await generateAndInsert(given());
    assert.equal(editor.document.getText(), 'A green boat![A red boat](boat.png)\n');
    await editor.document.save();
  });

  it('nothing is written into a file whose place is gone', async () => {
    const { document } = await open('h.md', 'Here: |\n');
    const { uri } = document;
    meanwhile = async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
    };
    await generateAndInsert(given());
    assert.equal(orders.length, 1);
    await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(uri)));
  });
});
