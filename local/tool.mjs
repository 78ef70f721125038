import { spawn } from 'node:child_process';

/** Runs a program of node_modules with this very Node. Its output is shown at once, or kept. */
export function runTool([script, ...args], { show = false, signal } = {}) {
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
