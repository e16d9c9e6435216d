/** What a program may do with a token: each includes the ones before it. Never more than its user may. */
export const tokenScopes = ['read', 'write', 'admin'] as const;

export type TokenScope = (typeof tokenScopes)[number];

/** Whether one of the scopes is the needed one or includes it. */
export function includesScope(scopes: readonly TokenScope[], needed: TokenScope): boolean {
  return scopes.some((scope) => tokenScopes.indexOf(scope) >= tokenScopes.indexOf(needed));
}
