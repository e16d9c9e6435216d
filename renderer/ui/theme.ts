import {
  ActionIcon,
  Button,
  createTheme,
  Input,
  Menu,
  Modal,
  Popover,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';
import dialogClasses from './dialog.module.css';
import menuClasses from './menu.module.css';

/** Mirrors `tokens.css`, where the colours live; Mantine needs the names only. */
const brand: MantineColorsTuple = [
  '#eef3ff',
  '#dce6ff',
  '#b9ccff',
  '#91adfb',
  '#7091f5',
  '#5479ee',
  '#3f63dd',
  '#3353c4',
  '#2b47a8',
  '#243b89',
];

/** Layers leave at once: one that fades out would still take the keys that are meant for the desk beneath. */
const quick = { duration: 90, exitDuration: 0, transition: 'fade' } as const;

export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand },
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'filled' } }),
    // Hints stand below, so that fields side by side stand in one line.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        offset: 4,
        transitionProps: quick,
        // The first item takes the focus: an invisible holder of it is no part of a menu.
        withInitialFocusPlaceholder: false,
      },
      classNames: { item: menuClasses['item'] ?? '', label: menuClasses['label'] ?? '' },
    }),
    // Locking the page's scroll would add a style element; the page itself never scrolls.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, transitionProps: quick, centered: true },
      classNames: { title: dialogClasses['title'] ?? '' },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', offset: 6, transitionProps: quick } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: quick, fz: 12 } }),
  },
});
