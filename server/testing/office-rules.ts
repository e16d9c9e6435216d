import { documentedSlaRules, type SlaRules } from '#shared/model/sla/sla-rules.ts';

const office = [{ from: 9 * 60, to: 17 * 60 }];

/** Weekdays from nine to five in Berlin; of high priority an hour to the answer and a day to the solution. */
export const officeRules: SlaRules = {
  calendar: {
    time_zone: 'Europe/Berlin',
    week: [office, office, office, office, office, [], []],
    holidays: [{ date: '12-25', name: 'Christmas' }],
  },
  targets: {
    ...documentedSlaRules.targets,
    high: { response_minutes: 60, resolution_minutes: 480 },
    medium: { response_minutes: 120, resolution_minutes: null },
  },
  pauses_on: ['waiting_user'],
  categories: null,
};
