/**
 * Preloaded into a process, writes its peak of resident memory in bytes on standard error when it
 * ends, as `peak memory: N`. Linux only: elsewhere it writes nothing.
 *
 *     deno run --allow-read --preload benchmarks/report_peak.ts program.ts
 *
 * @module
 */
globalThis.addEventListener("unload", () => {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readStatus())?.[1];
  if (kibibytes === undefined) return;
  Deno.stderr.writeSync(new TextEncoder().encode(`peak memory: ${Number(kibibytes) * 1024}\n`));
});

function readStatus(): string {
  try {
    return Deno.readTextFileSync("/proc/self/status");
  } catch {
    return "";
  }
}
