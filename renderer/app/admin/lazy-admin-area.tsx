import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { addWords } from '../../ui/i18n/language.ts';
import classes from './lazy-admin-area.module.css';

/** The admin area with its words, fetched when somebody opens it: agents never load it. */
const Area = lazy(async () => {
  const [{ AdminArea }, { adminEn }] = await Promise.all([
    import('./admin-area.tsx'),
    import('../../ui/i18n/words/admin-pack.en.ts'),
  ]);
  const ru = async () => (await import('../../ui/i18n/words/admin-pack.ru.ts')).adminRu;
  await addWords({ en: adminEn, ru });
  return { default: AdminArea };
});

export function LazyAdminArea() {
  return (
    <Suspense
      fallback={
        <div className={classes['waiting']} role="status">
          <Loader size="sm" />
        </div>
      }
    >
      <Area />
    </Suspense>
  );
}
