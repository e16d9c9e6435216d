import { Button, SegmentedControl, TextInput } from '@mantine/core';
import IconServer from '@tabler/icons-react/dist/esm/icons/IconServer.mjs';
import { useEffect, useState } from 'react';
import type { DesktopSettings } from '#shared/protocol/ipc.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import classes from './sign-in.module.css';

const modes = [
  { value: 'console', label: 'Connect to a node' },
  { value: 'host', label: 'Run it here' },
];

function NodeForm({ settings, onDone }: { settings: DesktopSettings; onDone: () => void }) {
  const store = useConsoleStore();
  const [mode, setMode] = useState(settings.mode);
  const [url, setUrl] = useState(settings.node_url);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const saved = { ...settings, mode, node_url: url.trim() };
    const error = await store.getState().saveDesktopSettings(saved);
    if (error === null) onDone();
    else setProblem(error.message);
  }

  return (
    <div className={classes['node']} role="group" aria-label="Node">
      <SegmentedControl
        size="xs"
        fullWidth
        data={modes}
        value={mode}
        onChange={(value) => setMode(value === 'host' ? 'host' : 'console')}
      />
      {mode === 'console' ? (
        <TextInput
          size="xs"
          label="Node address"
          placeholder="http://desk.example:8000"
          spellCheck={false}
          value={url}
          error={problem}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      ) : (
        <p className={classes['hint']}>This computer runs the node; colleagues connect to it.</p>
      )}
      <div className={classes['nodeActions']}>
        <Button variant="default" onClick={() => void save()}>
          Save
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Which node the desktop app works with; absent in a browser, whose node is where the page came from. */
export function NodeSettings() {
  const store = useConsoleStore();
  const settings = useConsole((state) => state.desktopSettings);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => void store.getState().loadDesktopSettings(), [store]);
  if (settings === null) return null;
  if (isOpen) return <NodeForm settings={settings} onDone={() => setOpen(false)} />;
  const where = settings.mode === 'host' ? 'this computer' : settings.node_url || 'not set';
  return (
    <button
      type="button"
      className={classes['nodeLine']}
      onClick={() => setOpen(true)}
      aria-label={`Node: ${where}`}
    >
      <IconServer aria-hidden size={14} stroke={1.75} />
      <span>Node: {where}</span>
      <span className={classes['change']}>Change</span>
    </button>
  );
}
