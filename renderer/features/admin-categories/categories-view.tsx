import { categoryCalls } from '#shared/protocol/admin/categories.ts';
import { askNode } from '../../store/ask-node.ts';
import { useConsoleStore } from '../../store/store-context.tsx';
import { useTell } from '../../store/use-tell.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { AnswerState } from '../../ui/admin/answer-state.tsx';
import { Page } from '../../ui/admin/page.tsx';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { categoryWord } from '../../ui/tickets/words.ts';
import { NewWord } from './new-word.tsx';
import type { OnRoute } from './on-route.ts';
import { RouteTable } from './route-table.tsx';

/** Which department handles what the other surfaces call by names of their own. */
export function CategoriesView() {
  const t = wordsOf(['admin-categories', 'admin']);
  const store = useConsoleStore();
  const tell = useTell();
  const answered = useAnswer(categoryCalls.list);

  const onRoute: OnRoute = async ({ vocabulary, word }, department) => {
    const routed = await askNode(store, categoryCalls.route, { body: { vocabulary, word, department } });
    tell(routed, () =>
      department === null
        ? t('admin-categories:given_back', { word })
        : t('admin-categories:routed', { word, department: categoryWord(department) }),
    );
    await answered.reload();
  };

  return (
    <Page title={t('admin:section.categories')} description={t('admin-categories:description')}>
      <AnswerState {...answered}>
        {({ routes }) => (
          <>
            <RouteTable routes={routes} onRoute={onRoute} />
            <NewWord onRoute={onRoute} />
          </>
        )}
      </AnswerState>
    </Page>
  );
}
