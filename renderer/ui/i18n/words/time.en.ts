/** Spans are short: they stand at the narrow end of a row. */
export const timeEn = {
  now: 'now',
  today: 'Today',
  yesterday: 'Yesterday',
  minutes: '{{count}}m',
  hours: '{{count}}h',
  days: '{{count}}d',
  under_a_minute: '<1m',
  hours_minutes: '{{hours}}h {{minutes}}m',
  days_hours: '{{days}}d {{hours}}h',
  date_time: '{{date}}, {{time}}',
} as const;
