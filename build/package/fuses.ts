import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** The switches inside Electron's program, set for good when it is packaged: all that we do not use is off. */
const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
} as const satisfies Record<keyof typeof FuseV1Options, boolean>;

type FuseName = keyof typeof wantedFuses;

const fuseNames = Object.keys(wantedFuses) as FuseName[];

/** @param program Electron's program, or the `.app` folder around it */
export async function setFuses(program: string, options: { isAppleSilicon: boolean }): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    // Changing the program breaks its signature, and without one Apple's own chips run nothing.
    resetAdHocDarwinSignature: options.isAppleSilicon,
    ...Object.fromEntries(fuseNames.map((name) => [FuseV1Options[name], wantedFuses[name]])),
  });
}

/** What of a packaged program is not as it should be, in words; read from the program itself, where 1 is on. */
export async function findWrongFuses(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program);
  return fuseNames.flatMap((name) => {
    const wanted = wantedFuses[name] ? '1' : '0';
    const state: number | undefined = wire[FuseV1Options[name]];
    const found = state === undefined ? 'missing' : String.fromCharCode(state);
    return found === wanted ? [] : [`${name} is ${found}, not ${wanted}`];
  });
}
