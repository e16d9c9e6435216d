/** Hands a text or bytes to the browser, or to the desktop app, as a file to be saved. */
export function saveFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has the content once the click is worked off.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
