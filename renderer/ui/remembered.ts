/** What this browser or app remembers between starts; null before its user chose. Never worth a failure. */
export function rememberedText(name: string): string | null {
  try {
    return localStorage.getItem(`waypost.${name}`);
  } catch {
    return null;
  }
}

export function rememberText(name: string, text: string): void {
  try {
    localStorage.setItem(`waypost.${name}`, text);
  } catch {
    // Storage is refused or full: the choice holds for this window.
  }
}

/** A yes or no that is remembered. */
export function remembered(name: string): boolean | null {
  const text = rememberedText(name);
  return text === null ? null : text === 'yes';
}

export function remember(name: string, isWanted: boolean): void {
  rememberText(name, isWanted ? 'yes' : 'no');
}
