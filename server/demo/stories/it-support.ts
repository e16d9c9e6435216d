import type { StoryBook } from '../story.ts';

/** A company's own IT desk, after the it-support document. */
export const itSupport: StoryBook = {
  origin: 'it-support',
  vocabulary: 'it',
  sources: ['chatbot', 'web', 'api', 'web'],
  projects: [],
  stories: [
    {
      category: 'password_reset',
      priority: 'medium',
      subjects: ['Password expired over the holidays', 'Locked out after too many attempts'],
      openings: [
        'My password expired while I was away and the reset page says "contact your administrator".',
        'I typed it wrong five times, caps lock was on. Now I am locked out and have a meeting in an hour.',
      ],
      turns: [
        [
          'agent',
          'Hi {customer}, I have unlocked the account. A link to choose a new password is on its way to your phone.',
        ],
        ['customer', 'Got it and I am in. Thanks!'],
      ],
      tags: ['password'],
    },
    {
      category: 'hardware_issue',
      priority: 'medium',
      subjects: ['Laptop does not charge', 'Docking station {code} drops the second screen'],
      openings: [
        'The charging light stays off, whatever socket I use. 20 % left.',
        'The second screen goes black every few minutes. Different cable, same thing.',
      ],
      turns: [
        [
          'agent',
          'Could you try the charger of a colleague for a minute? Then we know whether it is the charger or the port.',
        ],
        ['customer', 'With hers it works, so it is my charger.'],
        ['note', 'Third failing charger of this series. Ordered ten spare ones.'],
        ['agent', 'A new one is waiting for you at the desk on the second floor. Please bring the old one.'],
        ['customer', 'Swapped it, all fine.'],
      ],
      tags: ['hardware'],
    },
    {
      category: 'hardware_issue',
      priority: 'low',
      subjects: ['Headset for the new colleague', 'Keyboard with a German layout'],
      openings: [
        'We have somebody new from {day} on and she needs one. Cost centre {order}.',
        'Could I have one with another layout? I brought mine from home so far.',
      ],
      turns: [
        ['agent', 'Ordered, delivery takes about three days. I bring it to your desk.'],
        ['customer', 'Thank you!'],
      ],
      tags: ['hardware', 'order'],
    },
    {
      category: 'network_issue',
      priority: 'high',
      subjects: ['No Wi-Fi on the third floor', 'VPN disconnects every ten minutes'],
      openings: [
        'The whole third floor has no Wi-Fi since this morning. Cable works.',
        'Working from home is impossible today: the VPN drops every ten minutes with {code}.',
      ],
      turns: [
        [
          'agent',
          'Thank you for telling us. We see that the access point there lost its power and somebody is on the way.',
        ],
        ['note', 'Switch port 14 does not deliver enough power. Moved to port 22, replacement ordered.'],
        ['agent', 'It should be back. Could you check, please?'],
        ['customer', 'Full signal again.'],
      ],
      tags: ['network'],
    },
    {
      category: 'software_installation',
      priority: 'low',
      subjects: ['Please install the drawing program', 'Licence for the statistics package'],
      openings: [
        'I need it for the project that starts on {day}. My manager agrees, she is on copy.',
        'The trial runs out on {day}. Could I have a proper licence?',
      ],
      turns: [
        [
          'agent',
          'Gladly. I need the approval of your manager in the system, then it installs by itself overnight.',
        ],
        ['customer', 'She approved it just now.'],
        ['agent', 'Seen. It will be there tomorrow morning after a restart.'],
        ['customer', 'It is there, thanks.'],
      ],
      tags: ['software', 'licence'],
    },
    {
      category: 'performance_issue',
      priority: 'medium',
      subjects: ['Computer takes ten minutes to start', 'Mail program freezes'],
      openings: [
        'I make coffee while it starts. It was fast when I got it two years ago.',
        'As soon as I open the shared mailbox everything freezes for half a minute.',
      ],
      turns: [
        [
          'agent',
          'Let me have a look from here. May I connect to your computer today between 14:00 and 15:00?',
        ],
        ['customer', 'Two o’clock is fine.'],
        [
          'note',
          'Disk 97 % full, old profile copies. Cleared 80 GB. Memory is on the small side, noted for the next exchange.',
        ],
        ['agent', 'The disk was nearly full, which slows everything down. It has room again. How is it now?'],
        ['customer', 'Under a minute! I will miss the coffee.'],
      ],
      tags: ['performance'],
    },
    {
      category: 'system_down',
      priority: 'critical',
      subjects: ['File server cannot be reached', 'Phones are dead in the whole building'],
      openings: [
        'Nobody in accounting can open the shared drive. It is the end of the month!',
        'No phone works, not even internal calls. Reception is forwarding to a mobile.',
      ],
      turns: [
        [
          'agent',
          'We know and are working on it with priority. The next news comes in twenty minutes at the latest.',
        ],
        ['note', 'Controller failed over but the second one has the old firmware. Vendor case {code}.'],
        ['agent', 'It is back for most of you. If something still hangs, please sign out and in again.'],
        ['customer', 'Works again in accounting.'],
        ['agent', 'Thank you. We watch it until tomorrow and then close this.'],
      ],
      tags: ['outage'],
    },
    {
      category: 'other',
      priority: 'low',
      subjects: ['Projector for Thursday', 'How do I book a meeting room?', 'Old screens to give away?'],
      openings: [
        'Not sure whether you are the right ones to ask. If not, could you tell me who is?',
        'Just a quick one, there is no hurry with this.',
      ],
      turns: [
        ['agent', 'You are quite right with us. I have arranged it and put it in your calendar.'],
        ['customer', 'Perfect.'],
      ],
      tags: ['question'],
    },
    {
      category: 'network_issue',
      priority: 'medium',
      subjects: ['Printer {code} is not found', 'Cannot reach the test system'],
      openings: [
        'Since we moved desks I cannot find the printer any more.',
        'The test system answers at home but not in the office. Was something changed in the firewall?',
      ],
      turns: [
        [
          'agent',
          'I suspect that your new socket is in another network. Could you tell me the number on it?',
        ],
        ['customer', 'It says {order}.'],
        ['note', 'Socket patched to the guest network. Repatched.'],
        ['agent', 'It was in the guest network. I have changed it, please plug the cable in again.'],
        ['customer', 'Works now.'],
      ],
      tags: ['network', 'printer'],
    },
  ],
};
