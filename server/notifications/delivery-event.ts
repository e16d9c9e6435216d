/**
 * What is said to a customer by their messenger: an operator's answer, or the bot's. It keeps its order, and it stands in
 * no list of notifications.
 */
export const conversationEvents = ['REPLY', 'CHAT'] as const;
