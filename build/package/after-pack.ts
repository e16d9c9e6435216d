import { join } from 'node:path';
import { setFuses } from './fuses.ts';

/** What electron-builder says of the folder that it has just put together. */
interface PackedApp {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName?: string;
    readonly appInfo: { readonly productFilename: string };
  };
  /** electron-builder's own numbers. */
  readonly arch: number;
}

const arm64 = 3;

/** Called by electron-builder, before anything is signed. */
export default async function afterPack(packed: PackedApp): Promise<void> {
  const isMac = packed.electronPlatformName === 'darwin';
  await setFuses(programOf(packed), { isAppleSilicon: isMac && packed.arch === arm64 });
}

function programOf({ appOutDir, electronPlatformName, packager }: PackedApp): string {
  const { productFilename } = packager.appInfo;
  switch (electronPlatformName) {
    case 'darwin':
    case 'mas':
      return join(appOutDir, `${productFilename}.app`);
    case 'win32':
      return join(appOutDir, `${productFilename}.exe`);
    default:
      return join(appOutDir, packager.executableName ?? productFilename);
  }
}
