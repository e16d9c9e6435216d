type Environment = Readonly<Record<string, string | undefined>>;

/** Of the app's own environment, what each of its processes may see. */
const inheritedNames = [
  'HOME',
  'LANG',
  'NODE_EXTRA_CA_CERTS',
  'PATH',
  'SystemRoot',
  'TEMP',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
];
/** And what the node may see besides. */
const nodeNames = ['WAYPOST_ADMIN_PASSWORD', 'WAYPOST_RATE_LIMIT'];

/** The environment of a process of ours, written out: nothing is inherited that is not named here. */
export function inheritEnvironment(
  own: Environment,
  moreNames: readonly string[] = [],
): Record<string, string> {
  const env: Record<string, string> = { NODE_ENV: 'production' };
  for (const name of [...inheritedNames, ...moreNames]) {
    const value = own[name];
    if (value !== undefined) env[name] = value;
  }
  return env;
}

export function createNodeEnvironment(
  own: Environment,
  node: { readonly host: string; readonly port: number; readonly dataDir: string },
): Record<string, string> {
  return {
    ...inheritEnvironment(own, nodeNames),
    // A node of this app must not outlive it, however the app ends.
    WAYPOST_EXIT_WITH_PARENT: '1',
    WAYPOST_HOST: node.host,
    WAYPOST_PORT: String(node.port),
    WAYPOST_DATA_DIR: node.dataDir,
  };
}
