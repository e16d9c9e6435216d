import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { Component, type ReactNode } from 'react';
import { words } from '../ui/i18n/i18n.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Catches what breaks while drawing: the work itself is safe behind the bridge, so drawing again is enough. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const reload = (
      <Button size="sm" onClick={() => window.location.reload()}>
        {words('desk:load_again')}
      </Button>
    );
    return (
      <EmptyState icon={IconAlertTriangle} title={words('desk:stumbled.title')} action={reload}>
        {words('desk:stumbled.text')}
      </EmptyState>
    );
  }
}
