/** Command takes Control's place in shortcuts here. */
export const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');
