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
    /** What the names name. */
    enum Kind {
        ATTRIBUTE,
        SCORE
    }

    private CaptureList() {}

    /** Adds the captures that are well-formed to {@code into}; of the others each is reported. */
    static void read(RuleLine line, Kind kind, List<Capture> into, List<ConfigProblem> problems) {
        List<String> items = Texts.list(line.value());
        if (items.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        for (String item : items) {
            try {
                into.add(parse(item, kind));
            } catch (IllegalArgumentException e) {
                problems.add(line.problem("keeps nothing by '" + item + "': it " + e.getMessage(), ""));
            }
        }
    }

    private static Capture parse(String item, Kind kind) {
        int as = item.indexOf(" as ");
        if (as < 0) {
            throw new IllegalArgumentException("must be written as: path as name");
        }
        String name = item.substring(as + " as ".length()).trim();
        CaptureNames.check(name);
        CapturePath path = path(item.substring(0, as).trim());
        return new Capture(path, kind == Kind.ATTRIBUTE ? CaptureNames.attribute(name) : name);
    }

    private static CapturePath path(String text) {
        try {
            return CapturePath.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no path: " + e.getMessage(), e);
        }
    }
}
