/** The middle of numbers in order, as it is written in Swedish: one late case does not move it. A dash where there are none. */
export function median(numbers: readonly number[]): string {
    const middle = numbers.length / 2;
    const low = numbers[Math.ceil(middle) - 1];
    const high = numbers[Math.floor(middle)];
    return low === undefined || high === undefined ? "–" : String((low + high) / 2).replace(".", ",");
}
