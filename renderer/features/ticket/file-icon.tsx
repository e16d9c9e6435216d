import type { Icon } from '@tabler/icons-react';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconFileZip from '@tabler/icons-react/dist/esm/icons/IconFileZip.mjs';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import type { DescribedFile } from './file-kind.ts';
import { kindOfFile, type FileKind } from './file-kind.ts';

const iconByKind: Record<FileKind, Icon> = {
  image: IconPhoto,
  text: IconFileText,
  archive: IconFileZip,
  other: IconFile,
};

export function FileIcon({ file, size }: { file: DescribedFile; size: number }) {
  const KindIcon = iconByKind[kindOfFile(file)];
  return <KindIcon aria-hidden size={size} stroke={1.75} />;
}
