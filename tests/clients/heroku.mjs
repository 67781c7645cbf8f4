// Holds the sandbox's Heroku to heroku-client, which Heroku published for Node, and to Heroku's own command line when that is here.
// HEROKU_URL and HEROKU_TOKEN say where and as whom; any mismatch ends with code 1.
// The command line is large, so it isn't installed along with the rest: npm i --no-save heroku@11.10.0
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import Heroku from 'heroku-client';

const {HEROKU_URL: url, HEROKU_TOKEN: token} = process.env;
assert.ok(url && token, 'HEROKU_URL and HEROKU_TOKEN are needed');

const host = url.replace(/\/$/, '');
const heroku = new Heroku({host, token});
const name = `client-${Date.now()}`;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

await step('refuses a wrong token', async () => {
    await assert.rejects(new Heroku({host, token: 'nonsense'}).get('/account'), ({statusCode, body}) => statusCode === 401 && body.id === 'unauthorized');
});

const me = await step('knows itself', async () => {
    const account = await heroku.get('/account');
    assert.match(account.id, uuid);
    assert.equal((await heroku.get(`/users/${account.email}`)).id, account.id);
    return account;
});

await step('follows ranges to the end', async () => {
    const whole = await heroku.get('/apps');
    assert.ok(whole.length > 10);
    for (const range of ['id ..; max=7', 'name ..; max=4, order=desc', 'updated_at ..; max=3']) {
        const pages = await heroku.get('/apps', {headers: {Range: range}});
        // Only the first request has the client's order; the next ones have what the server said.
        assert.deepEqual(new Set(pages.map((app) => app.id)), new Set(whole.map((app) => app.id)));
        assert.equal(pages.length, whole.length);
    }
    const page = await heroku.get('/apps', {partial: true, headers: {Range: 'name ..; max=2'}});
    assert.equal(page.length, 2);
});

await step('makes an app', async () => {
    const app = await heroku.post('/apps', {body: {name, region: 'eu'}});
    assert.match(app.id, uuid);
    assert.deepEqual([app.name, app.region.name, app.owner.email], [name, 'eu', me.email]);
    assert.deepEqual(await heroku.get(`/apps/${app.id}`), await heroku.get(`/apps/${name}`));
    await assert.rejects(heroku.post('/apps', {body: {name}}), ({statusCode, body}) => statusCode === 422 && body.id === 'invalid_params');
});

await step('changes the configuration and goes back', async () => {
    assert.deepEqual(await heroku.patch(`/apps/${name}/config-vars`, {body: {ONE: '1', TWO: '2'}}), {ONE: '1', TWO: '2'});
    assert.deepEqual(await heroku.patch(`/apps/${name}/config-vars`, {body: {ONE: null}}), {TWO: '2'});
    const [newest] = await heroku.get(`/apps/${name}/releases`, {partial: true, headers: {Range: 'version ..; max=1, order=desc'}});
    assert.equal(newest.current, true);
    assert.deepEqual(await heroku.get(`/apps/${name}/releases/${newest.version - 1}/config-vars`), {ONE: '1', TWO: '2'});
});

await step('scales', async () => {
    const app = (await heroku.get('/users/~/apps')).find((one) => one.name !== name);
    const [web] = await heroku.patch(`/apps/${app.name}/formation`, {body: {updates: [{type: 'web', quantity: 1}]}});
    const [more] = await heroku.patch(`/apps/${app.name}/formation`, {body: {updates: [{type: 'web', quantity: '+1'}]}});
    assert.deepEqual([web.quantity, more.quantity], [1, 2]);
    const dynos = await heroku.get(`/apps/${app.name}/dynos`);
    assert.equal(dynos.filter((dyno) => dyno.type === 'web').length, 2);
    await heroku.delete(`/apps/${app.name}/dynos/web.1`);
});

await step('meets errors in their form', async () => {
    await assert.rejects(heroku.get('/apps/nobodys-app'), ({statusCode, body}) => statusCode === 404 && body.id === 'not_found' && body.message.length > 0);
    await assert.rejects(heroku.get('/apps', {headers: {Range: 'colour ..'}}), ({statusCode, body}) => statusCode === 400 && body.id === 'bad_request');
    assert.ok((await heroku.get('/account/rate-limits')).remaining > 0);
});

const line = fileURLToPath(new URL('node_modules/heroku/bin/run.js', import.meta.url));
if (existsSync(line)) {
    await commandLine();
} else {
    console.log('skipped: Heroku\'s command line is not installed');
}

await step('deletes the app', async () => {
    assert.equal((await heroku.delete(`/apps/${name}`)).name, name);
    await assert.rejects(heroku.get(`/apps/${name}`), ({statusCode}) => statusCode === 404);
});

async function commandLine() {
    const home = mkdtempSync(join(tmpdir(), 'heroku-'));
    const env = {
        ...process.env, HOME: home, HEROKU_HOST: host, HEROKU_API_KEY: token, HEROKU_PARTICLEBOARD_URL: host, DISABLE_TELEMETRY: 'true',
    };
    const run = async (...args) => (await promisify(execFile)(process.execPath, [line, ...args], {env, cwd: home, timeout: 60_000})).stdout;
    const other = (await heroku.get('/users/~/apps')).find((app) => app.name !== name && app.owner.email === me.email).name;
    try {
        await step('command line: apps', async () => {
            assert.match(await run('apps'), new RegExp(`^${name} \\(eu\\)$`, 'm'));
            assert.match(await run('apps:info', '-a', name), new RegExp(`Owner: +${me.email}`));
            assert.match(await run('apps:create', `${name}-2`), /herokuapp\.com/);
            await run('apps:destroy', '-a', `${name}-2`, '--confirm', `${name}-2`);
        });
        await step('command line: config', async () => {
            await run('config:set', '-a', name, 'THREE=3');
            assert.match(await run('config', '-a', name), /THREE: +3/);
            assert.equal(await run('config:get', '-a', name, 'THREE'), '3\n');
        });
        await step('command line: dynos', async () => {
            await run('ps:scale', '-a', other, 'web=1');
            await run('ps:scale', '-a', other, 'web+2');
            assert.match(await run('ps', '-a', other), /web\.3: up/);
            await run('ps:restart', '-a', other, '--dyno-name', 'web.2');
        });
        await step('command line: releases', async () => {
            const before = JSON.parse(await run('releases', '-a', other, '--json'));
            await run('config:set', '-a', other, 'PASSING=1');
            await run('releases:rollback', '-a', other);
            const after = JSON.parse(await run('releases', '-a', other, '--json'));
            assert.equal(after.length, before.length + 2);
            assert.match(after[0].description, /^Rollback to v/);
            assert.equal((await heroku.get(`/apps/${other}/config-vars`)).PASSING, undefined);
        });
        await step('command line: logs', async () => {
            const lines = (await run('logs', '-a', other, '-n', '4')).trimEnd().split('\n');
            assert.equal(lines.length, 4);
            for (const one of lines) assert.match(one, /^\d{4}-\d\d-\d\dT[^ ]+ (app|heroku)\[[^\]]+\]: /);
        });
        await step('command line: the rest', async () => {
            await run('domains:add', '-a', name, `${name}.example.com`);
            assert.match(await run('domains', '-a', name), new RegExp(`${name}\\.example\\.com`));
            assert.match(await run('access', '-a', name), /owner/);
            await run('labs', '-a', name);
            await run('features:enable', '-a', name, 'preboot');
            assert.match(await run('features', '-a', name), /\[\+\] +preboot/);
            await run('addons:create', 'scheduler', '-a', name);
            assert.match(await run('addons', '-a', name), /scheduler/);
            assert.match(await run('authorizations:create', '-d', name, '-s', 'read'), /Token: +\S+/);
            assert.match(await run('authorizations'), new RegExp(name));
            await run('maintenance:on', '-a', name);
            assert.equal((await heroku.get(`/apps/${name}`)).maintenance, true);
        });
    } finally {
        rmSync(home, {recursive: true, force: true});
    }
}

async function step(what, run) {
    const result = await run();
    console.log('ok   ' + what);
    return result;
}
