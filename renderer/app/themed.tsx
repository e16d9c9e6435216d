import { DirectionProvider, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../ui/i18n/use-language.ts';
import { theme } from '../ui/theme.ts';

/** Light or dark, as chosen. The variables are in our own style sheets: the security policy allows no style elements. */
export function Themed({ children }: { children: ReactNode }) {
  const { direction } = useLanguage();
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}
