import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { nameOfPerson } from '../../store/people.ts';
import { useConsole } from '../../store/store-context.tsx';
import { Emphasised } from '../../ui/i18n/emphasised.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './composer.module.css';

/** Warns before two people answer the same customer: somebody is writing, or has begun. */
export function PresentBanner() {
  const t = wordsOf('composer');
  const people = useConsole((state) => state.people);
  const busy = useConsole(
    ({ present }) =>
      present?.people.find(({ state }) => state === 'typing') ??
      present?.people.find(({ state }) => state === 'draft') ??
      null,
  );
  if (busy === null || busy.state === 'viewing') return null;
  return (
    <div role="status" className={classes['present']}>
      <IconPencil aria-hidden size={15} stroke={1.75} />
      <span>
        <Emphasised text={t(`present.${busy.state}`, { name: nameOfPerson(people)(busy.user_id) })} />
      </span>
    </div>
  );
}
