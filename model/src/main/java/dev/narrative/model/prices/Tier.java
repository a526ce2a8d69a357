package dev.narrative.model.prices;

/**
 * The rates of a long request, for all its tokens.
 *
 * @param above the rates hold when the input, cached tokens included, is longer than this
 */
record Tier(long above, Rates rates) {}
