// Holds the sandbox's HipChat to a client that others published.
// HIPCHAT_URL and HIPCHAT_TOKEN say where and as whom; any mismatch ends with code 1.
import assert from 'node:assert/strict';
import {promisify} from 'node:util';
import Hipchatter from 'hipchatter';

const {HIPCHAT_URL: url, HIPCHAT_TOKEN: token} = process.env;
assert.ok(url && token, 'HIPCHAT_URL and HIPCHAT_TOKEN are needed');

const root = url.replace(/\/$/, '') + '/v2/';
const hipchat = connect(token);
const name = `client-${Date.now()}`;
const email = `${name}@example.com`;

await step('refuses a wrong token', async () => {
    await assert.rejects(connect('nonsense').rooms(), /token/);
});

await step('reads the capabilities', async () => {
    const {capabilities: {oauth2Provider, hipchatApiProvider}} = await hipchat.capabilities();
    assert.equal(oauth2Provider.tokenUrl, root + 'oauth/token');
    assert.ok(hipchatApiProvider.availableScopes.view_room.description);
});

const me = await step('lists people', async () => {
    const users = await hipchat.users();
    assert.ok(users.length > 20);
    assert.deepEqual((await hipchat.users({'start-index': 2, 'max-results': 3})).map((user) => user.id), users.slice(2, 5).map((user) => user.id));
    const user = await hipchat.view_user(users[0].id);
    assert.deepEqual([user.name, user.is_group_admin], [users[0].name, true]);
    assert.equal((await hipchat.view_user(user.email)).id, user.id);
    return user;
});

await step('makes and changes an account', async () => {
    const made = await hipchat.create_user({name: 'Client Test', email, title: 'Tester', mention_name: name});
    assert.ok(made.id && made.password);
    await hipchat.update_user({
        name: 'Client Renamed', title: 'Lead', mention_name: name, is_group_admin: false, timezone: 'UTC', password: '', email,
    });
    const user = await hipchat.view_user(email);
    assert.deepEqual([user.id, user.name, user.title], [made.id, 'Client Renamed', 'Lead']);
    await assert.rejects(hipchat.create_user({name: 'Other', email}), /somebody else's/);
    await hipchat.send_private_message(email, {message: 'Hello', message_format: 'text'});
});

const room = await step('makes a room', async () => {
    assert.ok((await hipchat.rooms()).some((one) => one.name === 'Operations'));
    assert.equal(await hipchat.room_exists(name), false);
    const made = await hipchat.create_room({name, privacy: 'private', topic: 'First'});
    assert.equal(made.links.self, `${root}room/${made.id}`);
    assert.equal(await hipchat.room_exists(name), true);
    await assert.rejects(hipchat.create_room({name}), /already/);
    const read = await hipchat.get_room(made.id);
    assert.deepEqual([read.name, read.privacy, read.topic, read.owner.id], [name, 'private', 'First', me.id]);
    return name;
});

await step('changes a room', async () => {
    const whole = {name, privacy: 'public', is_archived: false, is_guest_accessible: false, topic: 'Second', owner: {id: me.id}};
    await hipchat.update_room(whole);
    const {topic, ...part} = whole;
    await assert.rejects(hipchat.update_room(part), /'topic'/);
    await hipchat.set_topic(room, 'Third');
    const read = await hipchat.get_room(room);
    assert.deepEqual([read.privacy, read.topic], ['public', 'Third']);
});

await step('adds, invites and removes members', async () => {
    const who = {room_name: room, user_email: email};
    await hipchat.add_member(who);
    await hipchat.invite_member(who, {reason: 'We wait for you'});
    await hipchat.delete_member(who);
    await assert.rejects(hipchat.delete_member(who), /not found/);
});

await step('talks', async () => {
    const {id, timestamp} = await hipchat.send_room_message(room, `Hello @${me.mention_name}`);
    assert.ok(Math.abs(new Date(timestamp) - Date.now()) < 60_000);
    await hipchat.notify(room, {message: '<b>ok</b>', color: 'green', token});
    await hipchat.notify(room, 'Shortly', token);
    await assert.rejects(hipchat.notify(room, {message: 'ok', color: 'blue'}), /'color'/);
    const {items} = await hipchat.history(room);
    assert.deepEqual(items.map(({type}) => type), ['topic', 'topic', 'message', 'notification', 'notification']);
    assert.deepEqual([items[2].id, items[2].mentions[0].id, items[3].color, items[4].message], [id, me.id, 'green', 'Shortly']);
    assert.equal((await hipchat.history('Operations')).items.length, 75);
});

await step('keeps webhooks', async () => {
    const options = {url: 'https://bot.example.com/echo', pattern: '^/echo', event: 'room_message', name: 'Echo'};
    const made = await hipchat.create_webhook(room, options);
    assert.match(made.links.self, /\/webhook\/\d+$/);
    const {id, url, pattern, event} = await hipchat.get_webhook(room, made.id);
    assert.deepEqual([id, url, pattern, event], [made.id, options.url, options.pattern, options.event]);
    await hipchat.create_webhook(room, options);
    await hipchat.delete_webhook(room, made.id);
    await assert.rejects(hipchat.delete_webhook(room, made.id), /not found/);
    assert.equal((await hipchat.webhooks(room)).items.length, 1);
    await hipchat.delete_all_webhooks(room);
    assert.deepEqual((await hipchat.webhooks(room)).items, []);
});

await step('knows emoticons', async () => {
    const [first, ...others] = await hipchat.emoticons();
    assert.ok(others.length > 15);
    assert.deepEqual((await hipchat.emoticons({'max-results': 3})).length, 3);
    assert.equal((await hipchat.emoticons(first.id)).shortcut, first.shortcut);
    assert.equal((await hipchat.get_emoticon(first.shortcut)).id, first.id);
});

await step('deletes what it made', async () => {
    await hipchat.delete_room(room);
    assert.equal(await hipchat.room_exists(room), false);
    await hipchat.delete_user(email);
    await assert.rejects(hipchat.view_user(email), /not found/);
});

/** A client whose calls are promises. */
function connect(token) {
    const client = new Hipchatter(token, root);
    return new Proxy(client, {get: (target, member) => promisify(target[member]).bind(target)});
}

async function step(what, run) {
    const result = await run();
    console.log('ok   ' + what);
    return result;
}
