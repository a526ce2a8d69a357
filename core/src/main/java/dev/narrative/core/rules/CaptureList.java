package dev.narrative.core.rules;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.capture.CaptureNames;
import dev.narrative.core.capture.CapturePath;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleLine;
import dev.narrative.core.config.Texts;
import java.util.List;

/** {@code path as name, path as name}. */
final class CaptureList {
    static final String AS = " as ";

    private CaptureList() {}

    /** Adds the captures that are well-formed to {@code into}; of the others each is reported. */
    static void read(RuleLine line, List<Capture> into, List<ConfigProblem> problems) {
        List<String> items = Texts.list(line.value());
        if (items.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        for (String item : items) {
            try {
                into.add(parse(item));
            } catch (IllegalArgumentException e) {
                problems.add(line.problem("keeps nothing by '" + item + "': it " + e.getMessage(), ""));
            }
        }
    }

    private static Capture parse(String item) {
        int as = indexOfAs(item);
        Capture kept =
                capture(item.substring(0, as), item.substring(as + AS.length()).trim());
        return new Capture(kept.path(), CaptureNames.attribute(kept.target()));
    }

    /** Where the word stands that parts the path from its name. */
    static int indexOfAs(String item) {
        int as = item.indexOf(AS);
        if (as < 0) {
            throw new IllegalArgumentException("must be written as: path as name");
        }
        return as;
    }

    static Capture capture(String path, String name) {
        CaptureNames.check(name);
        return new Capture(path(path.trim()), name);
    }

    private static CapturePath path(String text) {
        try {
            return CapturePath.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no path: " + e.getMessage(), e);
        }
    }
}
