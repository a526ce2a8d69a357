package dev.narrative.testing.sdk;

import dev.narrative.testing.model.Fault;
import dev.narrative.testing.model.Quirk;
import java.util.ArrayList;
import java.util.List;

/** A framework that asks models of many providers: the same rows for each, whose scenarios begin with its name. */
abstract class ProvidersContract extends SdkContract {
    ProvidersContract(String application, String program) {
        super(application, program);
    }

    /** Whole and streamed, in words and as a tool's call, in pieces, refused. */
    static List<Cell> chats(String provider, AskedModel model) {
        return List.of(
                model.answered(provider + "/chat"),
                model.answered(provider + "/chat/split").quirks(Quirk.SPLIT_BYTES),
                model.answered(provider + "/stream").streams(),
                model.answered(provider + "/stream/split").streams().quirks(Quirk.SPLIT_BYTES),
                model.tool(provider + "/tools"),
                model.tool(provider + "/stream-tools").streams());
    }

    /** A stream that breaks off in the middle. */
    static Cell cut(String provider, AskedModel model) {
        return model.call(provider + "/stream/cut").breaks(Fault.CUT).says("\"content\":\"On ");
    }

    static Cell refused(String provider, AskedModel model) {
        return model.call(provider + "/chat/refused").refused(1).requests("429");
    }

    @SafeVarargs
    static List<Cell> all(List<Cell>... parts) {
        List<Cell> cells = new ArrayList<>();
        for (List<Cell> part : parts) {
            cells.addAll(part);
        }
        return cells;
    }
}
