import { useEffect, useRef, useState } from 'preact/hooks';
import type { AssetView, TaskView } from '../../protocol/panel';
import { useL10n } from '../l10n';

interface AnnouncerProps {
  readonly tasks: readonly TaskView[];
  readonly results: readonly AssetView[];
}

/** Tells screen readers what started and what was saved; failures speak for themselves, as alerts. */
export function Announcer({ tasks, results }: AnnouncerProps) {
  const l10n = useL10n();
  const known = useRef<ReadonlySet<string>>(undefined);
  const [message, setMessage] = useState('');

  useEffect(() => {
    const before = known.current;
    known.current = new Set([...tasks, ...results].map(({ id }) => id));
    // What was there when the page opened is no news.
    if (before === undefined) return;
    const saved = results.filter(({ id }) => !before.has(id));
    const started = tasks.filter(({ id, phase }) => !before.has(id) && isOurs(phase));
    const [first] = saved;
    if (first !== undefined) {
      setMessage(
        saved.length === 1
          ? l10n.t('Image saved: {0}', first.name)
          : l10n.t('{0} images saved', saved.length),
      );
    } else if (started.length > 0) {
      setMessage(
        started.length === 1
          ? l10n.t('One image started')
          : l10n.t('{0} images started', started.length),
      );
    }
  }, [tasks, results]);

  return (
    <div class="unseen" role="status">
      {message}
    </div>
  );
}

/** What started in another window was not started here. */
function isOurs(phase: TaskView['phase']): boolean {
  return phase !== 'failed' && phase !== 'elsewhere';
}
