/** A yes or no that this browser or app remembers between starts; null before its user chose. Never worth a failure. */
export function remembered(name: string): boolean | null {
  try {
    const text = localStorage.getItem(`waypost.${name}`);
    return text === null ? null : text === 'yes';
  } catch {
    return null;
  }
}

export function remember(name: string, isWanted: boolean): void {
  try {
    localStorage.setItem(`waypost.${name}`, isWanted ? 'yes' : 'no');
  } catch {
    // Storage is refused or full: the choice holds for this window.
  }
}
