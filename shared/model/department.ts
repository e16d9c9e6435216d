/** Departments of agents; a ticket's canonical category names the department that handles it. */
export const departments = ['payment', 'loan', 'account', 'technical', 'general'] as const;

export type Department = (typeof departments)[number];

export function isDepartment(value: string): value is Department {
  return (departments as readonly string[]).includes(value);
}
