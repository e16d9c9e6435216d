import type { Icon } from '@tabler/icons-react';
import IconCoins from '@tabler/icons-react/dist/esm/icons/IconCoins.mjs';
import IconCreditCard from '@tabler/icons-react/dist/esm/icons/IconCreditCard.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import type { Department } from '#shared/model/department.ts';

const iconByCategory: Record<Department, Icon> = {
  payment: IconCreditCard,
  loan: IconCoins,
  account: IconUserCircle,
  technical: IconTool,
  general: IconInbox,
};

export function CategoryMark({ category, size = 16 }: { category: Department; size?: number }) {
  const CategoryIcon = iconByCategory[category];
  return <CategoryIcon aria-hidden size={size} stroke={1.75} />;
}
