import type { Icon } from '@tabler/icons-react';
import IconApi from '@tabler/icons-react/dist/esm/icons/IconApi.mjs';
import IconBrandTelegram from '@tabler/icons-react/dist/esm/icons/IconBrandTelegram.mjs';
import IconBrandWhatsapp from '@tabler/icons-react/dist/esm/icons/IconBrandWhatsapp.mjs';
import IconRobot from '@tabler/icons-react/dist/esm/icons/IconRobot.mjs';
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs';
import type { Source } from '#shared/model/ticket.ts';

const iconBySource: Record<Source, Icon> = {
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  web: IconWorld,
  api: IconApi,
  chatbot: IconRobot,
};

export function SourceMark({ source, size = 14 }: { source: Source; size?: number }) {
  const SourceIcon = iconBySource[source];
  return <SourceIcon aria-hidden size={size} stroke={1.75} />;
}
