package dev.narrative.testing.agent.methods;

/** Implemented by a class that a rule finds through this interface. */
interface Priced {
    long price(int pieces);

    default long priceOfOne() {
        return price(1);
    }
}
