package dev.narrative.benchmarks.workload;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.io.IOException;
import java.util.Iterator;

/**
 * One streamed chat completion after the other, by OpenAI's own SDK on OkHttp, from a server in another process. As an
 * application does, it adds what is said to the text so far.
 *
 * <p>Argument: base address. It then does what it is told on stdin, as {@code word calls chunks}: {@code first} and {@code
 * warm} make calls, {@code begin} begins to measure, {@code measure} makes calls that count, {@code end} tells the figures.
 */
public final class StreamCalls {
    private final OpenAIClient client;
    private final Meter meter = new Meter();
    private final CpuClock clock = new CpuClock();
    private final Durations turns = new Durations();
    private final Durations first = new Durations();
    private final Durations firstOfThread = new Durations();
    private final StringBuilder said = new StringBuilder();
    private double coldMillis;
    private long begunCpu;
    private long turnCpu;
    private int turnCalls;
    private long threadCpu;

    private StreamCalls(String address) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(address)
                .apiKey("bench")
                .maxRetries(0)
                .build();
    }

    public static void main(String[] args) throws IOException {
        StreamCalls calls = new StreamCalls(args[0]);
        Conversation conversation = new Conversation();
        for (String told = conversation.ask("ready"); !told.equals("quit"); told = conversation.ask("ready")) {
            String[] words = told.split(" ");
            calls.does(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), conversation);
        }
        calls.client.close();
    }

    private void does(String what, int count, int chunks, Conversation conversation) throws IOException {
        switch (what) {
            case "first" -> {
                repeat(count, chunks);
                coldMillis = first.median() / 1e6;
            }
            case "begin" -> {
                first.clear();
                firstOfThread.clear();
                threadCpu = 0;
                turns.clear();
                turnCalls = 0;
                begunCpu = clock.nanos();
            }
            case "measure" -> {
                endTurn();
                turnCalls = count;
                long before = meter.threadCpuNanos();
                repeat(count, chunks);
                threadCpu += meter.threadCpuNanos() - before;
            }
            case "end" -> tell(conversation);
            default -> repeat(count, chunks);
        }
    }

    /** A turn's CPU is that of the time up to the next one, in which others had theirs and an agent may have worked on. */
    private void endTurn() {
        long now = clock.nanos();
        if (turnCalls > 0) {
            turns.add((now - turnCpu) / turnCalls);
        }
        turnCpu = now;
    }

    private void tell(Conversation conversation) {
        endTurn();
        int count = first.count();
        conversation.tell("cpu", turns.median() / 1e6);
        conversation.tell("cpu.mean", (turnCpu - begunCpu) / 1e6 / count);
        conversation.tell("thread", threadCpu / 1e6 / count);
        conversation.tell("first", first.median() / 1e6);
        conversation.tell("first.thread", firstOfThread.median() / 1e6);
        conversation.tell("cold", coldMillis);
    }

    private void repeat(int count, int chunks) throws IOException {
        ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Tell a long story.")
                .maxCompletionTokens(chunks)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        for (int i = 0; i < count; i++) {
            call(question, chunks);
        }
    }

    private void call(ChatCompletionCreateParams question, int chunks) throws IOException {
        said.setLength(0);
        long begunOfThread = meter.threadCpuNanos();
        long begun = System.nanoTime();
        try (StreamResponse<ChatCompletionChunk> answer =
                client.chat().completions().createStreaming(question)) {
            Iterator<ChatCompletionChunk> pieces = answer.stream().iterator();
            add(pieces.next());
            first.add(System.nanoTime() - begun);
            firstOfThread.add(meter.threadCpuNanos() - begunOfThread);
            int seen = 1;
            for (; pieces.hasNext(); seen++) {
                add(pieces.next());
            }
            // The last one tells the tokens.
            if (seen != chunks + 1 || said.length() < chunks) {
                throw new IOException("The answer had " + seen + " chunks and " + said.length() + " characters");
            }
        }
    }

    private void add(ChatCompletionChunk piece) {
        for (ChatCompletionChunk.Choice choice : piece.choices()) {
            choice.delta().content().ifPresent(said::append);
        }
    }
}
