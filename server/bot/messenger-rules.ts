import { consoleRules, type RuleSet } from '#shared/model/rule-set.ts';

/** A customer who comes by a messenger opens tickets; everything else is done for them. */
export const messengerRules: RuleSet = { ...consoleRules, customerActions: ['create'] };

/** So many turns of a conversation go to people with it. */
export const maxHandedOver = 100;
