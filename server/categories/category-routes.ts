import type { Tx } from '../database/handles.ts';
import { routeKey, type Routes, type Vocabulary } from '../tickets/category-columns.ts';
import { listCategoryRoutes } from './category-route.repo.ts';

/** The departments that admins chose for other surfaces' categories, kept in memory: every new ticket asks. */
export class CategoryRoutes {
  #routes: Routes | null = null;

  /** They are others from now on. */
  forget(): void {
    this.#routes = null;
  }

  /** What a transaction read is kept once it is durable: until then it may be undone. */
  async read(tx: Tx): Promise<Routes> {
    if (this.#routes !== null) return this.#routes;
    const rows = await listCategoryRoutes(tx.db);
    const routes: Routes = new Map(
      rows.map(({ vocabulary, word, department }) => [routeKey(vocabulary as Vocabulary, word), department]),
    );
    tx.afterCommit(() => {
      this.#routes = routes;
    });
    return routes;
  }
}
