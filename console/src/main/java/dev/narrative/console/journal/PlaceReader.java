package dev.narrative.console.journal;

import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonDecoder;
import dev.narrative.model.journal.SpanSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads spans back from where they stand in the journal, each line once. */
public final class PlaceReader {
    private static final Comparator<JournalPlace> IN_ORDER =
            Comparator.comparing(JournalPlace::file).thenComparingLong(JournalPlace::position);

    private final OtlpJsonDecoder decoder = new OtlpJsonDecoder();

    /**
     * The spans on the lines of these places, by their ids. Lines that are gone, changed or cut since they were indexed
     * are left out: what they held is then missing here, too.
     */
    public Map<SpanKey, JournalSpan> read(Collection<JournalPlace> places) {
        Map<SpanKey, JournalSpan> spans = new HashMap<>();
        List<JournalPlace> ordered = places.stream().distinct().sorted(IN_ORDER).toList();
        for (int from = 0; from < ordered.size(); ) {
            String file = ordered.get(from).file();
            int to = from;
            while (to < ordered.size() && ordered.get(to).file().equals(file)) {
                to++;
            }
            readFile(Path.of(file), ordered.subList(from, to), spans);
            from = to;
        }
        return spans;
    }

    private void readFile(Path file, List<JournalPlace> places, Map<SpanKey, JournalSpan> spans) {
        SpanSink sink = new SpanSink() {
            @Override
            public void span(JournalSpan span) {
                spans.putIfAbsent(SpanKey.of(span), span);
            }

            @Override
            public void problem(String message) {
                // told when the line was indexed
            }
        };
        try (FileChannel channel = FileChannel.open(file)) {
            for (JournalPlace place : places) {
                readLine(channel, place, sink);
            }
        } catch (IOException gone) {
            // deleted by retention, or no longer readable
        }
    }

    private void readLine(FileChannel channel, JournalPlace place, SpanSink sink) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(place.length());
        while (line.hasRemaining()) {
            if (channel.read(line, place.position() + line.position()) < 0) {
                return;
            }
        }
        try {
            decoder.decode(line.array(), 0, line.capacity(), sink);
        } catch (IOException torn) {
            // what was whole has been handed over
        }
    }
}
