import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import {
  generateAllNeeded,
  generateNeeded,
  type NeededCommandPorts,
} from '../../src/host/needed/neededCommands';
import type { NeededImage } from '../../src/host/needed/imageIndex';
import type { NeededMaker } from '../../src/host/needed/neededMaker';
import type { NeededOrder } from '../../src/host/needed/neededOrder';
import { indexOf, neededImage, writeDocument } from './support/neededImages';

/** What a person sees and does, and what is ordered then. */
function commands(needed: readonly NeededImage[], more: Partial<NeededCommandPorts> = {}) {
  const asked: NeededOrder[] = [];
  const offered: NeededOrder[] = [];
  const ordered: NeededOrder[] = [];
  const told: string[] = [];
  /** How much was ordered when the key was asked for. */
  const askedForKey: number[] = [];
  const make: NeededMaker['make'] = (orders) => {
    ordered.push(...orders);
    return Promise.resolve(
      orders.map((order) => ({ order, kind: 'made', file: order.image.file, unchanged: 0 })),
    );
  };
  const unused = () => Promise.reject(new Error('Not needed here.'));
  const ports: NeededCommandPorts = {
    index: indexOf(needed),
    maker: { make },
    neededDialogs: {
      askPrompt: (order) => {
        asked.push(order);
        return Promise.resolve({ prompt: order.prompt, next: 'order' });
      },
      pickOrders: (orders) => {
        offered.push(...orders);
        return Promise.resolve(orders);
      },
      showProgress: (_orders, work) => work(new AbortController().signal, () => undefined),
    },
    dialogs: {
      tell: (_kind, message) => {
        told.push(message);
        return Promise.resolve(undefined);
      },
    },
    tasks: { all: [] },
    remedies: {} as NeededCommandPorts['remedies'],
    pickModel: unused,
    askForKey: () => {
      askedForKey.push(ordered.length);
      return Promise.resolve();
    },
    l10n: vscode.l10n,
    ...more,
  };
  return { ports, asked, offered, ordered, told, askedForKey };
}

async function twoImages() {
  const document = await writeDocument('a.md', '![A boat](boat.png) ![A bay](bay.png)');
  return [
    await neededImage(document, 'boat.png', { alt: 'A boat', width: 64, height: 48 }),
    await neededImage(document, 'bay.png', { alt: 'A bay' }),
  ] as const;
}

describe('Generate This Image…', () => {
  it('shows draft, size and model of that image, and orders what was entered', async () => {
    const needed = await twoImages();
    const { ports, asked, ordered, told } = commands(needed);
    const { neededDialogs } = ports;
    await generateNeeded(needed[0].id, {
      ...ports,
      neededDialogs: {
        ...neededDialogs,
        askPrompt: async (order) => {
          await neededDialogs.askPrompt(order);
          return { prompt: 'A red boat', next: 'order' };
        },
      },
    });
    assert.deepEqual(
      asked.map(({ prompt, plan, model, estimate }) => [prompt, plan.size, model.id, estimate]),
      [['A boat', { width: 64, height: 48 }, 'flux-2-pro', { kind: 'free' }]],
    );
    assert.deepEqual(
      ordered.map(({ prompt, image }) => [prompt, image.file.toString()]),
      [['A red boat', needed[0].file.toString()]],
    );
    assert.match(told.join(), /^Saved folder-.*\/boat\.png\.$/);
  });

  it('takes an item of the view', async () => {
    const needed = await twoImages();
    const { ports, ordered } = commands(needed);
    await generateNeeded({ kind: 'image', needed: needed[1] }, ports);
    assert.deepEqual(
      ordered.map(({ prompt }) => prompt),
      ['A bay'],
    );
  });

  it('keeps what was typed when another model is chosen, and plans for that', async () => {
    const needed = await twoImages();
    const answers = [
      { prompt: 'A red boat', next: 'chooseModel' },
      { prompt: 'A red boat', next: 'order' },
    ] as const;
    const asked: NeededOrder[] = [];
    const { ports, ordered } = commands(needed, {
      pickModel: () => Promise.resolve('flux-kontext-pro'),
    });
    await generateNeeded(needed[0].id, {
      ...ports,
      neededDialogs: {
        ...ports.neededDialogs,
        askPrompt: (order) => Promise.resolve(answers[asked.push(order) - 1]),
      },
    });
    assert.deepEqual(
      asked.map(({ prompt, model }) => [prompt, model.id]),
      [
        ['A boat', 'flux-2-pro'],
        ['A red boat', 'flux-kontext-pro'],
      ],
    );
    assert.equal(ordered[0]?.plan.parameters['aspect_ratio'], '4:3');
  });

  it('orders nothing for who gives up, and nothing that is not needed any more', async () => {
    const needed = await twoImages();
    const { ports, ordered, told } = commands(needed);
    const neededDialogs = { ...ports.neededDialogs, askPrompt: () => Promise.resolve(undefined) };
    await generateNeeded(needed[0].id, { ...ports, neededDialogs });
    assert.deepEqual(told, []);
    await generateNeeded('gone', ports);
    assert.deepEqual(told, ['This image is not needed any more. Nothing was generated.']);
    assert.deepEqual(ordered, []);
  });
});

describe('Generate All Needed Images…', () => {
  it('offers each file once, orders the chosen ones together, and sums up', async () => {
    const needed = await twoImages();
    const other = await neededImage(needed[0].document, 'boat.png', { width: 640, height: 480 });
    const { ports, offered, ordered, told, askedForKey } = commands([
      ...needed,
      { ...other, id: 'other' },
    ]);
    await generateAllNeeded(undefined, ports);
    assert.deepEqual(
      offered.map(({ prompt, plan }) => [prompt, plan.size?.width]),
      [
        ['A boat', 640],
        ['A bay', undefined],
      ],
    );
    assert.equal(ordered.length, 2);
    assert.deepEqual(askedForKey, [0]);
    assert.deepEqual(told, ['2 images saved.']);
  });

  it('offers those of one document alone', async () => {
    const needed = await twoImages();
    const elsewhere = await writeDocument('b.md', '![A hill](hill.png)');
    const hill = await neededImage(elsewhere, 'hill.png', { alt: 'A hill' });
    const { ports, offered } = commands([...needed, hill]);
    await generateAllNeeded(elsewhere.toString(), ports);
    assert.deepEqual(
      offered.map(({ prompt }) => prompt),
      ['A hill'],
    );
  });

  it('says so where nothing is needed, and orders nothing for who gives up', async () => {
    const none = commands([]);
    await generateAllNeeded(undefined, none.ports);
    assert.deepEqual(none.told, ['No images are needed. Nothing was generated.']);
    const { ports, ordered } = commands(await twoImages());
    const neededDialogs = { ...ports.neededDialogs, pickOrders: () => Promise.resolve(undefined) };
    await generateAllNeeded(undefined, { ...ports, neededDialogs });
    assert.deepEqual(ordered, []);
  });
});
