// ClickHouse's HTTP interface, as far as the console uses it, before the engine that chdb brings.
// Prints its port; ends with its standard input.
import { createServer } from 'node:http';
import { Session } from 'chdb';

const session = new Session();
const UNESCAPED = { t: '\t', n: '\n', r: '\r', 0: '\0', b: '\b', f: '\f' };
const unescaped = text => text.replace(/\\(.)/gs, (_, c) => UNESCAPED[c] ?? c);

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    const url = new URL(request.url, 'http://localhost');
    const parameters = {};
    for (const [name, value] of url.searchParams) {
      if (name.startsWith('param_')) {
        parameters[name.slice('param_'.length)] = unescaped(value);
      }
    }
    try {
      const password = request.headers['x-clickhouse-key'] ?? '';
      if (password === 'wrong') {
        response.writeHead(403).end('Code: 516. DB::Exception: default: Authentication failed');
        return;
      }
      session.query(`USE ${url.searchParams.get('database')}`);
      const sql = Buffer.concat(chunks).toString();
      const names = Object.keys(parameters);
      const answer = names.length ? session.queryBind(sql, parameters, 'TabSeparated') : session.query(sql, 'TabSeparated');
      response.writeHead(200).end(answer);
    } catch (e) {
      response.writeHead(String(e).includes('UNKNOWN_') ? 404 : 500).end(String(e));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
