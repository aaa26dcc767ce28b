// A real SMTP server for tests. It says its port, then one line of JSON for each mail it took.
// A line on its input changes how it behaves: 'take', 'later' (451), 'never' (550 for the recipient), or 'vanish'
// (takes the mail, and hangs up before saying so).
import { SMTPServer } from 'smtp-server';
import { createInterface } from 'node:readline';

let mood = 'take';

function refusal(code, text) {
    return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    hideENHANCEDSTATUSCODES: true,
    onRcptTo(address, session, done) {
        done(mood === 'never' ? refusal(550, 'No such mailbox') : mood === 'later' ? refusal(451, 'Come back later') : undefined);
    },
    onData(stream, session, done) {
        const chunks = [];
        stream.on('data', (chunk) => chunks.push(chunk));
        stream.on('end', () => {
            const { mailFrom, rcptTo } = session.envelope;
            const mail = {
                from: mailFrom.address,
                to: rcptTo.map((r) => r.address),
                raw: Buffer.concat(chunks).toString('base64'),
            };
            process.stdout.write(`${JSON.stringify(mail)}\n`);
            if (mood !== 'vanish') {
                done();
                return;
            }
            for (const connection of server.connections) connection._socket.destroy();
        });
    },
});
server.on('error', () => {}); // a client that hangs up is part of the test
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.server.address().port}\n`));

createInterface({ input: process.stdin })
    .on('line', (line) => {
        mood = line;
        process.stdout.write(`${JSON.stringify({ mood })}\n`);
    })
    .on('close', () => process.exit());
