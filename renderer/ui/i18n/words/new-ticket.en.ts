export const newTicketEn = {
  title: 'New ticket',
  customer: 'Customer',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  subject: 'Subject',
  description: 'Description',
  priority: 'Priority',
  category: 'Category',
  discard: 'Discard',
  create: 'Create ticket',
  problem: {
    subject: 'Say in a few words what it is about',
    description: 'Write what the customer said',
    email: 'An address has an @ in the middle',
  },
  not_created: 'Not created: {{reason}}',
} as const;
