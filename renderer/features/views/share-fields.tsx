import { NativeSelect } from '@mantine/core';
import { departments, isDepartment, type Department } from '#shared/model/department.ts';
import { itemVisibilities, type ItemVisibility } from '#shared/model/item.ts';
import { isAdmin } from '#shared/model/user.ts';
import type { ConsoleUser } from '#shared/protocol/console-session.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import classes from './views.module.css';

/** Whom something is made for. */
export interface Share {
  visibility: ItemVisibility;
  department: Department | null;
}

interface ShareFieldsProps {
  user: ConsoleUser;
  share: Share;
  onChange: (share: Share) => void;
}

/** Whom its author may share it with: themselves, their own team, and, as an admin, everybody. */
export function ShareFields({ user, share, onChange }: ShareFieldsProps) {
  const t = wordsOf('views');
  const open = itemVisibilities.filter(
    (visibility) =>
      isAdmin(user) || visibility === 'own' || (visibility === 'team' && user.department !== null),
  );
  const teams = isAdmin(user) ? departments : departments.filter((team) => team === user.department);
  const setVisibility = (value: string): void => {
    const visibility = open.find((known) => known === value) ?? 'own';
    onChange({
      visibility,
      department: visibility === 'team' ? (share.department ?? teams[0] ?? null) : null,
    });
  };
  return (
    <div className={classes['share']}>
      <NativeSelect
        label={t('who')}
        value={share.visibility}
        data={open.map((value) => ({ value, label: t(`shared.${value}`) }))}
        onChange={(event) => setVisibility(event.currentTarget.value)}
      />
      {share.visibility === 'team' ? (
        <NativeSelect
          label={t('team')}
          value={share.department ?? ''}
          data={teams.map((value) => ({ value, label: categoryWord(value) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ ...share, department: isDepartment(value) ? value : null });
          }}
        />
      ) : null}
    </div>
  );
}
