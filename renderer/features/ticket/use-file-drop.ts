import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useConsoleStore } from '../../store/store-context.tsx';

const hasFiles = ({ types }: DataTransfer): boolean => types.includes('Files');

/** A file that misses its place would replace the whole page. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent): void => {
      if (event.dataTransfer !== null && hasFiles(event.dataTransfer)) event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

/** Takes files that are dropped or pasted on an element; `isOver` while some hang over it. */
export function useFileDrop() {
  const store = useConsoleStore();
  const [isOver, setOver] = useState(false);
  /** Entering a child comes before leaving its parent. */
  const depth = useRef(0);
  useNoStrayDrops();
  const enter = (step: 1 | -1) => (event: DragEvent<HTMLElement>) => {
    if (!hasFiles(event.dataTransfer)) return;
    depth.current += step;
    setOver(depth.current > 0);
  };
  return {
    isOver,
    target: {
      onDragEnter: enter(1),
      onDragLeave: enter(-1),
      onDrop: (event: DragEvent<HTMLElement>) => {
        depth.current = 0;
        setOver(false);
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        void store.getState().attachFiles([...event.dataTransfer.files]);
      },
      onPaste: (event: ClipboardEvent<HTMLElement>) => {
        const files = [...event.clipboardData.files];
        // Office programs copy a picture of the text beside the text.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        void store.getState().attachFiles(files);
      },
    },
  };
}
