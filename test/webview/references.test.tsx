import { expect, test } from 'vitest';
import type { ReferenceView } from '../../src/protocol/panel';
import { buttons, click, openPanel, panelState, pressGenerate, savedDraft } from './support';

const references: readonly ReferenceView[] = [
  { id: 'r1', name: 'page.png', src: 'https://pictures.invalid/r1' },
  { id: 'r2', name: 'logo.png', src: 'https://pictures.invalid/r2' },
];

function group(): Element | null {
  return document.querySelector('[role="group"][aria-labelledby="references-label"]');
}

function roles(): readonly (string | null)[] {
  return [...document.querySelectorAll('.references .role')].map((one) => one.textContent);
}

test('images are added, moved and removed by the host', () => {
  const { sent } = openPanel(panelState({ references }), savedDraft());
  expect(group()?.textContent).toContain('Reference images');
  expect(roles()).toEqual(['Image 1', 'Image 2']);
  click('Add images…');
  click('Move page.png down');
  click('Move logo.png up');
  click('Remove logo.png');
  expect(sent).toEqual([
    { type: 'addReferences' },
    { type: 'moveReference', id: 'r1', by: 1 },
    { type: 'moveReference', id: 'r2', by: -1 },
    { type: 'removeReference', id: 'r2' },
  ]);
  expect(buttons('Move page.png up')[0]?.disabled).toBe(true);
});

test('a mask is named', () => {
  openPanel(panelState({ references }), savedDraft({ model: 'flux-pro-1.0-fill' }));
  expect(roles()).toEqual(['Image', 'Mask']);
});

test('a missing image is told where it is added', () => {
  const { sent } = openPanel(panelState(), savedDraft({ model: 'flux-tools/deblur-v1' }));
  pressGenerate();
  expect(sent).toEqual([]);
  expect(group()?.textContent).toContain('Add an image');
  expect(document.activeElement).toBe(buttons('Add images…')[0]);
});

test('one image too many is told', () => {
  const { sent } = openPanel(panelState({ references }), savedDraft({ model: 'flux-dev' }));
  pressGenerate();
  expect(sent).toEqual([]);
  expect(group()?.textContent).toContain('Keep one image only');
});
