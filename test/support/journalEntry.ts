import type { JournalEntry } from '../../src/core/tasks/journalEntry';

/** A journal entry, queued unless `more` says otherwise. */
export function journalEntry(
  more: Partial<Omit<JournalEntry, 'order'>> & {
    readonly order?: Partial<JournalEntry['order']>;
  } = {},
): JournalEntry {
  return {
    v: 1,
    id: 'ours-1',
    window: 'window-1',
    workspace: 'workspace-1',
    state: { phase: 'queued' },
    ...more,
    order: {
      provider: 'bfl',
      baseUrl: 'https://api.bfl.ai/v1',
      model: 'flux-2-pro',
      prompt: 'A red boat',
      parameters: { width: 64, height: 64 },
      hadImages: false,
      references: [],
      destination: { folder: 'file:///project/assets' },
      workspaceLabel: 'site',
      fileName: '{prompt}-{seed}',
      orderedAt: 1000,
      index: 0,
      ...more.order,
    },
  };
}
