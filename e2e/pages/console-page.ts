import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from 'playwright/test';
import type { Account } from '../fixtures/api-client.ts';

type Credentials = Pick<Account, 'username' | 'password'>;

/** The console as its agent uses it. */
export class ConsolePage {
  readonly #page: () => Page;

  /** @param page asked for each step: a restart brings a new one. */
  constructor(page: () => Page) {
    this.#page = page;
  }

  get connection(): Locator {
    return this.#page().getByRole('button', { name: /^Connection:/ });
  }

  get composer(): Locator {
    return this.#page().getByRole('textbox', { name: 'Reply' });
  }

  get messages(): Locator {
    return this.#page().getByRole('article', { name: /^(Message|Reply|Internal note) from / });
  }

  get conflictSheet(): Locator {
    return this.#page().getByRole('dialog', { name: /^Needs you/ });
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.signInAs(credentials);
    await this.isLive();
  }

  /** Hands over name and password, wherever they are asked for. */
  async signInAs({ username, password }: Credentials): Promise<void> {
    const page = this.#page();
    await page.getByLabel('User name or email').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** The line that says what is wrong with the connection or with this computer. */
  get notice(): Locator {
    return this.#page().getByRole('status', { name: 'Connection notice' });
  }

  async signOut(): Promise<void> {
    await this.#page()
      .getByRole('button', { name: /^Account:/ })
      .click();
    await this.#page().getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.#page().getByRole('button', { name: 'Sign in' })).toBeVisible();
  }

  isLive(): Promise<void> {
    return expect(this.connection).toHaveAccessibleName('Connection: live');
  }

  /** After a while without a network, the next try to connect may be half a minute away. */
  comesBack(): Promise<void> {
    return expect(this.connection).toHaveAccessibleName('Connection: live', { timeout: 40_000 });
  }

  isOffline(): Promise<void> {
    return expect(this.connection).toHaveAccessibleName(/^Connection: offline since/);
  }

  hasQueued(count: number): Promise<void> {
    return expect(this.connection).toHaveAccessibleName(new RegExp(`, ${count} queued$`));
  }

  /** The views of the navigation, by name. */
  view(name: string): Locator {
    return this.#page().getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
  }

  openView(name: string): Promise<void> {
    return this.view(name).click();
  }

  ticket(id: number): Locator {
    return this.#page()
      .getByRole('list', { name: 'Tickets' })
      .getByRole('link', { name: new RegExp(`^#${id} `) });
  }

  /** Chooses a ticket for what is done to many. */
  checkbox(id: number): Locator {
    return this.#page().getByRole('checkbox', { name: `Select #${id}`, exact: true });
  }

  get selection(): Locator {
    return this.#page().getByRole('toolbar', { name: 'Selected tickets' });
  }

  async openTicket(id: number): Promise<void> {
    await this.ticket(id).click();
    await expect(this.composer).toBeVisible();
  }

  async reply(text: string): Promise<void> {
    await this.#page().getByRole('tab', { name: 'Reply' }).click();
    await this.composer.fill(text);
    await this.#page()
      .getByRole('button', { name: /^Send reply/ })
      .click();
    await expect(this.message(text)).toBeVisible();
  }

  async addNote(text: string): Promise<void> {
    await this.#page().getByRole('tab', { name: 'Note' }).click();
    await this.#page().getByRole('textbox', { name: 'Internal note' }).fill(text);
    await this.#page()
      .getByRole('button', { name: /^Add note/ })
      .click();
    await expect(this.message(text)).toBeVisible();
  }

  message(text: string): Locator {
    return this.messages.filter({ hasText: text });
  }

  isDelivered(text: string): Promise<void> {
    return expect(this.message(text).getByText('Delivered')).toBeVisible();
  }

  /** Chooses files for what is being written. */
  async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.#page().locator('input[type=file]').setInputFiles(files);
    for (const { name } of files) await expect(this.chosenFile(name)).toBeVisible();
  }

  /** A file that goes with what is being written. */
  chosenFile(name: string): Locator {
    return this.#page()
      .getByRole('list', { name: 'Files that go with it' })
      .getByRole('listitem')
      .filter({ has: this.#page().getByRole('button', { name: `Remove ${name}` }) });
  }

  /** A file in the conversation. */
  attachedFile(name: string): Locator {
    return this.#page().locator(`[data-attachment="${name}"]`);
  }

  /** Saves a file of the conversation. @returns what is in it, and the name that it is saved under. */
  async save(name: string): Promise<{ bytes: Buffer; savedAs: string }> {
    const saving = this.#page().waitForEvent('download');
    await this.attachedFile(name)
      .getByRole('button', { name: `Save ${name}` })
      .click();
    const download = await saving;
    return { bytes: await readFile(await download.path()), savedAs: download.suggestedFilename() };
  }

  async setStatus(word: string): Promise<void> {
    await this.#page()
      .getByRole('button', { name: /^Status:/ })
      .click();
    await this.#page().getByRole('menuitem', { name: word, exact: true }).click();
    await this.hasStatus(word);
  }

  hasStatus(word: string): Promise<void> {
    return expect(this.#page().getByRole('button', { name: /^Status:/ })).toHaveAccessibleName(
      `Status: ${word}`,
    );
  }

  get searchBox(): Locator {
    return this.#page().getByRole('combobox', { name: 'Search tickets' });
  }

  get searchHits(): Locator {
    return this.#page().getByRole('listbox', { name: 'Search results' }).getByRole('option');
  }

  get searchScope(): Locator {
    return this.#page().getByRole('status', { name: 'Search scope' });
  }

  get palette(): Locator {
    return this.#page().getByRole('dialog', { name: 'Command palette' });
  }

  /** Does what the palette calls so, by the keyboard alone. */
  async command(letters: string, label: string): Promise<void> {
    await this.press('ControlOrMeta+k');
    await this.palette.getByRole('combobox', { name: 'Command' }).fill(letters);
    const first = this.palette.getByRole('option').first();
    await expect(first).toContainText(label);
    await this.press('Enter');
    await expect(this.palette).toBeHidden();
  }

  get newTicketDialog(): Locator {
    return this.#page().getByRole('dialog', { name: 'New ticket' });
  }

  async createTicket(subject: string, description: string, customer: string): Promise<void> {
    await this.newTicketDialog.getByLabel('Subject').fill(subject);
    await this.newTicketDialog.getByLabel('Description').fill(description);
    await this.newTicketDialog.getByLabel('Name').fill(customer);
    await this.newTicketDialog.getByRole('button', { name: 'Create ticket' }).click();
    await expect(this.newTicketDialog).toBeHidden();
  }

  /** Opens the panel behind the pill, and acts on a change that has not arrived. */
  async actOnQueued(action: 'Edit' | 'Take back' | 'Let go of', what: string): Promise<void> {
    const button = this.#page().getByRole('button', { name: `${action} ${what}` });
    if (!(await button.isVisible())) await this.connection.click();
    await button.click();
  }

  /** The toasts, bottom left. */
  get messagesToMe(): Locator {
    return this.#page().getByRole('status', { name: 'Messages' });
  }

  press(key: string): Promise<void> {
    return this.#page().keyboard.press(key);
  }

  /** Presses one key after the other, as fast as it goes. */
  type(text: string): Promise<void> {
    return this.#page().keyboard.type(text);
  }

  /** The open ticket's subject. */
  get subject(): Locator {
    return this.#page().locator('main').getByRole('heading', { level: 2 });
  }

  async openConflict(ticketId: number): Promise<void> {
    await this.#page()
      .getByRole('button', { name: `Needs you: #${ticketId}` })
      .click();
    await expect(this.conflictSheet).toBeVisible();
  }

  async choose(choice: 'Send on top' | 'Edit' | 'Keep as note' | 'Discard' | 'Apply anyway'): Promise<void> {
    await this.conflictSheet.getByRole('button', { name: choice }).click();
    await expect(this.conflictSheet).toBeHidden();
  }
}
