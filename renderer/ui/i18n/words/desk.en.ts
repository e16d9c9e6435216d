export const deskEn = {
  opening: 'Opening your desk',
  files_failed: 'Waypost could not open its files',
  messages: 'Messages',
  new_ticket: 'New ticket',
  load_again: 'Load again',
  stumbled: {
    title: 'This window stumbled',
    text: 'Nothing you wrote is lost: it is kept outside of this window.',
  },
  other_tab: {
    title: 'Waypost is open in another tab',
    use_here: 'Use it here',
    waiting: 'One tab at a time keeps the tickets. You can go on in this one; drafts come along.',
    taken_over: 'Your drafts were saved and went along.',
  },
  not_started: {
    title: 'Waypost could not start',
    text: 'What you wrote before is still kept.',
  },
  alert: {
    assigned: 'Assigned to you: {{ticket}}',
    customer_message: 'New message: {{ticket}}',
  },
  not_changed: 'Not changed: {{reason}}',
  undone: 'Undone',
  did: {
    status: 'Status: {{status}}',
    priority: 'Priority: {{priority}}',
    assigned: 'Assigned to {{name}}',
    unassigned: 'Assigned to nobody',
  },
  sent_again_one: 'The desk was restored from a backup. One of your changes was sent again.',
  sent_again_other: 'The desk was restored from a backup. {{count}} of your changes were sent again.',
  too_late: 'Too late: it is on its way already',
  taken_back: 'Taken back: it was never sent',
  back_online: {
    nothing: 'Back online',
    needs_you: 'Back online. Some of your changes need you.',
    sent_one: 'Back online. Your change was sent.',
    sent_other: 'Back online. Your {{count}} changes were sent.',
  },
} as const;
