import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Trusts the certificates that this computer trusts, an organisation's own among them, besides the ones that Node brings.
 * @returns whether the system said which those are
 */
export function trustSystemCertificates(): boolean {
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
    return true;
  } catch {
    return false;
  }
}
