// Holds the sandbox's Mattermost to the client that Mattermost itself publishes.
// MATTERMOST_URL, MATTERMOST_USER and MATTERMOST_PASSWORD say where and as whom; any mismatch ends with code 1.
import assert from 'node:assert/strict';
import mattermost from '@mattermost/client';
import websocket from 'faye-websocket';

const {MATTERMOST_URL: url, MATTERMOST_USER: userName, MATTERMOST_PASSWORD: password} = process.env;
assert.ok(url && userName && password, 'MATTERMOST_URL, MATTERMOST_USER and MATTERMOST_PASSWORD are needed');

const client = new mattermost.Client4();
client.setUrl(url.replace(/\/$/, ''));

await step('refuses a wrong password', async () => {
    await assert.rejects(client.login(userName, password + 'x'), (error) => {
        assert.equal(error.status_code, 401);
        assert.equal(error.server_error_id, 'api.user.login.invalid_credentials_email_username');
        return true;
    });
});

const me = await step('logs in and knows itself', async () => {
    const user = await client.login(userName, password);
    assert.equal(user.username, userName);
    assert.match(client.getToken(), /^[a-z0-9]{26}$/);
    assert.equal((await client.getMe()).id, user.id);
    assert.match(client.serverVersion, /^\d+\.\d+\.\d+\./);
    return user;
});

await step('pings and reads the configuration', async () => {
    assert.equal((await client.ping(false)).status, 'OK');
    assert.equal((await client.getClientConfig()).EnableSignInWithUsername, 'true');
    assert.equal((await client.getClientLicenseOld()).IsLicensed, 'false');
});

await step('pages through the users', async () => {
    const first = await client.getProfiles(0, 20);
    const second = await client.getProfiles(1, 20);
    assert.equal(first.length, 20);
    assert.ok(second.length > 0);
    assert.ok(!first.some((user) => second.some((other) => other.id === user.id)));
    assert.ok((await client.getProfiles(0, 1000)).length <= 200);
    const same = await client.getUserByUsername(first[3].username);
    assert.equal(same.id, first[3].id);
    assert.equal((await client.getProfilesByIds([first[0].id, first[1].id])).length, 2);
    const found = await client.searchUsers(first[3].username, {});
    assert.ok(found.some((user) => user.id === first[3].id));
    const completed = await client.autocompleteUsers(first[3].username.slice(0, 4), '', '');
    assert.ok(completed.users.length > 0);
    assert.ok((await client.getTotalUsersStats()).total_users_count > 20);
});

const team = await step('lists teams', async () => {
    const mine = await client.getMyTeams();
    assert.ok(mine.length > 0);
    const counted = await client.getTeams(0, 2, true);
    assert.ok(counted.total_count >= counted.teams.length);
    const byName = await client.getTeamByName(mine[0].name);
    assert.equal(byName.id, mine[0].id);
    assert.ok((await client.getTeamStats(byName.id)).total_member_count > 0);
    assert.ok((await client.getMyTeamMembers()).some((member) => member.team_id === byName.id));
    return byName;
});

const mark = Date.now().toString(36);
const user = await step('creates a user, changes it, gives it a role and takes it off', async () => {
    const created = await client.createUser({username: `client.${mark}`, email: `client.${mark}@example.com`, password: 'Correct-horse-9!'}, '', '', '');
    assert.match(created.id, /^[a-z0-9]{26}$/);
    const zone = {useAutomaticTimezone: 'false', automaticTimezone: '', manualTimezone: 'Europe/Berlin'};
    const patched = await client.patchUser({id: created.id, first_name: 'Made', last_name: 'Byclient', timezone: zone});
    assert.deepEqual([patched.first_name, patched.timezone.manualTimezone], ['Made', 'Europe/Berlin']);
    await client.updateUserRoles(created.id, 'system_user system_admin');
    assert.equal((await client.getUser(created.id)).roles, 'system_user system_admin');
    await client.updateUserRoles(created.id, 'system_user');
    await assert.rejects(client.updateUserRoles(created.id, 'system_user no_such_role'), (error) => error.server_error_id === 'app.role.check_roles_exist.role_not_found');
    await client.updateUserActive(created.id, false);
    assert.ok((await client.getUser(created.id)).delete_at > 0);
    await client.updateUserActive(created.id, true);
    return created;
});

await step('creates a team with a member, and archives it', async () => {
    const created = await client.createTeam({name: `client-${mark}`, display_name: 'Made by a client', type: 'O'});
    assert.equal((await client.patchTeam({id: created.id, description: 'Words'})).description, 'Words');
    assert.equal((await client.addToTeam(created.id, user.id)).user_id, user.id);
    await client.updateTeamMemberSchemeRoles(created.id, user.id, true, true);
    assert.equal((await client.getTeamMember(created.id, user.id)).scheme_admin, true);
    await client.removeFromTeam(created.id, user.id);
    assert.ok((await client.getTeamMember(created.id, user.id)).delete_at > 0);
    await client.deleteTeam(created.id);
    assert.ok((await client.getTeam(created.id)).delete_at > 0);
});

await step('creates a bot, changes it, and switches it off', async () => {
    const bot = await client.createBot({username: `bot-${mark}`, display_name: 'Bot', description: 'Made by a client'});
    assert.equal(bot.owner_id, me.id);
    assert.equal((await client.patchBot(bot.user_id, {username: `bot-${mark}`, display_name: 'New'})).display_name, 'New');
    assert.equal((await client.getUser(bot.user_id)).is_bot, true);
    assert.ok((await client.disableBot(bot.user_id)).delete_at > 0);
    assert.ok(!(await client.getBots(0, 200)).some((one) => one.user_id === bot.user_id));
    assert.ok((await client.getBotsIncludeDeleted(0, 200)).some((one) => one.user_id === bot.user_id));
    assert.equal((await client.enableBot(bot.user_id)).delete_at, 0);
});

await step('has an incoming webhook and writes with it', async () => {
    const {id: channelId} = await client.getChannelByName(team.id, 'town-square');
    const hook = await client.createIncomingWebhook({channel_id: channelId, display_name: 'Builds', channel_locked: true});
    assert.equal((await client.getIncomingWebhook(hook.id)).display_name, 'Builds');
    const body = JSON.stringify({text: `Build ${mark} is green`});
    const sent = await fetch(`${client.getUrl()}/hooks/${hook.id}`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    assert.deepEqual([sent.status, await sent.text()], [200, 'ok']);
    const {posts, order: [newest]} = await client.getPosts(channelId, 0, 1);
    assert.deepEqual([posts[newest].message, posts[newest].props.from_webhook], [`Build ${mark} is green`, 'true']);
    const changed = await client.updateIncomingWebhook({...hook, display_name: 'Releases'});
    assert.equal(changed.display_name, 'Releases');
    assert.ok((await client.getIncomingWebhooks(team.id, 0, 200)).some((one) => one.id === hook.id));
    await client.removeIncomingWebhook(hook.id);
    await assert.rejects(client.getIncomingWebhook(hook.id), (error) => error.status_code === 404);
});

await step('has an outgoing webhook', async () => {
    const hook = await client.createOutgoingWebhook({
        team_id: team.id, display_name: 'Deploys', trigger_words: [`deploy-${mark}`], callback_urls: ['https://example.com/deploys'],
    });
    assert.match(hook.token, /^[a-z0-9]{26}$/);
    const changed = await client.updateOutgoingWebhook({...hook, display_name: 'Rollouts'});
    assert.deepEqual([changed.display_name, changed.token], ['Rollouts', hook.token]);
    assert.notEqual((await client.regenOutgoingHookToken(hook.id)).token, hook.token);
    assert.ok((await client.getOutgoingWebhooks('', team.id, 0, 200)).some((one) => one.id === hook.id));
    await client.removeOutgoingWebhook(hook.id);
    await assert.rejects(client.getOutgoingWebhook(hook.id), (error) => error.status_code === 404);
});

await step('has a personal access token, which works until it is switched off', async () => {
    const token = await client.createUserAccessToken(user.id, 'Made by a client');
    assert.match(token.token, /^[a-z0-9]{26}$/);
    assert.equal((await client.getUserAccessToken(token.id)).token, undefined);
    assert.ok((await client.getUserAccessTokens(0, 200)).some((one) => one.id === token.id));
    const other = new mattermost.Client4();
    other.setUrl(client.getUrl());
    other.setToken(token.token);
    assert.equal((await other.getMe()).id, user.id);
    await client.disableUserAccessToken(token.id);
    await assert.rejects(other.getMe(), (error) => error.status_code === 401);
    await client.enableUserAccessToken(token.id);
    assert.equal((await other.getMe()).id, user.id);
    await client.revokeUserAccessToken(token.id);
    await assert.rejects(other.getMe(), (error) => error.status_code === 401);
    assert.deepEqual(await client.getUserAccessTokensForUser(user.id), []);
});

await step('reads and changes roles', async () => {
    const role = await client.getRoleByName('system_user');
    assert.deepEqual((await client.getRole(role.id)).permissions, role.permissions);
    assert.equal((await client.getRolesByNames(['team_user', 'channel_user', 'no_such_role'])).length, 2);
    const fewer = role.permissions.filter((permission) => permission !== 'create_team');
    assert.deepEqual((await client.patchRole(role.id, {permissions: fewer})).permissions, fewer);
    await client.patchRole(role.id, {permissions: role.permissions});
    const guarded = await client.getRoleByName('channel_user');
    await assert.rejects(client.patchRole(guarded.id, {permissions: [...guarded.permissions, 'manage_team']}),
        (error) => error.server_error_id === 'api.roles.patch_roles.license.error');
});

await step('reads and changes the configuration', async () => {
    const config = await client.getConfig();
    assert.match(config.FileSettings.PublicLinkSalt, /^\*+$/);
    assert.equal((await client.patchConfig({TeamSettings: {CustomDescriptionText: mark}})).TeamSettings.CustomDescriptionText, mark);
    config.TeamSettings.CustomDescriptionText = '';
    assert.equal((await client.updateConfig(config)).TeamSettings.CustomDescriptionText, '');
    await assert.rejects(client.patchConfig({FileSettings: {MaxFileSize: 0}}), (error) => error.server_error_id === 'model.config.is_valid.max_file_size.app_error');
    await client.reloadConfig();
    assert.ok((await client.getAudits(0, 10)).some((audit) => audit.action === '/api/v4/config' && audit.extra_info === 'updateConfig'));
});

await step('lists channels', async () => {
    const open = await client.getChannels(team.id, 0, 50);
    assert.ok(open.length > 0 && open.every((channel) => channel.type === 'O'));
    const mine = await client.getMyChannels(team.id);
    assert.ok(mine.some((channel) => channel.name === 'town-square'));
    assert.equal((await client.getChannelByName(team.id, 'town-square')).display_name, 'Town Square');
});

const name = 'client-' + Date.now().toString(36);
const channel = await step('creates, changes and finds a channel', async () => {
    const created = await client.createChannel({team_id: team.id, name, display_name: 'Made by a client', type: 'O'});
    assert.match(created.id, /^[a-z0-9]{26}$/);
    const patched = await client.patchChannel(created.id, {header: 'Hello', purpose: 'To see whether it works'});
    assert.equal(patched.header, 'Hello');
    assert.ok((await client.searchChannels(team.id, name)).some((one) => one.id === created.id));
    await assert.rejects(client.createChannel({team_id: team.id, name, display_name: 'Again', type: 'O'}),
        (error) => error.server_error_id === 'store.sql_channel.save_channel.exists.app_error');
    return created;
});

await step('adds and removes a member', async () => {
    const [other] = (await client.getProfilesInTeam(team.id, 0, 60)).filter((user) => user.id !== me.id && !user.delete_at);
    await client.addToChannel(other.id, channel.id);
    assert.equal((await client.getChannelMember(channel.id, other.id)).user_id, other.id);
    assert.equal((await client.getChannelStats(channel.id)).member_count, 2);
    await client.removeFromChannel(other.id, channel.id);
    assert.equal((await client.getChannelMembers(channel.id)).length, 1);
});

const word = 'zanzibar' + Date.now().toString(36);
const post = await step('posts, replies, changes, reacts and pins', async () => {
    const root = await client.createPost({channel_id: channel.id, message: `The word is ${word}`});
    const reply = await client.createPost({channel_id: channel.id, root_id: root.id, message: 'A reply with ümläuts 🎉'});
    assert.equal((await client.getPost(reply.id)).message, 'A reply with ümläuts 🎉');
    const patched = await client.patchPost({id: root.id, message: `The word is still ${word}`});
    assert.ok(patched.edit_at > 0);
    await client.addReaction(me.id, root.id, '+1');
    assert.equal((await client.getReactionsForPost(root.id))[0].emoji_name, '+1');
    await client.removeReaction(me.id, root.id, '+1');
    await client.pinPost(root.id);
    assert.deepEqual((await client.getPinnedPosts(channel.id)).order, [root.id]);
    const thread = await client.getPostThread(root.id);
    assert.deepEqual(Object.keys(thread.posts).sort(), [root.id, reply.id].sort());
    return root;
});

await step('pages through posts', async () => {
    const all = await client.getPosts(channel.id, 0, 60);
    assert.ok(all.order.length >= 3);
    assert.equal(all.posts[all.order[0]].message, 'A reply with ümläuts 🎉');
    assert.equal(all.prev_post_id, '');
    const newest = await client.getPosts(channel.id, 0, 1);
    assert.equal(newest.prev_post_id, all.order[1]);
    const older = await client.getPostsBefore(channel.id, all.order[0], 0, 60);
    assert.deepEqual(older.order, all.order.slice(1));
    const newer = await client.getPostsAfter(channel.id, all.order.at(-1), 0, 60);
    assert.deepEqual(newer.order, all.order.slice(0, -1));
    assert.ok((await client.getPostsSince(channel.id, post.create_at)).order.includes(post.id));
});

await step('searches posts', async () => {
    const found = await client.searchPosts(team.id, word, false);
    assert.deepEqual(found.order, [post.id]);
    assert.deepEqual((await client.searchPosts(team.id, `${word} from:${userName} in:${name}`, false)).order, [post.id]);
    assert.deepEqual((await client.searchPosts(team.id, `${word} nothing`, false)).order, []);
});

await step('uploads a file and posts it', async () => {
    const form = new FormData();
    form.append('channel_id', channel.id);
    form.append('client_ids', 'one');
    form.append('files', new Blob(['some bytes'], {type: 'text/plain'}), 'some.txt');
    const {file_infos: [info], client_ids: ids} = await client.uploadFile(form);
    assert.deepEqual(ids, ['one']);
    const withFile = await client.createPost({channel_id: channel.id, message: '', file_ids: [info.id]});
    assert.equal(withFile.metadata.files[0].name, 'some.txt');
    const bytes = await fetch(client.getFileUrl(info.id), {headers: {Authorization: `Bearer ${client.getToken()}`}});
    assert.equal(await bytes.text(), 'some bytes');
});

await step('talks directly', async () => {
    const [other] = (await client.getProfilesInTeam(team.id, 0, 60)).filter((user) => user.id !== me.id);
    const direct = await client.createDirectChannel([me.id, other.id]);
    assert.equal(direct.type, 'D');
    assert.equal((await client.createDirectChannel([other.id, me.id])).id, direct.id);
});

// Before version 22 Node has no websockets of its own, and the client asks the browser's for its constants.
globalThis.WebSocket ??= {OPEN: 1};
const address = client.getUrl().replace(/^http/, 'ws') + '/api/v4/websocket';
const quick = {minWebSocketRetryTime: 500, reconnectJitterRange: 1};

await step('hears over the websocket what happens', async () => {
    const authorization = {headers: {Authorization: `Bearer ${client.getToken()}`}};
    const socket = new mattermost.WebSocketClient({...quick, newWebSocketFn: (to) => new websocket.Client(to, [], authorization)});
    const news = listen(socket);
    let missed = 0;
    socket.addMissedMessageListener(() => missed++);
    socket.initialize(address);
    const hello = await news.next('hello');
    assert.match(hello.data.connection_id, /^[a-z0-9]{26}$/);
    assert.match(hello.data.server_version, /^\d+\.\d+\.\d+\./);

    const heard = await client.createPost({channel_id: channel.id, message: 'Heard ümläuts 🎉'});
    const posted = await news.next('posted');
    assert.equal(JSON.parse(posted.data.post).message, 'Heard ümläuts 🎉');
    assert.equal(posted.broadcast.channel_id, channel.id);
    await client.patchPost({id: heard.id, message: 'changed'});
    assert.equal(JSON.parse((await news.next('post_edited')).data.post).message, 'changed');
    await client.addReaction(me.id, heard.id, 'eyes');
    assert.equal(JSON.parse((await news.next('reaction_added')).data.reaction).emoji_name, 'eyes');
    await client.deletePost(heard.id);
    assert.equal(JSON.parse((await news.next('post_deleted')).data.post).id, heard.id);
    assert.equal((await new Promise((answer) => socket.getStatusesByIds([me.id], answer))).data[me.id], 'online');
    assert.equal((await new Promise((answer) => socket.userTyping(channel.id, '', answer))).status, 'OK');

    // It comes back by itself, and hears what it has missed without having to ask for it.
    const closed = new Promise((close) => socket.addCloseListener(close));
    socket.conn.close();
    await closed;
    await client.createPost({channel_id: channel.id, message: 'Missed at first'});
    assert.equal(JSON.parse((await news.next('posted')).data.post).message, 'Missed at first');
    assert.equal(missed, 0);
    socket.close();
});

await step('says by a challenge who it is', async () => {
    const socket = new mattermost.WebSocketClient({...quick, newWebSocketFn: (to) => new websocket.Client(to)});
    const news = listen(socket);
    socket.initialize(address, client.getToken());
    await news.next('hello');
    socket.close();
});

await step('archives the channel and logs out', async () => {
    await client.deletePost(post.id);
    await assert.rejects(client.getPost(post.id), (error) => error.status_code === 404);
    await client.deleteChannel(channel.id);
    assert.ok((await client.getChannel(channel.id)).delete_at > 0);
    const token = client.getToken();
    await client.logout();
    client.setToken(token);
    await assert.rejects(client.getMe(), (error) => error.server_error_id === 'api.context.session_expired.app_error');
});

function listen(socket) {
    const waiting = [];
    const kept = [];
    socket.addMessageListener((message) => {
        const at = waiting.findIndex((one) => one.event === message.event);
        at < 0 ? kept.push(message) : waiting.splice(at, 1)[0].take(message);
    });
    return {
        next: (event) => new Promise((take) => {
            const at = kept.findIndex((message) => message.event === event);
            at < 0 ? waiting.push({event, take}) : take(kept.splice(at, 1)[0]);
        }),
    };
}

async function step(what, run) {
    const result = await run();
    console.log('ok   ' + what);
    return result;
}
