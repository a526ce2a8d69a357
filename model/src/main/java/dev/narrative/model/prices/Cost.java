package dev.narrative.model.prices;

/**
 * What one call costs, in US dollars.
 *
 * @param input all tokens sent, cached ones at their own prices
 * @param output all tokens received, reasoning included
 */
public record Cost(double input, double output) {
    public double total() {
        return input + output;
    }
}
