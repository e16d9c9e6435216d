import type { FigureName, Figures, FigureScope } from '#shared/protocol/admin/figures.ts';
import { Card } from '../../ui/admin/card.tsx';
import { FigureLink } from '../../ui/admin/figure-link.tsx';
import { figure, share } from '../../ui/admin/figures.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { ticketHref } from './ticket-href.ts';
import classes from './overview.module.css';

const parts = ['met', 'missed', 'pending'] as const;

function SlaBar({
  what,
  figures,
  scope,
}: {
  what: 'response' | 'resolution';
  figures: Figures;
  scope: FigureScope;
}) {
  const t = wordsOf('admin-overview');
  const sla = figures[`${what}_sla`];
  const total = sla.met + sla.missed + sla.pending;
  return (
    <div className={classes['sla']}>
      <h3>{t(`sla.${what}`)}</h3>
      <div className={classes['bar']} aria-hidden>
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: sla[part] }} />
        ))}
      </div>
      <ul className={classes['legend']}>
        {parts.map((part) => (
          <li key={part} data-part={part}>
            <FigureLink href={ticketHref(`${what}_${part}` satisfies FigureName, scope)}>
              {t(`sla.${part}`)} {figure(sla[part])}
            </FigureLink>
            <span>{total === 0 ? '' : share(sla[part] / total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many promises were kept: of the first answer, and of the end. */
export function SlaCards({ figures, scope }: { figures: Figures; scope: FigureScope }) {
  const t = wordsOf('admin-overview');
  const title = t('sla.title');
  return (
    <Card title={title} formula={t('formula.sla')}>
      <SlaBar what="response" figures={figures} scope={scope} />
      <SlaBar what="resolution" figures={figures} scope={scope} />
    </Card>
  );
}
