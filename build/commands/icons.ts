// Renders the app's icons from their drawing, build/icons/waypost.svg.

import { useChromium } from '../machine/chromium.ts';
import { renderIcons } from '../package/render-icons.ts';

await useChromium();
await renderIcons();
