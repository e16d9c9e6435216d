// Runs dependency-cruiser through its API, where its command line would do but for one thing: the syntax tree walker
// that it takes from @swc/core does not know `using` declarations, and stops at the first one.

import { Visitor } from '@swc/core/Visitor.js';
import { cruise } from 'dependency-cruiser';
import rules from './dependency-rules.mjs';

// oxlint-disable-next-line typescript/unbound-method -- called below with the walker that it belongs to
const visitStatement = Visitor.prototype.visitStatement;
/** @param {any} statement */
Visitor.prototype.visitStatement = function (statement) {
  if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};

const { options, ...ruleSet } = rules;
const result = await cruise(['shared', 'server', 'main', 'renderer', 'build', 'e2e'], {
  ...options,
  ruleSet,
  validate: true,
  outputType: 'err-long',
});
// What follows the sign is advice to install TypeScript 6, which swc replaces here.
console.log(/** @type {string} */ (result.output).split('‼')[0]);
process.exitCode = result.exitCode === 0 ? 0 : 1;
