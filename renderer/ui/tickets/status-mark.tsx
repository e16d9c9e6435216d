import type { Icon } from '@tabler/icons-react';
import IconArchive from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs';
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import IconDiamond from '@tabler/icons-react/dist/esm/icons/IconDiamond.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconProgress from '@tabler/icons-react/dist/esm/icons/IconProgress.mjs';
import type { Status } from '#shared/model/status.ts';
import classes from './marks.module.css';

const iconByStatus: Record<Status, Icon> = {
  new: IconDiamond,
  opened: IconCircleDot,
  in_progress: IconProgress,
  on_hold: IconPlayerPause,
  waiting_user: IconCircleHalf2,
  resolved: IconCircleCheck,
  waiting_approval: IconHourglass,
  closed: IconArchive,
  cancelled: IconBan,
};

/** The icon of a status; its word stands beside it or in the name of what it marks. */
export function StatusMark({ status, size = 16 }: { status: Status; size?: number }) {
  const StatusIcon = iconByStatus[status];
  return <StatusIcon aria-hidden size={size} stroke={2} className={classes['status']} data-status={status} />;
}
