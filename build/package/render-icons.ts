import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { root } from '../bootstrap/root.mjs';
import { composeIcns, composeIco, iconSizes, type IconSize, type Pictures } from './icon-files.ts';

const iconsDir = join(root, 'build/icons');

/** Renders every icon file from the drawing, by the Chromium that WAYPOST_CHROMIUM names. They are kept in git. */
export async function renderIcons(): Promise<void> {
  const drawing = readFileSync(join(iconsDir, 'waypost.svg'), 'utf8');
  const executablePath = process.env['WAYPOST_CHROMIUM'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', '--force-color-profile=srgb'],
    chromiumSandbox: false,
  });
  const pictures: Partial<Record<IconSize, Buffer>> = {};
  for (const size of iconSizes) pictures[size] = await render(browser, drawing, size);
  await browser.close();
  writeAll(pictures as Pictures);
}

async function render(browser: Browser, drawing: string, size: IconSize): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const picture = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  await page.setContent(
    `<style>* { margin: 0 } img { display: block; width: 100vw }</style><img src="${picture}">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

function writeAll(pictures: Pictures): void {
  mkdirSync(join(iconsDir, 'linux'), { recursive: true });
  for (const size of iconSizes.filter((side) => side <= 512)) {
    writeFileSync(join(iconsDir, `linux/${size}x${size}.png`), pictures[size]);
  }
  writeFileSync(join(iconsDir, 'icon.png'), pictures[1024]);
  writeFileSync(join(iconsDir, 'icon.ico'), composeIco(pictures));
  writeFileSync(join(iconsDir, 'icon.icns'), composeIcns(pictures));
}
