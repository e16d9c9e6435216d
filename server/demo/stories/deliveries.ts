import type { StoryBook } from '../story.ts';

/** The shop with deliveries of the customer-support document. */
export const deliveries: StoryBook = {
  origin: 'customer-support',
  vocabulary: 'support',
  sources: ['web', 'web', 'whatsapp'],
  projects: [],
  stories: [
    {
      category: 'Damaged',
      priority: 'high',
      subjects: ['Parcel arrived crushed', 'Glass jar broken in order {order}', 'Table top has a crack'],
      openings: [
        'The box of order {order} was crushed on one side and half of what was in it is broken. I have photos.',
        'I opened the parcel and there is glass everywhere. Please be careful when you take it back.',
      ],
      turns: [
        [
          'agent',
          'I am so sorry, {customer}. Nobody hurt, I hope? Please add the photos of the box and of what broke, then I send a replacement today.',
        ],
        ['customer', 'Nobody hurt. Photos are in the ticket now.'],
        ['note', 'Carrier claim opened, number {code}. Third one from the same depot this month.'],
        ['agent', 'The replacement left our warehouse as {code}. You need not send anything back.'],
        ['customer', 'Arrived well padded. Thank you.'],
      ],
      tags: ['damage', 'replacement'],
    },
    {
      category: 'Damaged',
      priority: 'medium',
      subjects: ['Scratches on the lamp', 'Dent in the door of the cabinet'],
      openings: [
        'There is a deep scratch on the front of the item from order {order}. It was there when I unpacked it.',
        'One door has a dent. I can live with it if you reduce the price.',
      ],
      turns: [
        [
          'agent',
          'Thank you for the clear description. I can offer you 20 % back, or a new part in about a week. Which do you prefer?',
        ],
        ['customer', 'The 20 % is fine.'],
        ['agent', 'Done: {amount} goes back to the way you paid.'],
      ],
      tags: ['damage', 'discount'],
    },
    {
      category: 'Lost',
      priority: 'high',
      subjects: ['Parcel {code} never arrived', 'Tracking has not moved since {day}'],
      openings: [
        'The tracking for order {order} stopped on {day} and the carrier tells me to ask you.',
        'It says delivered to a neighbour. I asked every one of them. Nobody has it.',
      ],
      turns: [
        [
          'agent',
          'Hello {customer}, I have asked the carrier for the place where it was scanned last. They have until tomorrow noon to answer.',
        ],
        ['note', 'Carrier: last scan at depot 14, then nothing. Trace {code}.'],
        ['customer', 'Any news? It is a birthday present.'],
        [
          'agent',
          'They cannot find it, so I will not let you wait: a new parcel goes out by express today, and the old one is on us if it turns up.',
        ],
        ['customer', 'It came this morning, just in time for the party!'],
      ],
      tags: ['lost', 'carrier'],
    },
    {
      category: 'Lost',
      priority: 'medium',
      subjects: ['One item missing in the box', 'Order {order} is not complete'],
      openings: [
        'I ordered three things and the box had two. The packing slip says three.',
        'The screws are missing, so I cannot put it together.',
      ],
      turns: [
        [
          'agent',
          'Thanks for telling us. Could you check whether the bottom of the box has a second layer? If not, I send the missing piece right away.',
        ],
        ['customer', 'I checked, there is nothing there.'],
        ['agent', 'Then it is on its way to you, tracking {code}.'],
      ],
      tags: ['missing'],
    },
    {
      category: 'Late',
      priority: 'medium',
      subjects: ['Order {order} is late', 'Still waiting since {day}', 'When will it come?'],
      openings: [
        'Order {order} was promised for {day}. When can I expect it?',
        'The delivery window has passed for the second time. I took the day off for this!',
      ],
      turns: [
        [
          'agent',
          'I understand, {customer}. The van broke down and the tour was not finished. Would tomorrow between 17:00 and 20:00 suit you?',
        ],
        ['customer', 'Tomorrow is fine, but please not later than seven.'],
        ['note', 'Driver has the note "before 19:00". Voucher of 10 added for the day off.'],
        ['agent', 'It is fixed for 17:00 to 19:00, and there is a voucher in your account for the trouble.'],
        ['customer', 'Came at half past five. Friendly driver.'],
      ],
      tags: ['late'],
    },
    {
      category: 'Late',
      priority: 'low',
      subjects: ['Move my delivery to next week', 'Can I change the delivery day?'],
      openings: [
        'I am travelling until Sunday. Can order {order} come next week instead?',
        'Please deliver to my office from now on, nobody is at home during the day.',
      ],
      turns: [
        [
          'agent',
          'No problem, I have moved it. You will get a message with the exact window the evening before.',
        ],
        ['customer', 'Great service, thanks.'],
      ],
      tags: ['reschedule'],
    },
    {
      category: 'Quality',
      priority: 'medium',
      subjects: ['Colour is not as in the picture', 'Fabric feels different from the sample'],
      openings: [
        'The sofa in your shop is dark green, the one I got is more of an olive. Can I return it?',
        'The sample was soft, this is rough. I would like to send it back.',
      ],
      turns: [
        [
          'agent',
          'You have thirty days to return it, and pick-up is free because the picture misled you. Shall I arrange it for this week?',
        ],
        ['customer', 'Thursday would be good.'],
        ['note', 'Product page needs a new photo, told the catalogue team.'],
        [
          'agent',
          'Pick-up is booked for Thursday between 9 and 12. You get {amount} back once it is with us.',
        ],
      ],
      tags: ['return', 'quality'],
    },
    {
      category: 'Quality',
      priority: 'high',
      subjects: ['Kettle smells of burnt plastic', 'Chair leg came loose'],
      openings: [
        'After two days of use it started to smell burnt. I unplugged it. Is this dangerous?',
        'I nearly fell because one leg came out of its thread. Please take this seriously.',
      ],
      turns: [
        [
          'agent',
          'Please do not use it any more, {customer}. I take this seriously and have told our safety team. May we collect it tomorrow to look at it?',
        ],
        ['note', 'Batch {code}. Safety team wants every report from this batch.'],
        ['customer', 'Yes, tomorrow after three.'],
        [
          'agent',
          'It is with our engineers. You have your money back today, {amount}, and I will tell you what they find.',
        ],
      ],
      tags: ['safety', 'quality'],
    },
    {
      category: 'Other',
      priority: 'low',
      subjects: [
        'Gift wrapping for {order}',
        'Do you deliver to islands?',
        'Where do I put the voucher code?',
      ],
      openings: [
        'Quick question before I order: is this possible, and what does it cost?',
        'I could not find this on your pages. Could you tell me?',
      ],
      turns: [
        ['agent', 'Yes, it is! You can choose it on the last page before paying, it costs nothing extra.'],
        ['customer', 'Perfect, ordered.'],
      ],
      tags: ['question'],
    },
  ],
};
