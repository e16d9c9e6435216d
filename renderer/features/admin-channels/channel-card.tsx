import { Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import IconBrandTelegram from '@tabler/icons-react/dist/esm/icons/IconBrandTelegram.mjs';
import IconBrandWhatsapp from '@tabler/icons-react/dist/esm/icons/IconBrandWhatsapp.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import IconSparkles from '@tabler/icons-react/dist/esm/icons/IconSparkles.mjs';
import { Card } from '../../ui/admin/card.tsx';
import { Tag } from '../../ui/admin/tag.tsx';
import { v1Time } from '../../ui/admin/v1-time.ts';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import type { Channel, ChannelName } from './channel-calls.ts';
import { ChannelTest } from './channel-test.tsx';
import { WebhookAddress } from './webhook-address.tsx';
import classes from './channels.module.css';

const iconByName: Record<ChannelName, Icon> = {
  email: IconMail,
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  assistant: IconSparkles,
};

function Facts({ channel }: { channel: Channel }) {
  const t = wordsOf('admin-channels');
  const { name, is_configured, receives, updated_at, updated_by, is_unreadable, webhook_path } = channel;
  const isMessenger = name === 'whatsapp' || name === 'telegram';
  return (
    <>
      {is_unreadable ? <p className={classes['bad']}>{t('unreadable')}</p> : null}
      {isMessenger && is_configured ? (
        <p className={classes['fact']}>{t(receives === true ? 'receives' : 'sends_only')}</p>
      ) : null}
      {webhook_path === null || receives !== true ? null : <WebhookAddress path={webhook_path} />}
      {updated_at === null || updated_by === null ? null : (
        <p className={classes['fact']}>
          {t('changed', { time: exactTime(v1Time(updated_at)), name: updated_by })}
        </p>
      )}
    </>
  );
}

/** A channel: whether it works, how it is set up, and a test. */
export function ChannelCard({
  channel,
  onSetUp,
  onRemove,
}: {
  channel: Channel;
  onSetUp: () => void;
  onRemove: () => void;
}) {
  const t = wordsOf('admin-channels');
  const { name, source, is_configured } = channel;
  return (
    <Card
      title={t(`name.${name}`)}
      icon={iconByName[name]}
      aside={<Tag tone={is_configured ? 'green' : 'grey'}>{t(`source.${source}`)}</Tag>}
    >
      <p className={classes['about']}>{t(`about.${name}`)}</p>
      <Facts channel={channel} />
      <div className={classes['actions']}>
        {source === 'environment' ? null : (
          <Button variant="default" onClick={onSetUp}>
            {t(is_configured ? 'change' : 'set_up')}
          </Button>
        )}
        {source === 'settings' ? (
          <Button variant="subtle" color="gray" onClick={onRemove}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
      {is_configured ? <ChannelTest name={name} /> : null}
    </Card>
  );
}
