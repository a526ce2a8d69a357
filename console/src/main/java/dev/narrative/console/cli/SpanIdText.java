package dev.narrative.console.cli;

import dev.narrative.model.Ids;

/** A span's id as people copy it. */
final class SpanIdText {
    private SpanIdText() {}

    static long parse(String hex) {
        if (hex.length() != 16 || !Ids.isHex(hex, 0, 16) || Ids.parse(hex, 0) == 0) {
            throw new CommandFailure(ExitCodes.USAGE, "'" + hex + "' is no span id; it has 16 hex digits");
        }
        return Ids.parse(hex, 0);
    }
}
