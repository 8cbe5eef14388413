import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and shows what it printed only when it failed. A signal that ends this process
 * ends the command first.
 */
export async function runQuietly(command, args, env = process.env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))

  const stop = (signal) => {
    child.kill(signal)
    process.exit(1)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  process.off('SIGINT', stop).off('SIGTERM', stop)

  if (code === 0) return
  process.stderr.write(Buffer.concat(output))
  throw Object.assign(new Error(`Gescheitert: ${[command, ...args].join(' ')}`), { isExpected: true })
}
