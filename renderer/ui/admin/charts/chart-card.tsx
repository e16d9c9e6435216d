import { ActionIcon } from '@mantine/core';
import IconChartLine from '@tabler/icons-react/dist/esm/icons/IconChartLine.mjs';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { useState, type ReactNode } from 'react';
import { wordsOf } from '../../i18n/i18n.ts';
import { Frame } from '../frame.tsx';
import { Formula } from '../formula.tsx';
import classes from './chart-card.module.css';

interface ChartCardProps {
  title: string;
  /** How the figures are counted. */
  formula?: string;
  chart: ReactNode;
  /** The same figures in rows: for those who do not see the chart, and for exact values. */
  table: ReactNode;
  actions?: ReactNode;
}

/** A chart under its title, with its formula and its figures as a table. */
export function ChartCard({ title, formula, chart, table, actions }: ChartCardProps) {
  const t = wordsOf('admin');
  const [isTable, setTable] = useState(false);
  const Other = isTable ? IconChartLine : IconTable;
  const name = t(isTable ? 'show_chart' : 'show_table');
  return (
    <Frame as="section" className={classes['card']} aria-label={title}>
      <header className={classes['head']}>
        <h2 className={classes['title']}>{title}</h2>
        {formula === undefined ? null : <Formula name={title} text={formula} />}
        <span className={classes['spring']} />
        {actions}
        <ActionIcon aria-label={`${title}: ${name}`} title={name} onClick={() => setTable(!isTable)}>
          <Other aria-hidden size={16} stroke={1.75} />
        </ActionIcon>
      </header>
      {isTable ? (
        <div className={classes['table']}>{table}</div>
      ) : (
        <div className={classes['chart']} role="group" aria-label={title}>
          {chart}
        </div>
      )}
    </Frame>
  );
}
