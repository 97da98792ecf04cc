import { useState } from 'preact/hooks';
import type { RatioParameter } from '../../core/api/model';
import type { Dialect } from '../../core/api/provider';
import type { FieldProps } from '../controls/field';
import { SelectInput } from '../controls/selectInput';
import { TextInput } from '../controls/textInput';
import { useL10n } from '../l10n';

const other = 'other';

interface RatioFieldProps extends FieldProps {
  readonly parameter: RatioParameter;
  readonly value: string;
  readonly dialect: Dialect;
}

/** The usual ratios, and where the service takes others a field to type one. */
export function RatioField({ parameter, value, dialect, ...field }: RatioFieldProps) {
  const l10n = useL10n();
  const [typing, setTyping] = useState(false);
  const listed = value === '' || parameter.values.includes(value);
  const custom = typing || !listed;
  return (
    <>
      <SelectInput
        {...field}
        problems={custom ? [] : field.problems}
        value={custom ? other : value}
        onInput={(chosen) => {
          setTyping(chosen === other);
          field.onInput(chosen === other ? '' : chosen);
        }}
      >
        <option value="">
          {parameter.default === undefined
            ? l10n.t('Automatic')
            : l10n.t('Default ({0})', parameter.default)}
        </option>
        {parameter.values.map((ratio) => (
          <option key={ratio} value={ratio}>
            {ratio}
          </option>
        ))}
        {(custom || dialect === 'source') && (
          <option value={other}>{l10n.t('Other ratio…')}</option>
        )}
      </SelectInput>
      {custom && (
        <TextInput
          {...field}
          id={`${field.id}-other`}
          label={l10n.t('Custom ratio')}
          hint={field.problems.length === 0 ? l10n.t('Width:height, from 21:9 to 9:21') : undefined}
          placeholder="7:5"
          value={value}
        />
      )}
    </>
  );
}
