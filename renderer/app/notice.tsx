import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBrowser from '@tabler/icons-react/dist/esm/icons/IconBrowser.mjs';
import { EmptyState } from '../ui/empty-state.tsx';
import classes from './app.module.css';
import { Themed } from './themed.tsx';

interface NoticeProps {
  icon: Icon;
  title: string;
  text: string;
  action: string;
  onAction: () => void;
}

function Notice({ icon, title, text, action, onAction }: NoticeProps) {
  const button = (
    <Button size="sm" onClick={onAction}>
      {action}
    </Button>
  );
  return (
    <Themed>
      <main className={classes['opening']}>
        <EmptyState icon={icon} title={title} action={button}>
          {text}
        </EmptyState>
      </main>
    </Themed>
  );
}

const otherTab = {
  icon: IconBrowser,
  title: 'Waypost is open in another tab',
  action: 'Use it here',
};

/** Another tab has the console, and this one may ask for it. */
export function WaitingNotice({ onTakeOver }: { onTakeOver: () => void }) {
  const text = 'One tab at a time keeps the tickets. You can go on in this one; drafts come along.';
  return <Notice {...otherTab} text={text} onAction={onTakeOver} />;
}

/** Another tab asked for the console and got it. */
export function TakenOverNotice() {
  return (
    <Notice
      {...otherTab}
      text="Your drafts were saved and went along."
      onAction={() => window.location.reload()}
    />
  );
}

/** Not even the console behind the window could be opened. */
export function FailedNotice({ reason }: { reason: string }) {
  const text = reason === '' ? 'What you wrote before is still kept.' : reason;
  return (
    <Notice
      icon={IconAlertTriangle}
      title="Waypost could not start"
      text={text}
      action="Load again"
      onAction={() => window.location.reload()}
    />
  );
}
