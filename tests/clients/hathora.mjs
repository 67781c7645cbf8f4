// Holds the sandbox's Hathora to the SDK that Hathora published for TypeScript, which checks every answer against its schemas.
// HATHORA_URL and HATHORA_TOKEN say where and as whom; any mismatch ends with code 1.
import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {gzipSync} from 'node:zlib';
import {setTimeout as sleep} from 'node:timers/promises';
import {HathoraCloud} from '@hathora/cloud-sdk-typescript';
import {ApiError} from '@hathora/cloud-sdk-typescript/models/errors/index.js';

const {HATHORA_URL: url, HATHORA_TOKEN: token} = process.env;
assert.ok(url && token, 'HATHORA_URL and HATHORA_TOKEN are needed');

const serverURL = url.replace(/\/$/, '');
const hathora = new HathoraCloud({serverURL, hathoraDevToken: token});
const name = `client-${Date.now()}`;
const region = 'Frankfurt';

await step('refuses a wrong token', async () => {
    await refused(401, new HathoraCloud({serverURL, hathoraDevToken: 'nonsense'}).appsV2.getApps());
});

const org = await step('knows its organizations', async () => {
    const {orgs: [first, second]} = await hathora.organizationsV1.getOrgs();
    assert.match(first.orgId, /^org-/);
    assert.notEqual(first.orgId, second.orgId);
    assert.ok(first.scopes.includes('billing:read-write'));
    const {members} = await hathora.organizationsV1.getOrgMembers(first.orgId);
    assert.ok(members.length > 3);
    assert.ok((await hathora.organizationsV1.getUsageLimits(first.orgId)).monthlyProcessVcpuHoursConsumed > 0);
    return first.orgId;
});

await step('invites', async () => {
    const api = hathora.organizationsV1;
    const userEmail = `${name}@example.com`;
    assert.equal((await api.inviteUser(org, {userEmail, scopes: ['builds:read']})).userEmail, userEmail);
    assert.equal(await api.updateUserInvite(org, {userEmail, scopes: 'viewer'}), true);
    const invite = (await api.getOrgPendingInvites(org)).invites.find((one) => one.userEmail === userEmail);
    assert.equal(invite.scopes, 'viewer');
    await api.rescindInvite(org, {userEmail});
    await refused(404, api.rescindInvite(org, {userEmail}));
    assert.equal((await api.getUserPendingInvites()).invites.length, 1);
});

const app = await step('makes an app', async () => {
    const made = await hathora.appsV2.createApp({appName: name, authConfiguration: {anonymous: {}, nickname: {}, google: {clientId: 'me'}}}, org);
    assert.deepEqual([made.appName, made.orgId, made.serviceConfig, made.deletedAt], [name, org, null, null]);
    await refused(422, hathora.appsV2.createApp({appName: name, authConfiguration: {}}, org));
    await refused(404, hathora.appsV2.getApp('app-nobodys'));
    const staticProcessAllocation = [{region, minProcesses: 0, targetProcesses: 1, maxProcesses: 2}];
    const patched = await hathora.appsV2.patchApp({serviceConfig: {staticProcessAllocation}}, made.appId);
    assert.equal(patched.serviceConfig.staticProcessAllocation[0].maxProcesses, 2);
    await hathora.appsV2.updateApp({appName: name, authConfiguration: {anonymous: {}, nickname: {}}}, made.appId);
    const listed = (await hathora.appsV2.getApps(org)).applications;
    assert.ok(listed.find((one) => one.appName === 'arena').deployment.build.buildId);
    assert.equal(listed.find((one) => one.appId === made.appId).deployment, undefined);
    return made.appId;
});

const build = await step('builds from uploaded parts', async () => {
    const content = archive({'Dockerfile': 'FROM alpine\nRUN echo hello\n', 'data': randomBytes(6_000_000)});
    const made = await hathora.buildsV3.createBuild({buildSizeInBytes: content.length, buildTag: name}, org);
    assert.equal(made.uploadParts.length, Math.ceil(content.length / made.maxChunkSize));
    const parts = await Promise.all(made.uploadParts.map(async ({partNumber, putRequestUrl}) => {
        const body = content.subarray((partNumber - 1) * made.maxChunkSize, partNumber * made.maxChunkSize);
        const answer = await fetch(putRequestUrl, {method: 'PUT', body});
        assert.equal(answer.status, 200);
        return `<Part><PartNumber>${partNumber}</PartNumber><ETag>${answer.headers.get('etag')}</ETag></Part>`;
    }));
    const complete = (list) => fetch(made.completeUploadPostRequestUrl, {
        method: 'POST', headers: {'Content-Type': 'application/xml'}, body: `<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`,
    });
    assert.equal((await complete(parts[0])).status, 400);
    assert.equal((await complete(parts.join(''))).status, 200);
    assert.match(await text(hathora.buildsV3.runBuild(made.buildId, org)), /RUN echo hello\n[^]*Build succeeded\n$/);
    assert.equal((await hathora.buildsV3.getBuild(made.buildId, org)).status, 'succeeded');
    await refused(422, hathora.buildsV3.runBuild(made.buildId, org));
    return made.buildId;
});

await step('builds from a registry, and fails to', async () => {
    const {buildId} = await hathora.buildsV3.createBuildRegistry({buildTag: 'registry'}, org);
    assert.match(await text(hathora.buildsV3.runBuildRegistry(buildId, {image: 'game:missing', registryUrl: 'registry.example.com'}, org)), /failed/);
    assert.equal((await hathora.buildsV3.getBuild(buildId, org)).status, 'failed');
    await hathora.buildsV3.deleteBuild(buildId, org);
    assert.ok(!(await hathora.buildsV3.getBuilds(org)).builds.some((one) => one.buildId === buildId));
});

const deployment = await step('deploys', async () => {
    const config = {
        buildId: build, deploymentTag: 'client', idleTimeoutEnabled: false, env: [{name: 'MODE', value: 'test'}], roomsPerProcess: 2,
        transportType: 'udp', containerPort: 7777, additionalContainerPorts: [{name: 'admin', port: 8080, transportType: 'tcp'}],
        requestedMemoryMB: 1024, requestedCPU: 0.5,
    };
    const made = await hathora.deploymentsV3.createDeployment(config, app);
    assert.equal(made.buildTag, name);
    assert.deepEqual(await hathora.deploymentsV3.getLatestDeployment(app), made);
    assert.deepEqual(await hathora.deploymentsV3.getDeployment(made.deploymentId, app), made);
    assert.equal((await hathora.deploymentsV3.getDeployments(app, 'client')).deployments.length, 1);
    assert.equal((await hathora.deploymentsV3.getDeployments(app, 'other')).deployments.length, 0);
    await refused(422, hathora.deploymentsV3.createDeployment({...config, roomsPerProcess: 0}, app));
    await refused(422, hathora.buildsV3.deleteBuild(build, org));
    return made.deploymentId;
});

const processId = await step('opens rooms', async () => {
    const roomId = `${name}-room`;
    const made = await hathora.roomsV2.createRoom({region, roomConfig: '{"a":1}'}, app, roomId);
    assert.deepEqual([made.roomId, made.status], [roomId, 'starting']);
    await refused(422, hathora.roomsV2.createRoom({region}, app, roomId));
    const {exposedPort, additionalExposedPorts: [admin]} = await until(
        () => new HathoraCloud({serverURL}).roomsV2.getConnectionInfo(roomId, app), ({status}) => status === 'active');
    assert.deepEqual([exposedPort.transportType, exposedPort.name, admin.name], ['udp', 'default', 'admin']);
    await hathora.roomsV2.updateRoomConfig(roomId, {roomConfig: '{"a":2}'}, app);
    const other = await hathora.roomsV2.createRoom({region, deploymentId: deployment}, app);
    assert.deepEqual([other.processId, other.status], [made.processId, 'active']);
    assert.equal((await hathora.roomsV2.getActiveRoomsForProcess(made.processId, app)).length, 2);
    await hathora.roomsV2.suspendRoomV2Deprecated(roomId, app);
    assert.equal((await hathora.roomsV2.getRoomInfo(roomId, app)).currentAllocation, null);
    assert.equal((await hathora.roomsV2.resumeRoom(roomId, app)).processId, made.processId);
    await hathora.roomsV2.destroyRoom(roomId, app);
    const info = await hathora.roomsV2.getRoomInfo(roomId, app);
    assert.deepEqual([info.status, info.roomConfig, info.allocations.length], ['destroyed', '{"a":2}', 2]);
    assert.deepEqual((await hathora.roomsV2.getInactiveRoomsForProcess(made.processId, app)).map((room) => room.roomId), [roomId]);
    return made.processId;
});

await step('plays', async () => {
    const anybody = new HathoraCloud({serverURL, appId: app});
    const {token: playerAuth} = await anybody.authV1.loginNickname({nickname: 'zed'});
    assert.equal(JSON.parse(Buffer.from(playerAuth.split('.')[1], 'base64url')).name, 'zed');
    assert.ok((await anybody.authV1.loginAnonymous()).token);
    await refused(404, anybody.authV1.loginGoogle({idToken: playerAuth}));
    const lobby = await anybody.lobbiesV3.createLobby({playerAuth}, {visibility: 'public', region, roomConfig: '{}'}, undefined, name);
    assert.equal(lobby.shortCode, name);
    assert.deepEqual(await anybody.lobbiesV3.getLobbyInfoByShortCode(name), lobby);
    assert.deepEqual(await anybody.lobbiesV3.getLobbyInfoByRoomId(lobby.roomId), lobby);
    assert.deepEqual(await anybody.lobbiesV3.listActivePublicLobbies(undefined, region), [lobby]);
    assert.deepEqual(await anybody.lobbiesV3.listActivePublicLobbies(undefined, 'Tokyo'), []);
    await refused(401, anybody.lobbiesV3.createLobby({playerAuth: token}, {visibility: 'public', region}));
});

await step('runs processes', async () => {
    const made = await hathora.processesV3.createProcess('Tokyo', app);
    assert.deepEqual([made.status, made.exposedPort, made.startedAt], ['starting', null, null]);
    const running = await until(() => hathora.processesV3.getProcess(made.processId, app), ({status}) => status === 'running');
    assert.ok(running.exposedPort.port > 0);
    const latest = await hathora.processesV3.getLatestProcesses(app, ['running', 'starting'], ['Tokyo', region]);
    assert.deepEqual(latest.map((one) => one.processId), [made.processId, processId]);
    const before = made.createdAt.getTime() / 1000;
    assert.deepEqual((await hathora.processesV3.getLatestProcesses(app, undefined, undefined, before)).map((one) => one.processId), [processId]);
    assert.equal((await hathora.processesV3.getProcessesCountExperimental(app, undefined, ['Tokyo'])).count, 1);
    const end = Date.now() / 1000;
    const metrics = await hathora.processesV3.getProcessMetrics({processId: made.processId, appId: app, metrics: ['cpu', 'memory'], start: end - 60, end, step: 1});
    assert.deepEqual([metrics.cpu.length > 0, metrics.totalEgress], [true, undefined]);
    await hathora.processesV3.stopProcess(made.processId, app);
    await until(() => hathora.processesV3.getProcess(made.processId, app), ({status}) => status === 'stopped');
});

await step('follows a log to its end', async () => {
    const following = text(hathora.logsV1.getLogsForProcess(processId, app, true, 2));
    await sleep(1200);
    await hathora.processesV3.stopProcess(processId, app);
    const lines = (await following).trimEnd().split('\n');
    assert.ok(lines.length > 3);
    assert.match(lines.at(-1), /stopped$/);
    assert.equal((await text(hathora.logsV1.getLogsForProcess(processId, app, false, 3))).trimEnd().split('\n').length, 3);
    assert.match(await text(hathora.logsV1.downloadLogForProcess(processId, app)), new RegExp(`room ${name}-room created`));
});

await step('makes tokens', async () => {
    const {plainTextToken, orgToken} = await hathora.tokensV1.createOrgToken(org, {name, scopes: ['applications:read']});
    assert.equal(orgToken.lastFourCharsOfKey, plainTextToken.slice(-4));
    const limited = new HathoraCloud({serverURL, hathoraDevToken: plainTextToken});
    assert.ok((await limited.appsV2.getApps()).applications.length > 0);
    await refused(401, limited.buildsV3.getBuilds());
    assert.equal(await hathora.tokensV1.revokeOrgToken(org, orgToken.orgTokenId), true);
    assert.equal((await hathora.tokensV1.getOrgTokens(org)).tokens.find((one) => one.orgTokenId === orgToken.orgTokenId).status, 'revoked');
    await refused(401, limited.appsV2.getApps());
});

await step('keeps fleets', async () => {
    const shapes = await hathora.fleetsV2.getNodeShapes(org);
    const shape = shapes.find((one) => one.nodeShapeId === 'shape-amd64-4-8');
    const {fleetId} = await hathora.fleetsV2.createFleet({name, nodeShapeId: shape.nodeShapeId, autoscalerConfig: {scaleUpThreshold: 70}}, org);
    await hathora.fleetsV2.updateFleet(fleetId, {name: `${name}-2`, autoscalerConfig: {scaleUpThreshold: 80}}, org);
    assert.equal((await hathora.fleetsV2.getFleet(fleetId, org)).name, `${name}-2`);
    await hathora.fleetsV2.updateFleetRegion(fleetId, region, {nodeBaseline: 2}, org);
    assert.deepEqual((await hathora.fleetsV2.getFleetRegion(fleetId, region, org)).cloudMinVcpus, 2 * shape.minCPU);
    const nodes = await hathora.nodesV1.listProvisionedNodes(fleetId, org, region);
    assert.equal(nodes.length, 2);
    assert.deepEqual(await hathora.nodesV1.getNode(nodes[0].nodeId), nodes[0]);
    assert.ok((await hathora.fleetsV2.getFleetMetrics({fleetId, orgId: org, metrics: ['utilized']})).utilized.length > 0);
    assert.ok((await hathora.fleetsV2.getFleetRegionMetrics({fleetId, region, orgId: org})).provisionedTotal.length > 0);
    assert.ok((await hathora.fleetsV2.getFleets(org)).fleets.some((one) => one.fleetId === fleetId));
});

await step('looks at bills', async () => {
    const {invoiceItems} = await hathora.billingV1.getUpcomingInvoiceItems(org);
    const {value} = await hathora.billingV1.getUpcomingInvoiceTotal(org);
    assert.equal(Math.round(100 * invoiceItems.reduce((sum, item) => sum + item.amount, 0)), Math.round(100 * value));
    assert.equal(typeof await hathora.billingV1.getBalance(org), 'number');
    assert.match((await hathora.billingV1.getPaymentMethod(org)).card.last4, /^\d{4}$/);
    assert.ok((await hathora.billingV1.getInvoices(org)).length > 3);
    assert.match(await hathora.billingV1.initStripeCustomerPortalUrl({returnUrl: 'https://example.com/'}, org), /^https:/);
});

await step('finds all regions', async () => {
    const endpoints = await hathora.discoveryV2.getPingServiceEndpoints();
    assert.equal(new Set(endpoints.map((one) => one.region)).size, 14);
});

await step('speaks the versions before', async () => {
    const source = archive({'Dockerfile': 'FROM alpine\n'});
    const file = {fileName: 'source.tgz', content: source};
    const first = await hathora.buildsV1.createBuildDeprecated({buildTag: 'v1'}, app);
    assert.match(await hathora.buildsV1.runBuildDeprecated(first.buildId, {file}, app), /Build succeeded\n$/);
    const second = await hathora.buildsV2.createBuildWithUploadUrlV2Deprecated({buildTag: 'v2'}, app);
    const form = new FormData();
    for (const {key, value} of second.uploadBodyParams) form.append(key, value);
    form.append('file', new Blob([source]), 'source.tgz');
    assert.equal((await fetch(second.uploadUrl, {method: 'POST', body: form})).status, 204);
    assert.match(await text(hathora.buildsV2.runBuildV2Deprecated(second.buildId, {}, app)), /Build succeeded\n$/);
    assert.equal((await hathora.buildsV2.createWithMultipartUploadsV2Deprecated({buildSizeInBytes: 5}, app)).uploadParts.length, 1);
    assert.equal((await hathora.buildsV1.getBuildInfoDeprecated(first.buildId, app)).status, 'succeeded');
    assert.ok((await hathora.buildsV2.getBuildsV2Deprecated(app)).length > 2);

    const config = {idleTimeoutEnabled: false, env: [], roomsPerProcess: 3, transportType: 'tls', containerPort: 4000};
    const one = await hathora.deploymentsV1.createDeploymentV1Deprecated(first.buildId, {...config, planName: 'small'}, app);
    assert.deepEqual([one.planName, one.requestedCPU, one.containerPort], ['small', 1, 4000]);
    const two = await hathora.deploymentsV2.createDeploymentV2Deprecated(second.buildId, {...config, requestedCPU: 1, requestedMemoryMB: 2048}, app);
    assert.equal(two.deploymentId, one.deploymentId + 1);
    assert.deepEqual(await hathora.deploymentsV2.getLatestDeploymentV2Deprecated(app), two);
    assert.deepEqual(await hathora.deploymentsV1.getDeploymentInfoV1Deprecated(one.deploymentId, app), one);
    assert.equal((await hathora.deploymentsV1.getDeploymentsV1Deprecated(app)).length, 3);
    assert.equal((await hathora.appsV1.getAppsV1Deprecated()).find((each) => each.appId === app).deployment.deploymentId, two.deploymentId);
    assert.equal((await hathora.appsV1.getAppInfoV1Deprecated(app)).appName, name);

    const roomId = await hathora.roomsV1.createRoomDeprecated({region: 'Dubai'}, app);
    assert.equal((await hathora.roomsV1.getConnectionInfoDeprecated(roomId, app)).status, 'starting');
    const active = await until(() => hathora.roomsV1.getConnectionInfoDeprecated(roomId, app), ({status}) => status === 'active');
    assert.ok(active.port > 0 && active.host);
    const [running] = await hathora.processesV1.getRunningProcesses(app, 'Dubai');
    assert.deepEqual(running.rooms.map((room) => room.roomId), [roomId]);
    const id = running.processId;
    assert.equal((await hathora.processesV2.getProcessInfoV2Deprecated(id, app)).deploymentId, two.deploymentId);
    assert.equal((await hathora.processesV1.getProcessInfoDeprecated(id, app)).roomsAllocated, 1);
    assert.ok((await hathora.metricsV1.getMetricsDeprecated({processId: id, appId: app, metrics: ['rate_egress'], step: 1})).rateEgress);
    await hathora.roomsV1.suspendRoomDeprecated(roomId, app);
    await hathora.roomsV1.destroyRoomDeprecated(roomId, app);
    assert.equal((await hathora.roomsV1.getInactiveRoomsForProcessDeprecated(id, app)).length, 1);
    const {processId: other} = await hathora.processesV2.createProcessV2Deprecated('Sydney', app);
    await hathora.processesV2.stopProcessV2Deprecated(other, app);
    assert.ok((await hathora.processesV2.getLatestProcessesV2Deprecated(app)).length > 2);
    assert.equal((await hathora.processesV2.getProcessesCountExperimentalV2Deprecated(app, undefined, ['Sydney'])).count, 1);
    assert.ok((await hathora.processesV1.getStoppedProcesses(app)).length > 0);

    const playerAuth = (await hathora.authV1.loginAnonymous(app)).token;
    assert.equal(typeof await hathora.lobbiesV1.createPublicLobbyDeprecated({playerAuth}, app, 'Tokyo'), 'string');
    assert.equal((await hathora.lobbiesV1.listActivePublicLobbiesDeprecatedV1(app, false, 'Tokyo')).length, 1);
    const lobby = await hathora.lobbiesV2.createLobbyDeprecated({playerAuth}, {visibility: 'private', region: 'Tokyo', initialConfig: {a: 1}}, app);
    assert.deepEqual([lobby.initialConfig, lobby.local], [{a: 1}, false]);
    assert.deepEqual((await hathora.lobbiesV2.setLobbyState(lobby.roomId, {state: [1]}, app)).state, [1]);
    assert.deepEqual((await hathora.lobbiesV2.getLobbyInfo(lobby.roomId, app)).state, [1]);
    assert.equal((await hathora.lobbiesV2.createLocalLobby({playerAuth}, {region: 'Tokyo', initialConfig: null}, app)).local, true);

    const autoscalerConfig = {scaleUpThreshold: 50};
    const {fleetId} = await hathora.fleetsV1.createFleetDeprecated({name: `${name}-1`, nodeShape: 'cpu-4-8', autoscalerConfig}, org);
    await hathora.fleetsV1.updateFleetRegionDeprecated(fleetId, region, {cloudMinVcpus: 8}, org);
    assert.equal((await hathora.fleetsV1.getFleetRegionDeprecated(fleetId, region, org)).nodeBaseline, 2);
    assert.equal((await hathora.fleetsV1.getFleetsDeprecated(org)).fleets.find((each) => each.fleetId === fleetId).nodeShape, 'cpu-4-8');
    assert.equal((await hathora.discoveryV1.getPingServiceEndpointsDeprecated()).length, 14);
});

await step('deletes the app', async () => {
    await hathora.appsV2.deleteApp(app);
    await refused(404, hathora.appsV2.getApp(app));
});

/** A compressed tar archive of texts or bytes by name. */
function archive(files) {
    const blocks = Object.entries(files).flatMap(([file, given]) => {
        const content = Buffer.from(given);
        const header = Buffer.alloc(512);
        const write = (at, value) => header.write(value, at, 'latin1');
        write(0, file);
        write(100, '0000644\0');
        write(124, content.length.toString(8).padStart(11, '0') + '\0');
        write(136, '00000000000\0');
        write(148, '        ');
        write(156, '0');
        write(257, 'ustar\x0000');
        write(148, header.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0') + '\0 ');
        return [header, content, Buffer.alloc((512 - content.length % 512) % 512)];
    });
    return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

async function text(stream) {
    return new Response(await stream).text();
}

async function refused(status, call) {
    await assert.rejects(call, (error) => {
        assert.ok(error instanceof ApiError, `${error.name}: ${error.message}`);
        return error.statusCode === status && error.message.length > 0;
    });
}

async function until(read, done) {
    for (let i = 0; i < 100; i++) {
        const value = await read();
        if (done(value)) return value;
        await sleep(100);
    }
    assert.fail('It never came to that.');
}

async function step(what, run) {
    const result = await run();
    console.log('ok   ' + what);
    return result;
}
