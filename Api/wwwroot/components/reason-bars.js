import { columnsOf } from '../columns.js';
import { data } from '../dom.js';
import { count } from '../format.js';
import { t } from '../i18n.js';
import { reasonsOf } from '../reasons.js';
import { dataTable } from './data-table.js';
import { shareBar } from './share-bar.js';

const uploaded = columnsOf('Uploads');
const runs = columnsOf('Runs');

/** Rejected and duplicate rows by reason, the commonest first. */
export function reasonBars(uploads) {
  const reasons = reasonsOf(uploads);
  const most = reasons[0]?.[1] ?? 1;
  return dataTable({
    caption: t('reasons.caption'),
    empty: t('reasons.empty'),
    tall: reasons.length > 12,
    rows: reasons,
    columns: [
      { label: uploaded.label('reasons'), wrap: true, value: ([reason]) => data(reason) },
      { label: runs.label('rows'), number: true, value: ([, rows]) => shareBar(rows / most, count(rows)) },
    ],
  });
}
