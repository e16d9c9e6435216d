import type { Department } from '#shared/model/department.ts';
import type { CategoryRoute } from '#shared/protocol/admin/categories.ts';

/** Has a department handle a category of another surface; null gives it back to the rules. */
export type OnRoute = (
  route: Pick<CategoryRoute, 'vocabulary' | 'word'>,
  department: Department | null,
) => Promise<void>;
