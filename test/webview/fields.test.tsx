import { expect, test } from 'vitest';
import { models } from '../../src/core/api/models';
import { fieldLabel } from '../../src/protocol/fieldLabels';
import { createLocalizer } from '../../src/protocol/localizer';
import { choose, field, labels, openPanel, panelState, savedDraft } from './support';

const l10n = createLocalizer();

test.each(models.map((model) => [model.id, model] as const))(
  '%s shows the fields that it takes and no others',
  (id, model) => {
    openPanel(panelState(), savedDraft({ model: id }));
    const sized = model.parameters.some(({ name }) => name === 'width');
    expect([...labels()].sort()).toEqual(
      [
        ...(model.prompt === 'none' ? [] : ['Prompt']),
        'Provider',
        'Model',
        ...(model.references.fields.length === 0 ? [] : ['Reference images']),
        ...(sized ? ['Size preset'] : []),
        ...model.parameters.map(({ name }) => fieldLabel(name, l10n)),
        'Number of images',
      ].sort(),
    );
  },
);

test('the names that checks and screen readers hold on to', () => {
  openPanel(panelState(), savedDraft({ model: 'flux-2-flex' }));
  for (const name of ['Width', 'Height', 'Seed', 'Steps', 'Guidance', 'Safety tolerance']) {
    expect(field(name).getAttribute('role')).toBe('spinbutton');
  }
  expect(field('Prompt').tagName).toBe('TEXTAREA');
  expect(field('Enhance prompt').type).toBe('checkbox');
  expect(field('Output format').tagName).toBe('SELECT');
  const named = (start: string) =>
    [...document.querySelectorAll('button')].filter((one) => one.textContent.startsWith(start));
  expect(named('Generate')).toHaveLength(1);
  expect(named('Prompt')).toHaveLength(0);
});

test('the flags start as the service has them, turned round where the field is', () => {
  openPanel(panelState(), savedDraft({ model: 'flux-2-pro' }));
  expect(field('Enhance prompt').checked).toBe(true);
  choose('Model', 'flux-pro-1.1-ultra');
  expect(field('Enhance prompt').checked).toBe(false);
  expect(field('Raw').checked).toBe(false);
});

test('the models of a provider, by id, with the other model last', () => {
  const { sent } = openPanel(panelState());
  const values = [...field('Model').options].map(({ value }) => value);
  expect([...values].sort()).toEqual([...models.map(({ id }) => id), 'other'].sort());
  expect(values.at(-1)).toBe('other');
  expect(field('Model').value).toBe('flux-2-pro');
  expect([...field('Provider').options].map(({ value }) => value)).toEqual([
    'demo',
    'bfl',
    'openai-hk',
    'custom',
  ]);
  choose('Provider', 'openai-hk');
  expect(sent).toEqual([{ type: 'selectProvider', provider: 'openai-hk' }]);
});

test('the relay says which models its page does not list', () => {
  openPanel(panelState({ provider: 'openai-hk' }));
  const groups = [...field('Model').querySelectorAll('optgroup')];
  expect(groups.map(({ label }) => label)).toEqual([
    'Listed on the service’s page',
    'Not confirmed on this service',
  ]);
  expect(groups[0]?.children).toHaveLength(11);
  for (const option of groups[1]?.children ?? []) {
    expect(option.textContent).toContain('not confirmed on this service');
  }
});

test('another model is typed, and shown in the shape of FLUX.2', () => {
  openPanel(panelState());
  choose('Model', 'other');
  expect(field('Endpoint').value).toBe('');
  expect(labels()).toContain('Width');
  choose('Model', 'flux-dev');
  expect(labels()).not.toContain('Endpoint');
});

test('an unset output format says what it comes to', () => {
  const { show } = openPanel(panelState());
  expect(field('Output format').options[0]?.textContent).toBe('Default (JPEG)');
  show(panelState({ defaultFormat: 'webp' }));
  expect(field('Output format').options[0]?.textContent).toBe('Default (WebP)');
});

test('a preset fills both sides', () => {
  openPanel(panelState());
  choose('Size preset', 'hero');
  expect([field('Width').value, field('Height').value]).toEqual(['1344', '768']);
  choose('Size preset', '');
  expect([field('Width').value, field('Height').value]).toEqual(['', '']);
});
