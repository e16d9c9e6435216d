import type { Page } from 'playwright/test';
import type { DeskErrorData } from '#shared/protocol/errors.ts';

/** Lets the node answer otherwise than it would, where a state of the console hangs on its answer. */
export class NodeAnswers {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whoever asks for the session anew is refused, as a page is that was loaded again. */
  async refuseSession(error: Pick<DeskErrorData, 'kind' | 'data'>): Promise<void> {
    await this.agreeAgain();
    const status = { signed_out: 401, forbidden: 403, unsupported: 426 }[error.kind as string] ?? 500;
    await this.#page.route(sessions, (route) =>
      route.fulfill({ status, json: { error: { message: 'Not as you are', ...error } } }),
    );
  }

  async agreeAgain(): Promise<void> {
    await this.#page.unroute(sessions);
  }

  /** The first page of a snapshot says that many more follow, and they are not sent. */
  async stopSnapshot(total: number): Promise<void> {
    let pages = 0;
    await this.#page.route(snapshots, async (route) => {
      pages += 1;
      if (pages > 1) return;
      const answer = await route.fetch();
      const page = (await answer.json()) as object;
      await route.fulfill({ response: answer, json: { ...page, total, next: 'more' } });
    });
  }
}

const sessions = '**/api/console/session/refresh';
const snapshots = '**/api/console/sync/snapshot*';
