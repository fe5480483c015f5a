// A store whose claims may become others → the view of its claims, made again when they have.
import type { Filters } from '../../view/viewState.ts';
import { type ClaimsView, makeClaimsView as makeOnce } from '../claimsView.ts';
import type { Store } from '../store.ts';

let renew: () => Promise<void> = async () => {};

/** As `makeClaimsView`, of the claims as they are since {@link renewList} was last called. */
export function makeClaimsView(store: Store, change: (filters: Filters) => void): ClaimsView {
  let list = makeOnce(store, change);
  let asked: Filters | null = null;
  let kept: number | undefined;
  renew = async () => {
    const next = makeOnce(store, change);
    kept = list.shown();
    // Drawn before it is seen: a reader must not meet an empty list.
    if (asked !== null && list.element.isConnected) await next.update(asked, kept);
    list = next;
  };
  return {
    get element() {
      return list.element;
    },
    update: (filters, shown = kept) => {
      asked = filters;
      kept = undefined;
      return list.update(filters, shown);
    },
    shown: () => list.shown(),
    places: () => list.places(),
    prepareForPrint: () => list.prepareForPrint(),
  };
}

export function renewList(): Promise<void> {
  return renew();
}
