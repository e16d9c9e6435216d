import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  preferencesSchema,
  proxyPreferencesSchema,
  type ProxyPreferences,
} from '#shared/protocol/desktop-state.ts';
import { boundTo } from '../../ui/bound-to.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './settings.module.css';
import { usePreferences } from './use-preferences.ts';

const kinds = ['system', 'direct', 'manual', 'pac'] as const;
type Kind = (typeof kinds)[number];

interface ProxyDraft {
  kind: Kind;
  server: string;
  bypass: string;
  url: string;
}

function draftOf(proxy: ProxyPreferences): ProxyDraft {
  return {
    kind: proxy.kind,
    server: proxy.kind === 'manual' ? proxy.server : '',
    bypass: proxy.kind === 'manual' ? proxy.bypass : '',
    url: proxy.kind === 'pac' ? proxy.url : '',
  };
}

/** The draft as the app takes it; null while something in it is missing or wrong. */
function readDraft({ kind, server, bypass, url }: ProxyDraft): ProxyPreferences | null {
  const fields = {
    manual: { server: server.trim(), bypass: bypass.trim() },
    pac: { url: url.trim() },
    system: {},
    direct: {},
  };
  const parsed = proxyPreferencesSchema.safeParse({ kind, ...fields[kind] });
  return parsed.success ? parsed.data : null;
}

function ProxyForm({
  proxy,
  onSave,
}: {
  proxy: ProxyPreferences;
  onSave: (proxy: ProxyPreferences) => void;
}) {
  const t = wordsOf(['desktop-app', 'common']);
  const [draft, setDraft] = useState(() => draftOf(proxy));
  const read = readDraft(draft);
  const isChanged = read !== null && JSON.stringify(read) !== JSON.stringify(proxy);
  const field = (name: 'server' | 'bypass' | 'url') => ({
    size: 'xs' as const,
    spellCheck: false,
    ...boundTo(draft[name], (text) => setDraft({ ...draft, [name]: text })),
  });
  return (
    <div className={classes['group']}>
      <Radio.Group
        label={t('desktop-app:proxy')}
        value={draft.kind}
        onChange={(value) => setDraft({ ...draft, kind: kinds.find((kind) => kind === value) ?? 'system' })}
      >
        <div className={classes['choices']}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`desktop-app:proxy_kind.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      {draft.kind === 'manual' ? (
        <>
          <TextInput
            label={t('desktop-app:proxy_server')}
            description={t('desktop-app:proxy_server_hint')}
            {...field('server')}
          />
          <TextInput
            label={t('desktop-app:proxy_bypass')}
            description={t('desktop-app:proxy_bypass_hint')}
            {...field('bypass')}
          />
        </>
      ) : null}
      {draft.kind === 'pac' ? <TextInput label={t('desktop-app:proxy_script')} {...field('url')} /> : null}
      <Button className={classes['own']} disabled={!isChanged} onClick={() => read !== null && onSave(read)}>
        {t('common:save')}
      </Button>
    </div>
  );
}

function UpdateAddress() {
  const t = wordsOf(['desktop-app', 'common']);
  const { preferences, change } = usePreferences();
  const saved = preferences?.update_url ?? '';
  const [url, setUrl] = useState(saved);
  const text = url.trim();
  const isFit = text === '' || preferencesSchema.shape.update_url.safeParse(text).success;
  return (
    <div className={classes['group']}>
      <TextInput
        label={t('desktop-app:update_address')}
        description={t('desktop-app:update_address_hint')}
        size="xs"
        spellCheck={false}
        value={url}
        error={isFit ? null : t('desktop-app:update_address_unfit')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Button
        className={classes['own']}
        disabled={!isFit || text === saved}
        onClick={() => void change({ update_url: text === '' ? null : text })}
      >
        {t('common:save')}
      </Button>
    </div>
  );
}

/** By which road the app reaches its node, and where it looks for its next version. */
export function NetworkPart() {
  const { preferences, change } = usePreferences();
  if (preferences === null) return null;
  return (
    <div className={classes['fields']}>
      <ProxyForm proxy={preferences.proxy} onSave={(proxy) => void change({ proxy })} />
      <UpdateAddress />
    </div>
  );
}
