import type { StoryBook } from '../story.ts';

/** The photo studio with its prints, after the admin-tickets document. */
export const photoStudio: StoryBook = {
  origin: 'admin-tickets',
  vocabulary: 'admin',
  sources: ['telegram', 'telegram', 'web'],
  projects: [],
  stories: [
    {
      category: 'prints',
      priority: 'medium',
      subjects: ['Prints are too dark', 'Colours of order {order} look off'],
      openings: [
        'All prints of order {order} are much darker than on my screen. Can you print them again?',
        'Skin tones came out orange. On your proof they were fine.',
      ],
      turns: [
        [
          'agent',
          'Thank you, {customer}. I compared the scan with your file: the paper profile was wrong on our side. We print them again at no cost.',
        ],
        ['note', 'Printer 2 had the matte profile loaded for glossy. Reprint queued, job {code}.'],
        ['customer', 'Great. Can you make the first one a little lighter while you are at it?'],
        ['agent', 'Of course. I lightened it by a third of a stop, here is the proof. All right like this?'],
        ['customer', 'Just right!'],
      ],
      tags: ['prints', 'reprint'],
    },
    {
      category: 'booking',
      priority: 'medium',
      subjects: ['Move our family session', 'Session on {day}: somebody is ill'],
      openings: [
        'Our youngest has a fever. Can we move the session of {day} to the week after?',
        'We booked 45 minutes and there will be nine of us. Is that enough?',
      ],
      turns: [
        [
          'agent',
          'Get well soon! Next week I have Tuesday at 16:00 or Saturday at 10:00. Which one shall I keep for you?',
        ],
        ['customer', 'Saturday at ten, please.'],
        ['agent', 'Saturday at 10:00 is yours, the booking number stays {code}.'],
      ],
      tags: ['booking'],
    },
    {
      category: 'files',
      priority: 'high',
      subjects: ['Download link has expired', 'Gallery {code} is empty'],
      openings: [
        'The link to our wedding photos does not work any more and I have not saved them yet!',
        'I open the gallery and see no pictures, only the title.',
      ],
      turns: [
        [
          'agent',
          'Do not worry, {customer}, nothing is lost: we keep originals for a year. A new link is on its way to you, it works for thirty days.',
        ],
        ['customer', 'Phew. Could I also have them on a drive?'],
        ['note', 'Drive ordered, 64 GB, goes with the album.'],
        ['agent', 'Yes, we send one with your album for {amount}. I have added it to order {order}.'],
        ['customer', 'Yes please, go ahead.'],
      ],
      tags: ['gallery', 'download'],
    },
    {
      category: 'album',
      priority: 'low',
      subjects: ['Change the cover of our album', 'Two pages in the wrong order'],
      openings: [
        'Is it too late to change the linen cover from grey to blue? Order {order}.',
        'In the proof, pages 14 and 15 are swapped. Everything else is lovely.',
      ],
      turns: [
        [
          'agent',
          'You are just in time, it goes to the binder tomorrow. I have changed it, the new proof is in your gallery.',
        ],
        ['customer', 'Looks perfect, please bind it.'],
      ],
      tags: ['album'],
    },
    {
      category: 'retouching',
      priority: 'medium',
      subjects: ['Too much retouching', 'Please remove the sign in picture {code}'],
      openings: [
        'I do not recognise myself in the portraits. Could you take back most of the retouching?',
        'There is an exit sign behind us in the best picture. Can it be removed?',
      ],
      turns: [
        [
          'agent',
          'Happy to. Shall I do it in one picture first, so that you can say whether it is what you had in mind?',
        ],
        ['customer', 'Good idea.'],
        ['note', 'Sample saved as {code}-b. Keep freckles, soften only the shadows.'],
        ['agent', 'The sample is in your gallery. If you like it, I do the rest tonight.'],
        ['customer', 'That is me again! Please do the rest.'],
        ['agent', 'All done and uploaded. It was a pleasure.'],
      ],
      tags: ['retouching'],
    },
    {
      category: 'payment',
      priority: 'medium',
      subjects: ['Deposit was not taken off', 'Invoice for {order} is too high'],
      openings: [
        'We paid a deposit of {amount} when we booked, but the invoice asks for the whole sum.',
        'The voucher from my sister is not on the invoice. Could you correct it?',
      ],
      turns: [
        [
          'agent',
          'You are right, and I am sorry. The corrected invoice is attached to your order now. Please ignore the first one.',
        ],
        ['customer', 'Paid. Thanks for the quick answer.'],
      ],
      tags: ['invoice'],
    },
    {
      category: 'complaint',
      priority: 'critical',
      subjects: ['Nobody was at the studio', 'Photographer did not come to our wedding rehearsal'],
      openings: [
        'We stood in front of a locked door for half an hour. This was our only free day before the wedding.',
        'We waited from three to four on {day} and nobody came, nobody called.',
      ],
      turns: [
        ['note', 'Calendar shows the session in the other studio. Our mistake. Owner is informed.'],
        [
          'agent',
          'There is no excuse for this, {customer}. The session was entered for our other studio. The owner herself would like to take the pictures, whenever and wherever it suits you.',
        ],
        ['customer', 'Can she come to us on Sunday morning?'],
        ['agent', 'She will be with you on Sunday at 9:30. The session is on us, of course.'],
        ['customer', 'She was wonderful. Apology accepted.'],
      ],
      tags: ['complaint', 'no-show'],
    },
    {
      category: 'question',
      priority: 'low',
      subjects: ['Passport pictures for a baby', 'Can we bring our dog?', 'Do you print on canvas?'],
      openings: [
        'Hi! A quick question before we come by. Is that something you do?',
        'Hello, I saw your window and wondered whether this is possible with you.',
      ],
      turns: [
        ['agent', 'Yes, gladly! Come in any day between 10 and 18, no appointment needed for this.'],
        ['customer', 'Lovely, see you tomorrow.'],
      ],
      tags: ['question'],
    },
  ],
};
