package dev.narrative.model.prices;

import java.util.List;

/**
 * A file with prices, as far as it is right.
 *
 * @param replaces whether it takes the place of the built-in table, rather than going before it
 * @param isUsable whether it is a price table at all; one that is not has one problem and no entries
 * @param problems all that is wrong, one line each; an entry that is wrong is not in the table
 */
public record PriceFile(PriceTable table, boolean replaces, boolean isUsable, List<String> problems) {
    public PriceFile {
        problems = List.copyOf(problems);
    }

    /** The prices that hold, where these are the built-in ones. */
    public PriceTable over(PriceTable builtIn) {
        return replaces ? table : builtIn.extendedBy(table);
    }
}
