const maxLength = 150;

/** The name that a download is offered under: the last part of what the sender called it, without what breaks names. */
export function safeFileName(name: string | null, extension: string): string {
  const [last = ''] = (name ?? '').split(/[\\/]/).slice(-1);
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}"<>:|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  if (clean === '') return `attachment.${extension}`;
  return clean.slice(0, maxLength).toWellFormed();
}

/** The header that makes a browser save the file whatever it holds (RFC 6266). */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
