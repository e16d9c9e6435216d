import { useState } from 'react';
import type { FileProblemHere } from '../../store/attachment-state.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { saveFile } from '../../ui/save-file.ts';

/** Never opened and never run from here, whatever it says it is: it is saved. */
const savedType = 'application/octet-stream';

/** Saves a file where its reader says; `problem` when it is neither here nor to be had. */
export function useSaveFile({ uid, file_name }: { uid: string; file_name: string }): {
  save: () => Promise<void>;
  problem: FileProblemHere | null;
} {
  const store = useConsoleStore();
  const [problem, setProblem] = useState<FileProblemHere | null>(null);
  const save = async (): Promise<void> => {
    const read = await store.getState().readFile(uid);
    setProblem('problem' in read ? read.problem : null);
    if ('bytes' in read) saveFile(file_name, savedType, read.bytes);
  };
  return { save, problem };
}
