import { DeskError } from '#shared/protocol/errors.ts';
import { accessOf } from '../../auth/access-hooks.ts';
import { channelNames, type ChannelName } from '../../channels/channel-settings.ts';
import type { ChannelState, SetupOutcome } from '../../channels/channel-setup.service.ts';
import { success } from './answer.ts';
import {
  channelAnswer,
  channelBodies,
  channelParams,
  listChannelsAnswer,
  secretFieldsOf,
  testChannelAnswer,
  testChannelBody,
} from './channels.schemas.ts';
import { toV1DateOrNull } from './dates.ts';
import type { V1Routes } from './v1-routes.ts';

/**
 * Not in the document: how the desk reaches people, for admins. Channels are `email`, `whatsapp`, `telegram` and
 * `assistant`, the one that answers customers in place of the FAQ.
 *
 * - `GET /api/v1/admin/channels`: each with its settings; secrets are masked.
 * - `PUT /api/v1/admin/channels/{channel}` with the channel's fields: sets it up at once. 409 when the environment does.
 * - `DELETE /api/v1/admin/channels/{channel}`: takes it down. 404 when no admin has set it up.
 * - `POST /api/v1/admin/channels/{channel}/test` with `{"to": "…"}`: sends one message now and answers what the other
 *   side said; the assistant needs no `to`. 409 when the channel is not set up.
 */
export const channelRoutes: V1Routes = (app, context) => {
  addReading(app, context);
  for (const name of channelNames) addSetting(name)(app, context);
  addTest(app, context);
};

const addReading: V1Routes = (app, { services: { channelSetup }, hooks: { adminOnly: onRequest } }) => {
  app.get('', { onRequest, schema: { response: { 200: listChannelsAnswer } } }, () =>
    success({ channels: channelSetup.states().map(presentChannel) }),
  );

  app.delete(
    '/:channel',
    { onRequest, schema: { params: channelParams, response: { 200: channelAnswer } } },
    async (request) => {
      const outcome = await channelSetup.forget(accessOf(request).actor, request.params.channel);
      return success({ message: 'Channel removed', channel: presentChannel(stateOrThrow(outcome)) });
    },
  );
};

/** One route each, so that every channel's fields are described. */
const addSetting =
  (name: ChannelName): V1Routes =>
  (app, { services: { channelSetup }, hooks: { adminOnly: onRequest } }) => {
    app.put(
      `/${name}`,
      { onRequest, schema: { body: channelBodies[name], response: { 200: channelAnswer } } },
      async (request) => {
        const outcome = await channelSetup.save(accessOf(request).actor, name, request.body);
        return success({ message: 'Channel updated', channel: presentChannel(stateOrThrow(outcome)) });
      },
    );
  };

const addTest: V1Routes = (app, { services: { channelTest }, hooks: { adminOnly: onRequest } }) => {
  app.post(
    '/:channel/test',
    {
      onRequest,
      schema: { params: channelParams, body: testChannelBody, response: { 200: testChannelAnswer } },
    },
    async (request) => {
      const { channel } = request.params;
      const { to = '' } = request.body;
      if (to === '' && channel !== 'assistant') throw new DeskError('invalid', "Field 'to' is required");
      const result = await channelTest.run(accessOf(request).actor, channel, to);
      if (result === null) throw new DeskError('conflict', `The channel '${channel}' is not configured`);
      return success({ is_sent: result.isSent, answer: result.answer, took_ms: result.tookMs });
    },
  );
};

function stateOrThrow(outcome: SetupOutcome): ChannelState {
  switch (outcome.kind) {
    case 'done':
      return outcome.state;
    case 'not_set':
      throw new DeskError('not_found', 'The channel has no settings');
    case 'set_by_environment':
      throw new DeskError('conflict', "The channel is set up by the node's environment");
    case 'invalid':
      throw new DeskError('invalid', `Field '${outcome.field}' ${outcome.text}`);
  }
}

function presentChannel({ name, source, settings, isUnreadable, ...state }: ChannelState) {
  return {
    name,
    source,
    is_configured: settings !== null,
    is_unreadable: isUnreadable,
    settings,
    secret_fields: secretFieldsOf(name),
    receives: state.receives,
    webhook_path: state.webhookPath,
    updated_at: toV1DateOrNull(state.updatedAt),
    updated_by: state.updatedBy,
  };
}
