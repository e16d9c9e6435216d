const person =
  '(?:human(?: being)?|(?:real |actual |live )?person|(?:live |human |support )?agent|(?:support )?representative|operator)';
const anybody = `(?:${person}|somebody|someone|(?:the )?support(?: staff| team)?|your team|your staff|an? employee)`;
/** Where a Russian word begins and ends; `\b` knows Latin letters alone. */
const [from, to] = [String.raw`(?<!\p{L})`, String.raw`(?!\p{L})`];
const human = '(?:оператор|человек|сотрудник|менеджер|агент|специалист|консультант)';

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
  new RegExp(
    `${from}(?:позовите|позови|соедините|соедини|переключите|переключи|свяжите|дайте|нужен|нужна)${to}.{0,30}${from}${human}`,
    'iu',
  ),
  new RegExp(
    `${from}(?:хочу|можно|хотел[аи]?)${to}.{0,20}${from}(?:поговорить|пообщаться|связаться)${to}.{0,20}${human}`,
    'iu',
  ),
  new RegExp(`${from}с(?:о)? (?:живым|реальным) ${human}`, 'iu'),
  new RegExp(String.raw`^[^\p{L}]*(?:живой )?${human}(?:,? пожалуйста)?[^\p{L}]*$`, 'iu'),
];

const greets = [
  /^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|greetings)(?: there| bot)?\W*$/iu,
  // What a messenger says by itself when somebody opens the chat.
  /^\/start\b/iu,
  /^[^\p{L}]*(?:привет|здравствуй(?:те)?|добр(?:ый день|ый вечер|ое утро))[^\p{L}]*$/iu,
];
const thanks = [
  /^\W*(?:thanks?|thank you|thx|great,? thanks?|cheers)(?: (?:a lot|so much|very much|bot))?\W*$/iu,
  /^[^\p{L}]*(?:большое )?спасибо(?: большое)?[^\p{L}]*$/iu,
];
const agrees =
  /^[^\p{L}]*(?:y|yes|yes please|yeah|yep|sure|ok|okay|please do|да|да,? пожалуйста|давайте?|конечно|хорошо|ок)[^\p{L}]*$/iu;
const declines =
  /^[^\p{L}]*(?:n|no|no,? thanks?|no,? thank you|nope|not now|нет|нет,? спасибо|не надо|не нужно)[^\p{L}]*$/iu;

export type Intent = 'person' | 'greeting' | 'thanks' | 'question';

/** What a message wants, as far as its wording alone tells. */
export function readIntent(text: string): Intent {
  const isOneOf = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(text));
  if (isOneOf(asksForPerson)) return 'person';
  if (isOneOf(greets)) return 'greeting';
  return isOneOf(thanks) ? 'thanks' : 'question';
}

/** Whether it is a yes or a no to what was just asked; null for anything else. */
export function readConsent(text: string): 'yes' | 'no' | null {
  if (agrees.test(text)) return 'yes';
  return declines.test(text) ? 'no' : null;
}
