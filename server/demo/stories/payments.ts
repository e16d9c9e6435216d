import type { StoryBook } from '../story.ts';

/** The payments, loans and accounts app of the admin-dashboard document. */
export const payments: StoryBook = {
  origin: 'v1',
  vocabulary: 'v1',
  sources: ['whatsapp', 'chatbot', 'whatsapp', 'api'],
  projects: [],
  stories: [
    {
      category: 'payment',
      priority: 'high',
      subjects: ['Charged twice for one order', 'Double payment {order}', 'Two debits, one order'],
      openings: [
        'I paid {amount} once but my bank shows two debits on {day}. Order {order}. Please return one of them.',
        'Hi, the app froze on the payment page, I pressed Pay again and now {amount} is gone twice.',
      ],
      turns: [
        [
          'agent',
          'Hello {customer}, I see both debits for order {order}. The second one was never captured, I am checking with the bank when it is released.',
        ],
        ['note', 'Gateway shows capture {code} as voided. Bank says up to 3 working days.'],
        ['customer', 'Three days is long, I have rent to pay. Is there any way to speed this up?'],
        [
          'agent',
          'I have sent the bank the void reference {code}. Most banks release it the same evening once they have it.',
        ],
        ['customer', 'It is back on my account. Thank you for staying on it!'],
      ],
      tags: ['refund', 'duplicate'],
    },
    {
      category: 'payment',
      priority: 'medium',
      subjects: ['Refund has not arrived', 'Where is my refund for {order}?'],
      openings: [
        'You confirmed my refund of {amount} on {day} and I still have nothing. What is going on?',
        'Refund for order {order} was promised within five days. It is day nine.',
      ],
      turns: [
        [
          'agent',
          'Hi {customer}, the refund left us with reference {code}. Could you tell me the last four digits of the card it should go to?',
        ],
        ['customer', '4471, but that card was replaced last month.'],
        [
          'note',
          'Old card closed, so the refund bounced back to us this morning. Needs a payout to the new one.',
        ],
        [
          'agent',
          'That explains it: the bank returned it to us. I have sent it again to your new card, it should show by tomorrow.',
        ],
        ['customer', 'Got it today, all good now.'],
      ],
      tags: ['refund'],
    },
    {
      category: 'payment',
      priority: 'low',
      subjects: ['Invoice with company details', 'Need a proper receipt for {order}'],
      openings: [
        'Could you issue the receipt for order {order} to my company instead of me? I need it for accounting.',
        'The invoice only has my first name on it. How do I add a company address and a tax number?',
      ],
      turns: [
        [
          'agent',
          'Of course. Please send me the company name, address and tax number as they should appear.',
        ],
        ['customer', 'Alder & Finch Ltd, 12 Quay Street, tax number AF-{order}.'],
        [
          'agent',
          'The corrected invoice is in your mailbox, and your profile now has these details for next time.',
        ],
      ],
      tags: ['invoice'],
    },
    {
      category: 'payment',
      priority: 'high',
      subjects: ['Card declined at checkout', 'Payment fails with error {code}'],
      openings: [
        'My card is declined every time although the bank says it is fine. Error {code}.',
        'I have tried three cards. All of them fail with {code} and my basket expires in an hour.',
      ],
      turns: [
        [
          'agent',
          'Thanks for the code, {customer}. It means that the 3-D Secure page could not be opened. Do you use the app or a browser?',
        ],
        ['customer', 'The app, the newest version I think.'],
        [
          'agent',
          'Please update to the version from {day}: the one before could not open the page of your bank. I have extended your basket until tomorrow.',
        ],
        ['customer', 'Updated, paid, done. Thanks!'],
      ],
      tags: ['card', '3ds'],
    },
    {
      category: 'loan',
      priority: 'medium',
      subjects: ['Loan application stuck in review', 'No answer about my loan since {day}'],
      openings: [
        'My application {code} says "in review" since {day}. Do you need anything else from me?',
        'I applied for {amount} and was told two working days. Can somebody look at it please?',
      ],
      turns: [
        ['note', 'Income proof is a photo of a screen, risk team cannot accept it.'],
        [
          'agent',
          'Hello {customer}, one document could not be read: we need the payslip as a PDF or a sharp photo of the paper.',
        ],
        ['customer', 'Just uploaded it again as PDF.'],
        ['agent', 'Perfect, I can read it. You will have the decision by the end of tomorrow.'],
        ['agent', 'Good news: {amount} is approved, the contract is waiting in your app.'],
        ['customer', 'Wonderful, signed it right away.'],
      ],
      tags: ['loan', 'documents'],
    },
    {
      category: 'loan',
      priority: 'low',
      subjects: ['Can I repay my loan early?', 'Early repayment and fees'],
      openings: [
        'I would like to pay back the rest of my loan ({amount}) this month. Is there a fee?',
        'How does early repayment work, and does it save me the interest?',
      ],
      turns: [
        [
          'agent',
          'You can, and there is no fee. You only pay interest up to the day of repayment. Shall I prepare the exact figure for the end of this week?',
        ],
        ['customer', 'Yes please, for Friday.'],
        [
          'agent',
          'It is {amount} if it arrives by Friday, reference {code}. The app shows it under Loans, Repay.',
        ],
      ],
      tags: ['loan', 'repayment'],
    },
    {
      category: 'loan',
      priority: 'high',
      subjects: ['Instalment taken on the wrong day', 'Debited before my salary'],
      openings: [
        'The instalment of {amount} was taken five days early and my account is now overdrawn.',
        'We agreed on the 5th of the month. You took the money on {day}. My bank charged me a fee.',
      ],
      turns: [
        ['note', 'Direct debit calendar moved by the holiday rule, second case this week.'],
        [
          'agent',
          'I am sorry, {customer}. A public holiday moved the debit forward, which must not happen for your contract. We return the bank fee, please send me the statement.',
        ],
        ['customer', 'Attached in the app. It was 15.00.'],
        ['agent', 'The fee is on its way to you and I have fixed the debit day to the 5th for good.'],
      ],
      tags: ['loan', 'direct-debit'],
    },
    {
      category: 'account',
      priority: 'medium',
      subjects: ['Verification photo is rejected', 'Identity check fails again and again'],
      openings: [
        'The app rejects the photo of my ID for the fourth time. It is sharp and in daylight!',
        'Identity check says {code}. I cannot use my account until it passes.',
      ],
      turns: [
        [
          'agent',
          'Hi {customer}, {code} means that the edge of the card is cut off. Please leave a finger of space around it and try once more.',
        ],
        ['customer', 'Same again. Can a person look at it?'],
        ['note', 'Checked by hand: document is fine, glare covers the edge. Verified manually.'],
        ['agent', 'I have looked at it myself and verified you by hand. You can use everything now.'],
        ['customer', 'Finally a human. Thanks {agent}!'],
      ],
      tags: ['kyc'],
    },
    {
      category: 'account',
      priority: 'high',
      subjects: ['New phone, no access to my account', 'Locked out after changing my number'],
      openings: [
        'I changed my phone number and the code is still sent to the old one. I cannot get in.',
        'My phone was stolen on {day}. Please lock my account until I have a new SIM.',
      ],
      turns: [
        [
          'agent',
          'I have locked the account for now so that nobody can use it. To change the number I need to call you, when does it suit you?',
        ],
        ['customer', 'Any time after six.'],
        ['note', 'Called at 18:20, identity confirmed with the two security questions. Number changed.'],
        [
          'agent',
          'As discussed on the phone: the new number is set and the account is open again. Please choose a new PIN.',
        ],
        ['customer', 'Works. That was quick.'],
      ],
      tags: ['access', 'security'],
    },
    {
      category: 'technical',
      priority: 'medium',
      subjects: ['App closes when I open the history', 'Crash on the statements page'],
      openings: [
        'Every time I tap History the app just closes. Phone restarted, app installed again, no change.',
        'Statements page crashes since the update of {day}. Reference {code} on the screen.',
      ],
      turns: [
        [
          'agent',
          'Thank you for the reference, {customer}. Which phone and which version of the system do you have?',
        ],
        ['customer', 'A four year old mid-range one, system version 12.'],
        ['note', 'Reproduced on version 12: the chart library needs 13. Fix is in the next release.'],
        [
          'agent',
          'We found it: the new chart needs a newer system. The next release shows a plain list instead. Until then the website has your history.',
        ],
      ],
      tags: ['app', 'crash'],
    },
    {
      category: 'general',
      priority: 'low',
      subjects: [
        'How do I change my language?',
        'Opening hours of phone support',
        'Is there a student price?',
      ],
      openings: [
        'A short question, I could not find it in the help. Thanks in advance!',
        'Hello, I am new here and still finding my way around. Could you help me with this?',
      ],
      turns: [
        [
          'agent',
          'Welcome, {customer}! You find it in the app under Profile, Preferences. Write again if it does not show there.',
        ],
        ['customer', 'Found it, easy enough.'],
      ],
      tags: ['question'],
    },
  ],
};
