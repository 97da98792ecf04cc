import type { PeriodId, SlotUnit } from '../../core/money/periods';
import type { SpendingColumn } from '../../core/money/spendingTable';
import type { Localizer } from '../../protocol/localizer';

/** How many tasks: `1 task`, `12 tasks`. */
export function taskCount(count: number, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 task') : l10n.t('{0} tasks', count);
}

/** A period's name, as people choose it. */
export function periodLabel(id: PeriodId, l10n: Localizer): string {
  switch (id) {
    case 'today':
      return l10n.t('Today');
    case 'week':
      return l10n.t('Last 7 days');
    case 'month':
      return l10n.t('This month');
    case 'all':
      return l10n.t('All time');
  }
}

/** The heading over the bars of one unit. */
export function slotsLabel(unit: SlotUnit, l10n: Localizer): string {
  switch (unit) {
    case 'day':
      return l10n.t('By day');
    case 'month':
      return l10n.t('By month');
    case 'year':
      return l10n.t('By year');
  }
}

/** A column's heading. */
export function columnLabel(column: SpendingColumn, l10n: Localizer): string {
  switch (column) {
    case 'time':
      return l10n.t('Time');
    case 'model':
      return l10n.t('Model');
    case 'file':
      return l10n.t('File');
    case 'workspace':
      return l10n.t('Workspace');
    case 'estimate':
      return l10n.t('Estimate');
    case 'actual':
      return l10n.t('Actual');
    case 'outcome':
      return l10n.t('Outcome');
  }
}

/** A workspace's name; a window without a folder has none. */
export function workspaceName(label: string, l10n: Localizer): string {
  return label === '' ? l10n.t('No folder') : label;
}
