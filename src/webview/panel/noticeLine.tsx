import type { Notice, PanelIntent } from '../../protocol/panel';
import { Button } from '../controls/button';
import { Icon } from '../controls/icon';
import { memo } from '../memo';

interface NoticeLineProps {
  readonly notice: Notice;
  readonly send: (intent: PanelIntent) => void;
}

/** What is missing, or good to know, before anything is made. */
export const NoticeLine = memo(function NoticeLine({
  notice: { kind, text, action },
  send,
}: NoticeLineProps) {
  return (
    <div class={`notice ${kind}`}>
      <Icon name={kind} />
      <p>{text}</p>
      {action !== undefined && (
        <Button
          onClick={() => {
            send(action.intent);
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
});
