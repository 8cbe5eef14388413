import type { Reporter, TestCase, TestModule } from 'vitest/node'

type Count = { passed: number; failed: number; skipped: number }

/**
 * A vitest reporter that ends every run with `N passed, N failed, N skipped` alone on the last line, so that a
 * person, a shell script and an archive of runs read the same three numbers. The names of what failed stand right
 * above it: whoever sees the end of a long run alone knows where to look. Vitest calls it with `new`.
 */
export default function closingLine(): Reporter {
  let watching = false
  let count: Count | undefined
  let failures: string[] = []

  return {
    onInit(vitest) {
      watching = vitest.config.watch
      if (watching) return
      // Teardown of databases and servers may still print: only at exit is the last line really the last one.
      process.once('exit', (code) => {
        for (const failure of failures) console.log(failure)
        console.log(lineOf(honest(count, code)))
      })
    },
    onTestRunEnd(modules, unhandledErrors) {
      count = countOf(modules, unhandledErrors.length)
      failures = [...failuresIn(modules), ...unhandledErrors.map(outsideOfTests)]
      for (const [reason, times] of skipReasons(modules)) console.log(`skipped ${times}: ${reason}`)
      if (watching) console.log(lineOf(count))
    },
  }
}

export function lineOf({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** A run that exits with an error has failed, even where no single test could be named for it. */
export function honest(count: Count | undefined, exitCode: number): Count {
  const counted = count ?? { passed: 0, failed: 0, skipped: 0 }
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/** Tests by outcome; a file that cannot be loaded and an error outside every test count as failed. */
export function countOf(modules: readonly TestModule[], unhandledErrors: number): Count {
  const states = testsIn(modules).map((test) => test.result().state)
  const number = (state: string) => states.filter((one) => one === state).length
  return {
    passed: number('passed'),
    failed: number('failed') + number('pending') + modules.filter(isBroken).length + unhandledErrors,
    skipped: number('skipped'),
  }
}

/** What broke outside of every test, such as a process that ended; the first line of it. */
export function outsideOfTests({ message }: { message: string }): string {
  return `failed: outside of the tests: ${message.split('\n')[0]}`
}

/** `failed: project file > suite > test`, one line each; a test that never came to its end is among them. */
export function failuresIn(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) => {
    const file = `failed: ${module.project.name} ${module.relativeModuleId}`
    const failed = testsIn([module]).filter((test) => ['failed', 'pending'].includes(test.result().state))
    return isBroken(module) ? [file] : failed.map((test) => `${file} > ${test.fullName}`)
  })
}

/** Failed although none of its tests did: it could not be imported, or a hook broke. */
function isBroken(module: TestModule): boolean {
  return module.state() === 'failed' && !testsIn([module]).some((test) => test.result().state === 'failed')
}

function testsIn(modules: readonly TestModule[]): TestCase[] {
  return modules.flatMap((module) => [...module.children.allTests()])
}

function skipReasons(modules: readonly TestModule[]): Map<string, number> {
  const reasons = new Map<string, number>()
  for (const test of testsIn(modules)) {
    const result = test.result()
    if (result.state !== 'skipped') continue
    const reason = result.note ?? 'no reason given'
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return reasons
}
