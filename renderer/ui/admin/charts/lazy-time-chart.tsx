import { Loader } from '@mantine/core';
import { lazy, Suspense, type ComponentProps } from 'react';
import type { TimeChart } from './time-chart.tsx';
import classes from './chart-card.module.css';

/** The chart library is the largest part of the admin area: it comes when the first chart does. */
const Chart = lazy(async () => ({ default: (await import('./time-chart.tsx')).TimeChart }));

export function LazyTimeChart(props: ComponentProps<typeof TimeChart>) {
  return (
    <Suspense
      fallback={
        <div className={classes['waiting']}>
          <Loader size="sm" />
        </div>
      }
    >
      <Chart {...props} />
    </Suspense>
  );
}
