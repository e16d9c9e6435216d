import { isDepartment, type Department } from '#shared/model/department.ts';
import type { UserRecord } from './user.repo.ts';

const departmentByKeyword: readonly (readonly [keyword: string, department: Department])[] = [
  ['tech', 'technical'],
  ['pay', 'payment'],
  ['billing', 'payment'],
  ['loan', 'loan'],
  ['account', 'account'],
  ['kyc', 'account'],
];

/** The department that a free text names (mapping, section 6). */
export function departmentOfLabel(label: string): Department {
  const words = label.toLowerCase();
  return departmentByKeyword.find(([keyword]) => words.includes(keyword))?.[1] ?? 'general';
}

/** What a user's department is called: as somebody wrote it, else the agent's own in words. */
export function shownLabel({
  role,
  department,
  department_label,
}: Pick<UserRecord, 'role' | 'department' | 'department_label'>): string | null {
  if (department_label !== null) return department_label;
  if (role !== 'agent' || department === null) return null;
  return department.charAt(0).toUpperCase() + department.slice(1);
}

/**
 * The department columns after an agent's label was written. A department once chosen stays unless the label is exactly
 * one of the five; writing back what was shown changes nothing.
 */
export function columnsOfLabel(
  before: Pick<UserRecord, 'role' | 'department' | 'department_label'>,
  label: string | null,
): { department?: Department; department_label?: string | null } {
  if (label === shownLabel(before)) return {};
  if (before.role !== 'agent' || label === null) return { department_label: label };
  const word = label.toLowerCase();
  if (isDepartment(word)) return { department_label: label, department: word };
  return {
    department_label: label,
    ...(before.department === null ? { department: departmentOfLabel(label) } : {}),
  };
}
