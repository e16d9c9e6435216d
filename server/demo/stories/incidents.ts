import type { StoryBook } from '../story.ts';

/** Software projects and their incidents, after the incident-management document. */
export const incidents: StoryBook = {
  origin: 'incident-management',
  vocabulary: 'incident',
  sources: ['web', 'api', 'web'],
  projects: ['Harbour Portal', 'Fleet Tracker', 'Claims Intake', 'Ledger Sync', 'Booking Engine'],
  stories: [
    {
      category: 'SERVICE_DOWN',
      priority: 'critical',
      subjects: ['Portal answers 502 for everybody', 'Complete outage since {day}', 'No sign-in possible'],
      openings: [
        'Since ten minutes every page answers 502. All our offices are affected. Incident {code}.',
        'Nobody can sign in. Monitoring shows the health check failing on both hosts.',
      ],
      turns: [
        ['agent', 'We are on it. The database has run out of connections; we are restarting the pool now.'],
        ['note', 'Leak in the export job since the deploy of {day}. Rolling back.'],
        ['agent', 'Service is back since two minutes. We rolled back the last release and keep watching.'],
        ['customer', 'Confirmed from our side, all offices are working.'],
        ['note', 'Post-mortem scheduled. Alert on pool usage above 80 % added.'],
        [
          'agent',
          'The report of what happened and what we changed is attached. Please tell us if you miss anything.',
        ],
      ],
      tags: ['outage'],
    },
    {
      category: 'SERVICE_DOWN',
      priority: 'high',
      subjects: ['Nightly import did not run', 'Webhook queue is standing still'],
      openings: [
        'The import of last night is missing, so our figures are from the day before.',
        'We have received no webhooks since {day}. The queue shows {order} waiting.',
      ],
      turns: [
        [
          'agent',
          'The worker stopped on a file that it could not read. I have set the file aside and started it again.',
        ],
        ['note', 'File {code} has a byte order mark in the middle. Parser fixed in the branch, test added.'],
        ['customer', 'Figures are there now. Can this happen again tonight?'],
        ['agent', 'No: a file that cannot be read is now skipped and reported, and the rest goes on.'],
      ],
      tags: ['import', 'queue'],
    },
    {
      category: 'BUG',
      priority: 'high',
      subjects: ['Totals are wrong with two currencies', 'Rounding error of {amount} in the report'],
      openings: [
        'As soon as an invoice has two currencies the total is wrong. Steps to reproduce are in the project, case {code}.',
        'The monthly report and the ledger differ by {amount}. They matched until {day}.',
      ],
      turns: [
        ['note', 'Sums are rounded per line before conversion. Has to be the other way round.'],
        [
          'agent',
          'I can reproduce it, thank you for the clear steps. A fix is in review and goes out with the next release.',
        ],
        ['customer', 'Will the old reports be corrected, too?'],
        [
          'agent',
          'Yes, they are calculated when opened, so they will be right as soon as the release is out.',
        ],
        ['agent', 'The release is out. Could you check the month in question?'],
        ['customer', 'Matches to the cent.'],
      ],
      tags: ['bug', 'reports'],
    },
    {
      category: 'BUG',
      priority: 'medium',
      subjects: ['Search finds nothing with an umlaut', 'Filter is forgotten after going back'],
      openings: [
        'Searching for a name with an umlaut or an accent gives no results. Without it, it works.',
        'I filter the list, open an entry, go back, and the filter is gone. Very tedious with {order} entries.',
      ],
      turns: [
        ['agent', 'Thank you, I see it here as well. It is in our list for this sprint.'],
        ['note', 'Normalise both sides before comparing. Estimate: half a day.'],
        ['agent', 'Fixed in the preview, could you try it there before we release it?'],
        ['customer', 'Tried it, works nicely.'],
      ],
      tags: ['bug', 'search'],
    },
    {
      category: 'BUG',
      priority: 'low',
      subjects: ['Typo in the confirmation mail', 'Icon is cut off on small screens'],
      openings: [
        'Tiny thing, but our customers notice it. Screenshot is attached to case {code}.',
        'Not urgent at all, I only want it to be written down somewhere.',
      ],
      turns: [
        ['agent', 'Written down and fixed, it goes out with the next release. Keep them coming!'],
        ['customer', 'Thanks, that was fast.'],
      ],
      tags: ['bug', 'ui'],
    },
    {
      category: 'PROBLEM',
      priority: 'medium',
      subjects: ['Pages are slow in the morning', 'Export takes half an hour'],
      openings: [
        'Between eight and nine every page takes ten seconds and more. Later in the day it is fine.',
        'An export of {order} rows takes half an hour. It used to take two minutes.',
      ],
      turns: [
        [
          'agent',
          'I will watch it tomorrow morning with you. Could you tell me two or three pages that are especially slow?',
        ],
        ['customer', 'The dashboard, and the list of open claims.'],
        ['note', 'Missing index on claims(state, opened_at); the list scans 2 million rows.'],
        ['agent', 'We found a missing index and added it last night. Is it better today?'],
        ['customer', 'Day and night! Thank you.'],
      ],
      tags: ['performance'],
    },
    {
      category: 'PROBLEM',
      priority: 'medium',
      subjects: ['Two users see the same notifications', 'Time zone of appointments is off by one hour'],
      openings: [
        'Since the clocks changed, appointments of next month are shown one hour late.',
        'My colleague gets my notifications as well as hers. We share an office, but not an account.',
      ],
      turns: [
        [
          'agent',
          'Understood. We have an idea where it comes from and need one example: which entry, and what should it show?',
        ],
        ['customer', 'Entry {code}, it should be at 9:00 and shows 10:00.'],
        ['note', 'Stored with an offset instead of a zone. Needs a migration, careful with past entries.'],
        [
          'agent',
          'The correction ran last night. Entry {code} is at 9:00 again, and so are the {order} others.',
        ],
      ],
      tags: ['data'],
    },
    {
      category: 'NEW_FEATURE',
      priority: 'low',
      subjects: ['Export as spreadsheet', 'Dark theme for night shifts', 'Remember the last project'],
      openings: [
        'Our night shift asks for this every week. How much would it be?',
        'We copy these numbers by hand every month. A button would save us a day.',
      ],
      turns: [
        [
          'agent',
          'Good idea, others have asked for it, too. Could you tell us who would use it, and how often?',
        ],
        ['customer', 'About twelve people, every day.'],
        ['note', 'Fits well with the settings page of next quarter. Three days.'],
        [
          'agent',
          'It is in the plan for the coming quarter. I leave this open and write when there is something to try.',
        ],
      ],
      tags: ['feature'],
    },
  ],
};
