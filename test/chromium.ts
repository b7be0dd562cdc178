import { spawnSync } from 'node:child_process'

/** The Chromium of this machine: `CHROMIUM` names one that is not found by itself. */
export function chromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  return [process.env['CHROMIUM'] ?? '', ...names].find(
    (name) => name !== '' && spawnSync(name, ['--version']).status === 0,
  )
}

/** Opens a page without a window, and prints what it holds once its scripts have run. */
export const dumpPage = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom'] as const
