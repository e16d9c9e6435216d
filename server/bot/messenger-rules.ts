import { consoleRules, type RuleSet } from '#shared/model/rule-set.ts';

/** A customer who comes by a messenger opens tickets; everything else is done for them. */
export const messengerRules: RuleSet = { ...consoleRules, customerActions: ['create'] };
