/** Whether a message was written as HTML, as mail programs and web forms send it; a single `<` in a sentence is none. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:html|body|p|div|br|table|ul|ol|blockquote|h[1-6])\b[^>]*>/i.test(text);
}
