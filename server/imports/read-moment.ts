const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;
const dottedPattern = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?)?$/;

/**
 * The moment (ms UTC) that a date stands for, as `2026-03-01`, `2026-03-01 14:05`, with a zone or without, or
 * `01.03.2026 14:05`; UTC where nothing else is said. Null for anything else: day and month in slashes are guesses.
 */
export function readMoment(text: string): number | null {
  const iso = isoPattern.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = iso;
    return momentOf([year, month, day, hour, minute, second].map(Number), zoneMs(zone));
  }
  const dotted = dottedPattern.exec(text);
  if (dotted === null) return null;
  const [, day, month, year, hour = '0', minute = '0', second = '0'] = dotted;
  return momentOf([year, month, day, hour, minute, second].map(Number), 0);
}

const minuteMs = 60_000;

function zoneMs(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minuteMs;
}

/** Null for a day or an hour that there is not. */
function momentOf(parts: readonly number[], offsetMs: number): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(at);
  const isReal =
    read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    read.getUTCHours() === hour &&
    minute < 60 &&
    second < 60;
  return isReal ? at - offsetMs : null;
}
