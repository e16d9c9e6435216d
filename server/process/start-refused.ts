/** The node cannot start, for a reason that its user can mend. The message is the one line that is printed. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
