import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate that nobody vouches for, for 127.0.0.1 and localhost, and its key: PEM. */
export interface TestCertificate {
  certificate: string;
  key: string;
}

const ecdsaWithSha256 = '06082a8648ce3d040302';
const commonName = '0603550403';
const subjectAltName = '0603551d11';

/** Makes a fresh one, good for a day, by the grammar of X.509 (RFC 5280, section 4.1). */
export function createTestCertificate(name = 'Waypost test'): TestCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(0x30, hex(ecdsaWithSha256));
  const owner = der(0x30, der(0x31, der(0x30, hex(commonName), der(0x0c, Buffer.from(name)))));
  const names = der(0x30, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = der(0x30, der(0x30, hex(subjectAltName), der(0x04, names)));
  const body = der(
    0x30,
    der(0xa0, hex('020102')),
    der(0x02, Buffer.from([1, ...Buffer.from(name).subarray(0, 6)])),
    algorithm,
    owner,
    der(0x30, time(-3_600_000), time(86_400_000)),
    owner,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const lines =
    der(0x30, body, algorithm, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** One element of DER: its tag, its length, what is in it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function time(fromNowMs: number): Buffer {
  const stamp = new Date(Date.now() + fromNowMs).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${stamp}Z`));
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
