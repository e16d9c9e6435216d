import type { Clock } from '#shared/model/clock.ts';
import type { Department } from '#shared/model/department.ts';
import type { Actor } from '#shared/model/user.ts';
import { routedVocabularies, type RoutedVocabulary } from '#shared/protocol/admin/categories.ts';
import { recordAction } from '../audit/audit-log.repo.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handles.ts';
import { documentedDepartment, knownWords, routeKey } from '../tickets/category-columns.ts';
import { dropCategoryRoute, listCategoryRoutes, putCategoryRoute } from './category-route.repo.ts';
import type { CategoryRoutes } from './category-routes.ts';

export interface ListedRoute {
  vocabulary: RoutedVocabulary;
  word: string;
  department: Department;
  /** Without anybody's choice. */
  documented: Department;
  updatedByName: string | null;
  /** Ms UTC; null where nobody chose. */
  updatedAt: number | null;
}

export interface CategoryRouteDeps {
  database: Database;
  routes: CategoryRoutes;
  clock: Clock;
}

/** Which department handles which category: for admins, which the caller has checked. Holds for what is categorized
 * from then on; tickets that are there stay where they are. */
export class CategoryRouteService {
  readonly #deps: CategoryRouteDeps;

  constructor(deps: CategoryRouteDeps) {
    this.#deps = deps;
  }

  /** The documents' words, and those that somebody chose a department for. */
  async list(): Promise<ListedRoute[]> {
    const rows = await listCategoryRoutes(this.#deps.database.db);
    return routedVocabularies.flatMap((vocabulary) => {
      const chosen = rows.filter((row) => row.vocabulary === vocabulary);
      const byKey = new Map(chosen.map((row) => [routeKey(vocabulary, row.word), row]));
      const words = new Map(
        [...knownWords(vocabulary), ...chosen.map(({ word }) => word)].map((word) => [
          routeKey(vocabulary, word),
          word,
        ]),
      );
      return [...words].map(([key, word]): ListedRoute => {
        const documented = documentedDepartment(vocabulary, word);
        const row = byKey.get(key);
        return {
          vocabulary,
          word,
          department: row?.department ?? documented,
          documented,
          updatedByName: row?.updated_by_name ?? null,
          updatedAt: row?.updated_at ?? null,
        };
      });
    });
  }

  /** @param department null gives the word back to the documents */
  route(actor: Actor, vocabulary: RoutedVocabulary, word: string, department: Department | null) {
    const { database, routes, clock } = this.#deps;
    const updated_at = clock.now();
    return database.write(async (tx: Tx) => {
      if (department === null) await dropCategoryRoute(tx, vocabulary, word);
      else await putCategoryRoute(tx, { vocabulary, word, department, updated_by: actor.id, updated_at });
      const target = { type: 'category', id: word } as const;
      const entry = { adminId: actor.id, action: 'category_routed', target } as const;
      await recordAction(tx, { ...entry, metadata: { vocabulary, department } }, updated_at);
      tx.afterCommit(() => routes.forget());
    });
  }
}
