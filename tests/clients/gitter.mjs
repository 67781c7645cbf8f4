// Holds the sandbox's Gitter to the client that Gitter itself published.
// GITTER_URL and GITTER_TOKEN say where and as whom; any mismatch ends with code 1.
import assert from 'node:assert/strict';
import Gitter from 'node-gitter';

const {GITTER_URL: url, GITTER_TOKEN: token} = process.env;
assert.ok(url && token, 'GITTER_URL and GITTER_TOKEN are needed');

const base = url.replace(/\/$/, '');
const options = {client: {apiEndpoint: base + '/v1'}, faye: {host: base + '/bayeux'}};
const gitter = new Gitter(token, options);
const id = /^[0-9a-f]{24}$/;

await step('refuses a wrong token', async () => {
    const stranger = new Gitter('0'.repeat(40), options);
    await assert.rejects(stranger.currentUser(), {message: '401: {"error":"Unauthorized"}'});
});

const me = await step('knows itself', async () => {
    const user = await gitter.currentUser();
    assert.match(user.id, id);
    assert.deepEqual((await gitter.users.findById(user.id)).username, user.username);
    assert.equal(Number(gitter.client.rateLimit), 100);
    assert.ok(Number(gitter.client.remaining) < 100);
    return user;
});

const listed = await step('lists rooms, organizations and repositories', async () => {
    const rooms = await gitter.rooms.findAll();
    assert.ok(rooms.length > 10);
    assert.deepEqual((await me.rooms()).map((room) => room.id), rooms.map((room) => room.id));
    const repos = await me.repos();
    assert.ok((await me.orgs()).length > 0 && repos.length > 0);
    const found = await me.repos({q: repos[0].name});
    assert.ok(found.results.some((repo) => repo.id === repos[0].id));
    return rooms;
});

const other = await step('finds people', async () => {
    const busiest = await gitter.rooms.find(listed[0].id);
    const [first, second] = await busiest.users({limit: 2});
    const [third] = await busiest.users({limit: 2, skip: 2});
    assert.notEqual(first.id, third.id);
    const found = await gitter.users.findByUsername(third.username);
    assert.equal(found.id, third.id);
    return second.id === me.id ? first : second;
});

const room = await step('joins a room by its name', async () => {
    const {uri} = listed[0];
    const joined = await gitter.rooms.join(uri);
    assert.equal(joined.uri, uri);
    assert.equal(joined.roomMember, true);
    assert.equal((await gitter.rooms.findByUri(uri)).id, joined.id);
    await assert.rejects(gitter.rooms.join('nobody-here/nothing'), {message: '404: {"error":"Not Found"}'});
    await assert.rejects(gitter.rooms.find('nonsense'), {message: '400: {"error":"Bad Request"}'});
    return joined;
});

const text = `A **word** for @${other.username}, ünïcödé 🎉 https://example.com/page and #12`;
const message = await step('sends and reads messages', async () => {
    const sent = await room.send(text);
    assert.match(sent.id, id);
    assert.equal(sent.text, text);
    assert.deepEqual(sent.mentions.map(({screenName, userId}) => [screenName, userId]), [[other.username, other.id]]);
    assert.deepEqual(sent.urls, [{url: 'https://example.com/page'}]);
    assert.deepEqual(sent.issues, [{number: '12'}]);
    assert.match(sent.sent, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.equal((await room.sendStatus('waves')).status, true);
    const latest = await room.chatMessages({limit: 2});
    assert.deepEqual(latest.map((one) => one.text), [text, 'waves']);
    return sent;
});

await step('pages back through messages without a gap', async () => {
    const whole = await room.chatMessages({limit: 90});
    const pages = [];
    for (let beforeId; pages.length < 90;) {
        const page = await room.chatMessages(beforeId ? {limit: 30, beforeId} : {limit: 30});
        pages.unshift(...page);
        beforeId = page[0].id;
    }
    assert.deepEqual(pages.map((one) => one.id), whole.map((one) => one.id));
    await assert.rejects(room.chatMessages({skip: 5001}), {message: '400: {"error":"Bad Request"}'});
});

await step('marks as read', async () => {
    assert.deepEqual(await me.markAsRead(room.id, [message.id]), {success: true});
});

await step('talks to one person', async () => {
    const direct = await gitter.rooms.join(other.username);
    assert.equal(direct.oneToOne, true);
    assert.equal(direct.user.id, other.id);
    assert.equal((await direct.send('Hello')).fromUser.id, me.id);
});

await step('is told by Faye of messages and members', async () => {
    const told = [];
    room.subscribe();
    for (const what of ['chatMessages', 'users']) room.on(what, (change) => told.push([what, change.operation, change.model.id]));
    // What is there already comes first.
    const channel = `/api/v1/rooms/${room.id}/chatMessages`;
    const known = new Promise((resolve) => gitter.faye.subscriptions[channel].emitter.once('snapshot', resolve));
    assert.ok((await within(known)).some((one) => one.id === message.id));
    await within(gitter.faye.subscriptions[`/api/v1/rooms/${room.id}/users`].subscription);
    const sent = await room.send('over Faye');
    assert.deepEqual(await room.removeUser(me.id), {success: true});
    await gitter.rooms.join(room.uri);
    await within(until(() => told.length >= 3));
    assert.deepEqual(told, [['chatMessages', 'create', sent.id], ['users', 'remove', me.id], ['users', 'create', me.id]]);
    room.unsubscribe();

    const stranger = new Gitter('0'.repeat(40), options);
    const refused = stranger.faye.subscribeTo(channel, 'never');
    await assert.rejects(within(Promise.resolve(stranger.faye.subscriptions[channel].subscription), 2000));
    refused.removeAllListeners();
});

await step('leaves the room', async () => {
    assert.deepEqual(await room.removeUser(me.id), {success: true});
    assert.equal((await gitter.rooms.find(room.id)).roomMember, false);
    await assert.rejects(room.removeUser(me.id), {message: '404: {"error":"Not Found"}'});
    await gitter.rooms.join(room.uri);
});

// A listening client would keep the process.
process.exit(0);

async function until(holds) {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

function within(promise, time = 20000) {
    return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error('nothing came')), time))]);
}

async function step(what, run) {
    const result = await run();
    console.log('ok   ' + what);
    return result;
}
