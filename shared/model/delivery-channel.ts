/** The roads by which something leaves the desk, as the public API spells them. */
export const deliveryChannels = ['email', 'whatsapp', 'telegram', 'webhook'] as const;

export type DeliveryChannel = (typeof deliveryChannels)[number];
