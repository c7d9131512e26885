/**
 * Goes on with a value as soon as it is there: at once where it need not be waited for, as mostly nothing of a decision
 * need. A promise for each step would cost more than deciding does.
 */
export const whenKnown = <A, B>(value: A | Promise<A>, goOn: (value: A) => B | Promise<B>): B | Promise<B> =>
  value instanceof Promise ? value.then(goOn) : goOn(value);
