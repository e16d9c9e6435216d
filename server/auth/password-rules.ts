/** One demand on a new password, and what its author is told when it is not met. */
export interface PasswordRule {
  isMet: (password: string) => boolean;
  text: string;
}

/** The demands of a surface, in the order in which they are told. */
export type PasswordRules = readonly PasswordRule[];

/** bcrypt looks at 72 bytes; what came after them would protect nothing. */
const maxPasswordBytes = 72;

const notLongerThanCounts: PasswordRule = {
  isMet: (password) => Buffer.byteLength(password) <= maxPasswordBytes,
  text: `Password must be at most ${maxPasswordBytes} bytes long`,
};

/** A minimum length alone: what the examples of the other documents satisfy (contract, A12). */
export function minimumLength(characters: number): PasswordRules {
  return [
    {
      isMet: (password) => password.length >= characters,
      text: `Password must be at least ${characters} characters long`,
    },
    notLongerThanCounts,
  ];
}

/** Admin-dashboard document, "Change Password". Only the first text is documented. */
export const strictPasswordRules: PasswordRules = [
  ...minimumLength(8),
  {
    isMet: (password) => /[A-Z]/.test(password),
    text: 'Password must contain at least one uppercase letter',
  },
  {
    isMet: (password) => /[a-z]/.test(password),
    text: 'Password must contain at least one lowercase letter',
  },
  { isMet: (password) => /[0-9]/.test(password), text: 'Password must contain at least one digit' },
  {
    isMet: (password) => /[^A-Za-z0-9\s]/.test(password),
    text: 'Password must contain at least one special character',
  },
];

/** What the password lacks, as its author is told; null when it will do. */
export function findWeakness(password: string, rules: PasswordRules): string | null {
  return rules.find((rule) => !rule.isMet(password))?.text ?? null;
}
