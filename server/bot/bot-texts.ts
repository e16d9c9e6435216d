/** What the bot says where no entry of the FAQ speaks. */
export interface BotTexts {
  greeting: string;
  thanks: string;
  /** It has no answer, and says how else it goes on. */
  miss: string;
  /** It has no answer, or was asked for a person. */
  offer: string;
  /** The same, when it has just said something by itself. */
  offerAfterAnswer: string;
  yes: string;
  no: string;
  declined: string;
  /** `ticket` as the customer knows it. */
  escalated: (ticket: string, agentName: string | null) => string;
  forwarded: (ticket: string) => string;
  /** Somebody was found for a ticket that waited. */
  assigned: (ticket: string, agentName: string) => string;
}

const english: BotTexts = {
  greeting: 'Hello! What can I help you with?',
  thanks: 'You are welcome. Is there anything else?',
  miss: 'I am not sure that I have an answer to that. Could you say it in other words? You can also ask for a person.',
  offer: 'I cannot help you with that myself. Shall I pass our conversation on to our support team?',
  offerAfterAnswer: 'Shall I pass our conversation on to our support team?',
  yes: 'Yes',
  no: 'No',
  declined: 'All right. What else can I help you with?',
  escalated: (ticket, agentName) =>
    `I have passed our conversation on to our support team: it is ticket ${ticket}. ` +
    (agentName === null ? 'A person will answer you there.' : `${agentName} will answer you there.`),
  forwarded: (ticket) => `I have added this to ticket ${ticket}. Our support team will see it there.`,
  assigned: (ticket, agentName) => `${agentName} has taken your ticket ${ticket} and will answer you here.`,
};

const russian: BotTexts = {
  greeting: 'Здравствуйте! Чем я могу помочь?',
  thanks: 'Пожалуйста! Могу ли я ещё чем-нибудь помочь?',
  miss: 'Я не уверен, что знаю ответ. Попробуйте сказать иначе. Вы также можете попросить позвать оператора.',
  offer: 'Сам я с этим помочь не могу. Передать нашу переписку в службу поддержки?',
  offerAfterAnswer: 'Передать нашу переписку в службу поддержки?',
  yes: 'Да',
  no: 'Нет',
  declined: 'Хорошо. Чем ещё я могу помочь?',
  escalated: (ticket, agentName) =>
    `Я передал нашу переписку в службу поддержки: тикет ${ticket}. ` +
    (agentName === null ? 'Вам ответит наш сотрудник.' : `Вам ответит ${agentName}.`),
  forwarded: (ticket) => `Я добавил это в тикет ${ticket}. Служба поддержки увидит ваше сообщение.`,
  assigned: (ticket, agentName) => `Вашим тикетом ${ticket} занимается ${agentName}. Ответ придёт сюда.`,
};

/** By the language that the messenger names; English for those the bot does not speak. */
export function botTextsFor(language: string | null): BotTexts {
  return language !== null && /^ru\b/i.test(language) ? russian : english;
}
