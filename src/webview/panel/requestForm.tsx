import type { PanelIntent, PanelState } from '../../protocol/panel';
import { GenerateBar } from './generateBar';
import { ModelSelect } from './modelSelect';
import { ParameterField } from './parameterField';
import { PromptField } from './promptField';
import { ProviderSelect } from './providerSelect';
import { ReferenceList } from './referenceList';
import { SizeFields } from './sizeFields';
import type { Form } from './useForm';
import { useTasksInSight } from './useTasksInSight';

interface RequestFormProps {
  readonly form: Form;
  readonly state: PanelState;
  readonly send: (intent: PanelIntent) => void;
}

/** What to make: the prompt, the model, and the fields that this model takes. */
export function RequestForm({ form, state, send }: RequestFormProps) {
  const { model } = form;
  const follow = useTasksInSight(state.tasks);
  const generate = () => {
    follow.start();
    form.generate();
  };
  const isSize = ({ name }: { readonly name: string }) => name === 'width' || name === 'height';
  const sizes = model.parameters.filter(isSize);
  return (
    <div
      class="request"
      onInput={follow.stop}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        // A key held down would pay again; Enter in an input method chooses a word.
        if (event.repeat || event.isComposing) return;
        event.preventDefault();
        generate();
      }}
    >
      {model.prompt !== 'none' && <PromptField form={form} />}
      <div class="grid roomy">
        <ProviderSelect state={state} send={send} />
        <ModelSelect form={form} state={state} />
      </div>
      {model.references.fields.length > 0 && (
        <ReferenceList form={form} references={state.references} send={send} />
      )}
      <div class="grid aligned">
        {sizes.length === 2 && <SizeFields form={form} sizes={sizes} state={state} />}
        {model.parameters
          .filter((parameter) => sizes.length !== 2 || !isSize(parameter))
          .map((parameter) => (
            <ParameterField key={parameter.name} parameter={parameter} form={form} state={state} />
          ))}
      </div>
      <GenerateBar form={form} state={state} onGenerate={generate} />
    </div>
  );
}
