// Stretches of a call as [start, end] in whole milliseconds, in order and never touching.

/** The same instants as the fewest stretches, in order; stretches that touch become one. */
export function union(stretches) {
  const merged = [];
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (end <= start) continue;
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The sum of the lengths, in milliseconds. */
export const total = (stretches) => stretches.reduce((sum, [start, end]) => sum + end - start, 0);

/** The stretch that holds an instant, or undefined. */
export const holding = (stretches, at) => stretches.find(([start, end]) => at >= start && at < end);

/** The first stretch that begins at an instant or after it, or undefined. */
export const following = (stretches, at) => stretches.find(([start]) => start >= at);

/**
 * Rows for ranges that may overlap, so that none covers another: the first row that is free where a
 * range begins. Gives the row of each, in the order given, and how many rows there are.
 */
export function stacked(ranges) {
  const ends = [];
  const rows = new Array(ranges.length);
  const order = ranges.map((range, index) => ({ range, index }));
  order.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  for (const { range, index } of order) {
    let row = ends.findIndex((end) => end <= range[0]);
    if (row < 0) row = ends.length;
    ends[row] = range[1];
    rows[index] = row;
  }
  return { rows, count: ends.length };
}
