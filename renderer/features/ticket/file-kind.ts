/** As much of a file as its picture in the interface depends on. */
export interface DescribedFile {
  file_name: string;
  content_type: string;
}

export type FileKind = 'image' | 'text' | 'archive' | 'other';

/** What browsers draw without running anything that is in it; SVG is a document. */
const drawable: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function kindOfFile({ content_type }: Pick<DescribedFile, 'content_type'>): FileKind {
  if (drawable.has(content_type)) return 'image';
  if (content_type.startsWith('text/') || content_type === 'application/pdf') return 'text';
  return content_type === 'application/zip' || content_type === 'application/gzip' ? 'archive' : 'other';
}

/** `PDF`: the ending of its name, which is what people know it by. Empty when it has none. */
export function endingOf({ file_name }: Pick<DescribedFile, 'file_name'>): string {
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(file_name)?.[1] ?? '';
  return ending.toUpperCase();
}
