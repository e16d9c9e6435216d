import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { Component, type ReactNode } from 'react';
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
        Load again
      </Button>
    );
    return (
      <EmptyState icon={IconAlertTriangle} title="This window stumbled" action={reload}>
        Nothing you wrote is lost: it is kept outside of this window.
      </EmptyState>
    );
  }
}
