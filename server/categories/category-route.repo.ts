import type { Department } from '#shared/model/department.ts';
import type { Db, Tx } from '../database/handles.ts';

export async function listCategoryRoutes(db: Db) {
  const rows = await db
    .selectFrom('category_route')
    .leftJoin('user', 'user.id', 'category_route.updated_by')
    .select([
      'category_route.vocabulary',
      'category_route.word',
      'category_route.department',
      'category_route.updated_at',
      'user.full_name as updated_by_name',
    ])
    .execute();
  return rows.map(({ department, ...row }) => ({ ...row, department: department as Department }));
}

export interface NewRoute {
  vocabulary: string;
  word: string;
  department: Department;
  updated_by: number;
  updated_at: number;
}

export async function putCategoryRoute(tx: Tx, route: NewRoute): Promise<void> {
  const { department, updated_by, updated_at } = route;
  await tx.sql
    .insertInto('category_route')
    .values(route)
    .onConflict((conflict) =>
      conflict.columns(['vocabulary', 'word']).doUpdateSet({ department, updated_by, updated_at }),
    )
    .execute();
}

export async function dropCategoryRoute(tx: Tx, vocabulary: string, word: string): Promise<void> {
  await tx.sql
    .deleteFrom('category_route')
    .where('vocabulary', '=', vocabulary)
    .where('word', '=', word)
    .execute();
}
