// Times in a call as people read and type them.

const two = (number) => String(number).padStart(2, "0");

/** `2:41`, `1:02:41`; with tenths `2:41.3`. Milliseconds are cut, never rounded up. */
export function clock(milliseconds, { tenths = false } = {}) {
  const all = Math.max(0, Math.floor(milliseconds / (tenths ? 100 : 1000)));
  const seconds = tenths ? Math.floor(all / 10) : all;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${head}:${two(seconds % 60)}${tenths ? `.${all % 10}` : ""}`;
}

/** Milliseconds of `75`, `1:15`, `1:15.5` or `1:02:03`; undefined for anything else. */
export function parsedClock(text) {
  const parts = /^\s*(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d{1,3})?)\s*$/.exec(text);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = [parts[1] ?? 0, parts[2] ?? 0, parts[3].replace(",", ".")];
  if ((parts[2] !== undefined && Number(seconds) >= 60) ||
      (parts[1] !== undefined && Number(minutes) >= 60)) return undefined;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}

/** `21:14:03` of a date, on the clock of whoever looks. */
export function timeOfDay(date) {
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
