// A real provider of OpenID Connect for tests. It says its address, lets in whoever types a mail address, which is who they are, and sends
// them back to any address of a Nabij on this machine. It stops when its input ends.
import { createServer } from 'node:http';
import { once } from 'node:events';
import Provider from 'oidc-provider';

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
    clients: [{ client_id: 'nabij', client_secret: 'geheim van nabij', redirect_uris: ['http://localhost:5080/'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false, // the address is in the token itself
    cookies: { keys: ['for tests only'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: true }) }),
});
// each test has a community, and so an address, of its own
provider.Client.prototype.redirectUriAllowed = (uri) => /^http:\/\/localhost:5080\/[^?#]+\/terug$/.test(uri);
server.on('request', provider.callback());
process.stdout.write(`${issuer}\n`);
process.stdin.resume().on('end', () => process.exit());
