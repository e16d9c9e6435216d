import type { Locator, Page } from 'playwright/test';

/** The choice of a node: the desktop app's first run, and every later one. */
export class SetupPage {
  readonly #page: () => Page;

  constructor(page: () => Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page().getByRole('heading', { level: 1 });
  }

  /** What was found at the address. */
  get finding(): Locator {
    return this.#page().getByRole('status', { name: 'What was found there' });
  }

  get known(): Locator {
    return this.#page().getByRole('region', { name: 'Nodes used before' }).getByRole('listitem');
  }

  async typeAddress(address: string): Promise<void> {
    await this.#page().getByRole('radio', { name: 'A node my team runs' }).click();
    await this.#page().getByLabel('Address of the node').fill(address);
  }

  connect(): Promise<void> {
    return this.#page().getByRole('button', { name: 'Connect', exact: true }).click();
  }

  async chooseHost(): Promise<void> {
    await this.#page().getByRole('radio', { name: 'Run the node on this computer' }).click();
  }

  startHost(): Promise<void> {
    return this.#page().getByRole('button', { name: 'Start the node' }).click();
  }

  chooseAudience(name: 'This computer only' | 'Everybody in the network'): Promise<void> {
    return this.#page().getByRole('radio', { name }).check();
  }

  chooseFolder(): Promise<void> {
    return this.#page().getByRole('button', { name: 'Choose the data folder' }).click();
  }

  /** From the sign-in screen. */
  open(): Promise<void> {
    return this.#page()
      .getByRole('button', { name: /^Node: / })
      .click();
  }
}
