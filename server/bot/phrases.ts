const person =
  '(?:human(?: being)?|(?:real |actual |live )?person|(?:live |human |support )?agent|(?:support )?representative|operator)';
const anybody = `(?:${person}|somebody|someone|(?:the )?support(?: staff| team)?|your team|your staff|an? employee)`;

/** Ways to say that one wants to talk to people. */
const asksForPerson = [
  new RegExp(String.raw`\b(?:talk|speak|chat)(?:ing)? (?:to|with)\b.{0,20}\b${anybody}\b`, 'iu'),
  new RegExp(String.raw`\b(?:connect|transfer|pass|hand|put) me\b.{0,30}\b${anybody}\b`, 'iu'),
  new RegExp(
    String.raw`\b(?:want|need|get me|give me|like|prefer)\b.{0,10}\b(?:a|an|the|real|live)\s+${person}\b`,
    'iu',
  ),
  /\b(?:human|live|real) (?:agent|person|support|help|being)\b/iu,
  /\bescalate (?:this|it|my|to|please)\b/iu,
  new RegExp(String.raw`^\W*(?:please[, ]+)?(?:an? )?${person}(?:,? please)?\W*$`, 'iu'),
  /\b(?:raise|open|create) (?:me )?a (?:support )?ticket\b/iu,
];

const greets = /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: there| bot)?\W*$/iu;
const thanks =
  /^\W*(?:thanks?|thank you|thx|great,? thanks?|cheers)(?: (?:a lot|so much|very much|bot))?\W*$/iu;

export type Intent = 'person' | 'greeting' | 'thanks' | 'question';

/** What a message wants, as far as its wording alone tells. */
export function readIntent(text: string): Intent {
  if (asksForPerson.some((pattern) => pattern.test(text))) return 'person';
  if (greets.test(text)) return 'greeting';
  return thanks.test(text) ? 'thanks' : 'question';
}

/** What the bot says where no entry of the FAQ speaks. */
export const botTexts = {
  greeting: 'Hello! What can I help you with?',
  thanks: 'You are welcome. Is there anything else?',
  miss: 'I am not sure that I have an answer to that. Could you say it in other words? You can also ask for a person.',
  escalated: (ticketId: number, agentName: string | null) =>
    `I have passed our conversation on to our support team: it is ticket ${ticketId}. ` +
    (agentName === null ? 'A person will answer you there.' : `${agentName} will answer you there.`),
  forwarded: (ticketId: number) =>
    `I have added this to ticket ${ticketId}. Our support team will see it there.`,
};
