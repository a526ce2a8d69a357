package dev.narrative.console.bench;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A journal of any size, the same for the same size: stories of 100 spans, a fifth of them model calls with prompts and
 * answers, one in a hundred failed, ten traces to a session; and one trace of 10,000 spans. A span has about 1 kB.
 */
final class GeneratedJournal {
    static final int SPANS_PER_TRACE = 100;
    static final int LARGE_TRACE = 10_000;
    static final long LARGE_TRACE_ID = 0x1a29e;

    private static final long BEGIN = 1_795_262_400_000_000_000L;
    private static final int SPANS_PER_LINE = 64;
    private static final int SPANS_PER_FILE = 60_000;
    private static final String[] MODELS = {"gpt-4o-mini", "gpt-4o", "claude-opus-4", "gemini-2.5-pro"};
    private static final String[] METHODS = {"StoryStore.findBeats", "Chart.update", "Beat.save", "POST", "Planner.plan"
    };
    private static final String[] WORDS =
            ("river ferry bridge chapter scene promise stranger winter letter harbour crossing lantern orchard "
                            + "silence mirror thunder garden market captain island")
                    .split(" ");

    private final Random random = new Random(4_711);
    private final Path directory;
    private final OtlpJsonEncoder encoder;
    private final Resource resource;
    private final List<JournalSpan> line = new ArrayList<>();
    private final JsonWriter buffer = new JsonWriter(128 * 1_024);

    GeneratedJournal(Path directory) {
        this.directory = directory;
        resource = new Resource("studio", new Attributes().put(AttributeNames.PROCESS_PID, 4_711L));
        encoder = new OtlpJsonEncoder(resource);
    }

    /** Writes so many spans; tells how many bytes they have. */
    long write(int spans) throws IOException {
        Path day = Files.createDirectories(directory.resolve("2026-11-21"));
        long bytes = 0;
        int written = 0;
        for (int file = 1; written < spans; file++) {
            Path path = day.resolve("studio-4711-" + file + ".jsonl");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
                int end = Math.min(spans, written + SPANS_PER_FILE);
                for (; written < end; written++) {
                    add(span(written, spans), out);
                }
                flush(out);
            }
            bytes += Files.size(path);
        }
        return bytes;
    }

    private void add(JournalSpan span, OutputStream out) throws IOException {
        line.add(span);
        if (line.size() == SPANS_PER_LINE) {
            flush(out);
        }
    }

    private void flush(OutputStream out) throws IOException {
        encoder.encode(line, buffer);
        out.write(buffer.buffer(), 0, buffer.size());
        buffer.reset(1 << 20);
        line.clear();
    }

    private JournalSpan span(int number, int total) {
        boolean large = number >= total - LARGE_TRACE;
        long trace = large ? LARGE_TRACE_ID : 0x10_0000 + number / SPANS_PER_TRACE;
        int place = large ? number - (total - LARGE_TRACE) : number % SPANS_PER_TRACE;
        boolean call = place % 5 == 4;
        boolean failed = random.nextInt(100) == 0;
        String model = MODELS[random.nextInt(MODELS.length)];
        long start = BEGIN + number * 100_000L;
        long duration = place == 0 ? 2_000_000_000L : (long) (1e6 * Math.exp(random.nextGaussian() + 2));
        Attributes attributes = new Attributes()
                .put(AttributeNames.SESSION_ID, "session-" + trace / 10)
                .put(AttributeNames.STORY_ID, "story-" + trace % 50)
                .put(AttributeNames.TRACE_ID, Long.toHexString(trace))
                .put("thread.name", "studio-http-" + number % 16)
                .put(AttributeNames.CODE_FUNCTION_NAME, "dev.narrative.testapp.StudioDesk.analyse")
                .put(AttributeNames.LAYER, "core");
        if (call) {
            callAttributes(model, attributes);
        } else {
            attributes.put("note", words(60));
        }
        if (failed) {
            attributes.put(AttributeNames.ERROR_TYPE, "java.util.concurrent.TimeoutException");
        }
        return new JournalSpan(
                trace,
                trace,
                number + 1L,
                place == 0 ? 0 : number - place + 1L,
                false,
                call ? "chat " + model : METHODS[place % METHODS.length],
                call ? SpanKind.CLIENT : SpanKind.INTERNAL,
                start,
                start + duration,
                failed ? StatusCode.ERROR : StatusCode.UNSET,
                failed ? "no answer within 30 s" : null,
                "narrative.methods",
                null,
                attributes,
                List.of(),
                resource,
                SpanState.ENDED);
    }

    private void callAttributes(String model, Attributes attributes) {
        attributes
                .put(AttributeNames.GEN_AI_OPERATION_NAME, "chat")
                .put(AttributeNames.GEN_AI_REQUEST_MODEL, model)
                .put(AttributeNames.GEN_AI_RESPONSE_MODEL, model)
                .put(AttributeNames.GEN_AI_USAGE_INPUT_TOKENS, 100L + random.nextInt(2_000))
                .put(AttributeNames.GEN_AI_USAGE_OUTPUT_TOKENS, 10L + random.nextInt(400))
                .put(AttributeNames.GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK, 0.1 + random.nextDouble())
                .put(AttributeNames.COST_TOTAL, random.nextInt(1_000) / 1e5)
                .put(AttributeNames.INPUT, words(40))
                .put(AttributeNames.OUTPUT, words(30) + " needle" + random.nextInt(2_000));
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
