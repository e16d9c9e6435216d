import { expect, type Locator, type Page } from 'playwright/test';

/** The admin area as an admin uses it. */
export class AdminPage {
  readonly #page: () => Page;

  /** @param page asked for each step: a restart brings a new one. */
  constructor(page: () => Page) {
    this.#page = page;
  }

  /** The way in, which only admins have. */
  get link(): Locator {
    return this.#page()
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: /^Admin/ });
  }

  get navigation(): Locator {
    return this.#page().getByRole('navigation', { name: 'Admin area' });
  }

  get main(): Locator {
    return this.#page().getByRole('main');
  }

  /** Opens a part, and waits until it is there. */
  async open(section: string): Promise<void> {
    await this.navigation.getByRole('link', { name: section }).click();
    await this.isAt(section);
  }

  isAt(title: string): Promise<void> {
    return expect(this.main.getByRole('heading', { level: 1 })).toHaveText(title);
  }

  /** The figure with this name, which opens what is behind it. */
  figure(name: string): Locator {
    return this.main.getByRole('link', { name: new RegExp(`^${name}: `) });
  }

  /** The row of a table that has this text. */
  row(text: string | RegExp): Locator {
    return this.main.getByRole('row').filter({ hasText: text });
  }

  /** Does what a row's menu offers. */
  async act(menu: string, action: string): Promise<void> {
    await this.main.getByRole('button', { name: menu }).click();
    await this.#page().getByRole('menuitem', { name: action }).click();
  }

  dialog(name: string): Locator {
    return this.#page().getByRole('dialog', { name });
  }
}
