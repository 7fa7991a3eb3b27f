import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../lib/places.mjs'

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

const output = async (args, env) => {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${args.join(' ')} ended with status ${code}`)
  return text.trim()
}

/** An empty installation of its own in a temporary folder, with what `given` sets: `{url, call(method, path, body), apply(programme), stop()}`. */
export const startInstallation = async (given = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  // PostgreSQL runs as a user of its own where this is root.
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    EARSHOT_DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    APP_URL: url,
    EARSHOT_SEED: 'empty',
  }
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL']) delete env[name]
  Object.assign(env, given)
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 2, 2],
  })
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(dataDir, { recursive: true, force: true })
  }
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('the installation did not start; its words stand above')
    await new Promise((done) => setTimeout(done, 200))
  }
  const key = await output([join(ROOT, 'scripts/cli.mjs'), 'api-key', 'create', '--name', 'bench', '--role', 'admin'], env)
  const call = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  const apply = async (programme) => {
    const file = join(dataDir, 'programme.json')
    writeFileSync(file, JSON.stringify(programme))
    await output([join(ROOT, 'scripts/cli.mjs'), 'apply', file], env)
  }
  return { url, call, apply, stop }
}
