/** Progress goes to standard error: standard output holds the figures and nothing else. */
export function say(text: string): void {
  console.error(text)
}
