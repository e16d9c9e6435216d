import {
  Area,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { seriesColour, type ChartSeries } from './series.ts';

/** A moment (ms UTC) with the value of each series; null leaves a gap. */
export type TimePoint = { at: number } & Readonly<Record<string, number | null>>;

interface TimeChartProps {
  points: readonly TimePoint[];
  series: readonly ChartSeries[];
  formatTime: (atMs: number) => string;
  formatValue: (value: number) => string;
  /** The highest value of the scale; by the values themselves when left out. */
  max?: number;
}

const tick = { fontSize: 11, fill: 'var(--wp-text-3)' };
const tooltip = {
  border: '1px solid var(--wp-line-strong)',
  borderRadius: 8,
  background: 'var(--wp-pane)',
  color: 'var(--wp-text)',
  fontSize: 12,
};

function drawSeries({ key, name, tone, isFilled = false }: ChartSeries) {
  const colour = seriesColour[tone];
  const line = {
    dataKey: key,
    name,
    stroke: colour,
    strokeWidth: 1.75,
    dot: false,
    isAnimationActive: false,
  };
  return isFilled ? (
    <Area key={key} {...line} fill={colour} fillOpacity={0.12} />
  ) : (
    <Line key={key} {...line} />
  );
}

/** Values over time, as lines on one scale. */
export function TimeChart({ points, series, formatTime, formatValue, max }: TimeChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--wp-line)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={formatTime}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--wp-line-strong)' }}
          minTickGap={40}
        />
        <YAxis
          width={44}
          tick={tick}
          tickLine={false}
          axisLine={false}
          tickFormatter={formatValue}
          domain={max === undefined ? [0, 'auto'] : [0, max]}
          allowDecimals={false}
        />
        <Tooltip
          contentStyle={tooltip}
          isAnimationActive={false}
          labelFormatter={(label) => formatTime(Number(label))}
          separator=": "
          formatter={(value) => formatValue(Number(value))}
        />
        <Legend iconType="plainline" wrapperStyle={{ fontSize: 12 }} />
        {series.map(drawSeries)}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
