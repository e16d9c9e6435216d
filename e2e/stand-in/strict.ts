/** Asked by JavaScript itself or by whoever prints an object, not by code that counts on Electron. */
const neutralNames: ReadonlySet<PropertyKey> = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'asymmetricMatch',
]);

/**
 * Fails loudly for whatever the stand-in does not implement, so that a spec never passes because a call went nowhere.
 * Methods run on the object itself: a proxy has no private fields.
 */
export function strict<Implementation extends object>(
  name: string,
  implementation: Implementation,
): Implementation {
  return new Proxy(implementation, {
    get(target, property) {
      if (typeof property !== 'symbol' && !(property in target) && !neutralNames.has(property)) {
        throw new Error(`The stand-in does not implement electron.${name}.${property}`);
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' && !isClass(value) ? (value.bind(target) as unknown) : value;
    },
  });
}

function isClass(value: object): boolean {
  return Function.prototype.toString.call(value).startsWith('class ');
}
