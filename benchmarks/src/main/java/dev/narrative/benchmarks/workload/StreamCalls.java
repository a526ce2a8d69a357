package dev.narrative.benchmarks.workload;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;

/**
 * One streamed chat completion after the other, by OpenAI's own SDK on OkHttp, from a server in another process.
 *
 * <p>Arguments: base address, chunks of an answer, calls to warm up, calls to measure.
 */
public final class StreamCalls {
    private final OpenAIClient client;
    private final ChatCompletionCreateParams question = ChatCompletionCreateParams.builder()
            .model("gpt-4o-mini")
            .addUserMessage("Tell a long story.")
            .streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    private final int chunks;

    private StreamCalls(String address, int chunks) {
        client = OpenAIOkHttpClient.builder()
                .baseUrl(address)
                .apiKey("bench")
                .maxRetries(0)
                .build();
        this.chunks = chunks;
    }

    public static void main(String[] args) throws IOException {
        StreamCalls calls = new StreamCalls(args[0], Integer.parseInt(args[1]));
        calls.repeat(Integer.parseInt(args[2]));
        Conversation conversation = new Conversation();
        if (conversation.ask("ready").equals("quit")) {
            return;
        }
        int count = Integer.parseInt(args[3]);
        Meter meter = new Meter();
        long cpu = meter.processCpuNanos();
        long[] first = calls.repeat(count);
        cpu = meter.processCpuNanos() - cpu;
        Arrays.sort(first);
        conversation.tell("cpu", cpu / 1e6 / count);
        conversation.tell("first", first[count / 2] / 1e6);
        conversation.tell("operations", count);
        calls.client.close();
    }

    /** Gives how long the first chunk of each call took, in nanoseconds. */
    private long[] repeat(int count) throws IOException {
        long[] first = new long[count];
        for (int i = 0; i < count; i++) {
            first[i] = call();
        }
        return first;
    }

    private long call() throws IOException {
        long begun = System.nanoTime();
        try (StreamResponse<ChatCompletionChunk> answer =
                client.chat().completions().createStreaming(question)) {
            Iterator<ChatCompletionChunk> pieces = answer.stream().iterator();
            pieces.next();
            long first = System.nanoTime() - begun;
            int seen = 1;
            for (; pieces.hasNext(); seen++) {
                pieces.next();
            }
            // The last one tells the tokens.
            if (seen != chunks + 1) {
                throw new IOException("The answer had " + seen + " chunks");
            }
            return first;
        }
    }
}
