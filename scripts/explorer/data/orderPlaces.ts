// Places of claims and a rank for each → the places in order.

/** More places than a page can hold, so that a rank and a place fit into one number without loss. */
const PLACES = 2 ** 21;

/**
 * Sorts by rank, and places of the same rank as they stand in the dataset. Rank and place are made one number, since
 * numbers alone are sorted several times as fast as by a function that compares two of them.
 * @param rankOf a whole number from 0 to below 2³¹.
 */
export function orderPlaces(places: readonly number[], rankOf: (place: number) => number): number[] {
  const keys = Float64Array.from(places, (place) => rankOf(place) * PLACES + place);
  keys.sort();
  return Array.from(keys, (key) => key - Math.floor(key / PLACES) * PLACES);
}
