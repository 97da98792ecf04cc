import type { Model } from '../../core/api/model';
import { fieldLabel } from '../../protocol/fieldLabels';
import type { Localizer } from '../../protocol/localizer';
import type { PanelIntent, ReferenceView } from '../../protocol/panel';
import { Button, IconButton } from '../controls/button';
import { useL10n } from '../l10n';
import type { Form } from './useForm';

interface ReferenceListProps {
  readonly form: Form;
  readonly references: readonly ReferenceView[];
  readonly send: (intent: PanelIntent) => void;
}

/** The images that go with the prompt, in their order, each with what the model takes it for. */
export function ReferenceList({ form, references, send }: ReferenceListProps) {
  const l10n = useL10n();
  const { model } = form;
  const problems = form.problems('references');
  const last = references.length - 1;
  return (
    <div
      class="references"
      role="group"
      aria-labelledby="references-label"
      aria-describedby="references-hint"
    >
      <span class="label" id="references-label">
        {fieldLabel('references', l10n)}
      </span>
      {references.length > 0 && (
        <ul role="list">
          {references.map((reference, index) => (
            <li key={reference.id}>
              <img src={reference.src} alt="" />
              <span class="words">
                <span class="role">{roleOf(model, index, l10n)}</span>
                <span class="name" title={reference.name}>
                  {reference.name}
                </span>
              </span>
              <IconButton
                icon="arrow-up"
                label={l10n.t('Move {0} up', reference.name)}
                disabled={index === 0}
                onClick={() => {
                  send({ type: 'moveReference', id: reference.id, by: -1 });
                }}
              />
              <IconButton
                icon="arrow-down"
                label={l10n.t('Move {0} down', reference.name)}
                disabled={index === last}
                onClick={() => {
                  send({ type: 'moveReference', id: reference.id, by: 1 });
                }}
              />
              <IconButton
                icon="close"
                label={l10n.t('Remove {0}', reference.name)}
                onClick={() => {
                  send({ type: 'removeReference', id: reference.id });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div class="line">
        <Button
          id="field-references"
          describedBy={problems.length > 0 ? 'field-references-problem' : undefined}
          problem={problems.length > 0}
          onClick={() => {
            send({ type: 'addReferences' });
          }}
        >
          {l10n.t('Add images…')}
        </Button>
        <span class="hint" id="references-hint">
          {takes(model, l10n)}
        </span>
      </div>
      {problems.length > 0 && (
        <div class="problem" id="field-references-problem">
          {problems.map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** What the model takes the image at this place for. */
function roleOf({ references: { fields } }: Model, index: number, l10n: Localizer): string {
  const field = fields[index];
  if (field === undefined) return l10n.t('Too many');
  if (field === 'mask') return l10n.t('Mask');
  const images = fields.filter((one) => one !== 'mask').length;
  return images === 1 ? l10n.t('Image') : l10n.t('Image {0}', index + 1);
}

function takes({ references: { fields, required } }: Model, l10n: Localizer): string {
  if (fields.includes('mask')) {
    return required === 2
      ? l10n.t('The image, then its mask: white is what changes.')
      : l10n.t(
          'The image, then its mask: white is what changes. Without a mask, what is transparent changes.',
        );
  }
  if (fields.length === 1) return l10n.t('One image');
  return l10n.t('Up to {0}; the prompt can call them image 1, image 2, …', fields.length);
}
