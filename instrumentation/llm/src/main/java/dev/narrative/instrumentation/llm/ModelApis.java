package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody.Form;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import dev.narrative.instrumentation.llm.wire.WireFormats;
import org.jspecify.annotations.Nullable;

/**
 * Knows model APIs by the ends of their paths, on whatever host: gateways, proxies and local servers speak the same
 * formats. The host only tells the provider's name, and whether the path is proof enough.
 */
public final class ModelApis {
    private ModelApis() {}

    /** The API that a request goes to, {@code null} when its path is none of theirs. */
    public static @Nullable ModelApi find(String method, String url, @Nullable String host) {
        if (!method.equals("POST")) {
            return null;
        }
        int end = UrlPath.end(url);
        int slash = url.lastIndexOf('/', end - 1);
        int colon = url.lastIndexOf(':', end - 1);
        if (colon > slash) {
            return GoogleApis.find(url, slash, colon, end, host);
        }
        return switch (end - slash - 1) {
            case 4, 5, 6, 8, 9, 10, 11, 15, 27 -> byLastSegment(new UrlPath(url, slash, end), host);
            default -> null;
        };
    }

    private static @Nullable ModelApi byLastSegment(UrlPath path, @Nullable String host) {
        return switch (path.last()) {
            case "completions" ->
                path.follows("/chat")
                        ? openAi(WireFormats.OPENAI_CHAT, path, host, true)
                        : openAi(WireFormats.OPENAI_COMPLETIONS, path, host, false);
            case "responses" -> openAi(WireFormats.OPENAI_RESPONSES, path, host, false);
            case "embeddings" ->
                path.follows("/api")
                        ? api(WireFormats.OLLAMA_EMBED, host, "ollama", Form.WHOLE, false)
                        : openAi(WireFormats.OPENAI_EMBEDDINGS, path, host, false);
            // Threads of OpenAI's assistants have messages as well, but no version before them.
            case "messages" ->
                api(WireFormats.ANTHROPIC_MESSAGES, host, "anthropic", Form.WHOLE, path.followsVersion());
            case "chat" -> chat(path, host);
            case "generate" -> path.follows("/api") ? ollama(WireFormats.OLLAMA_GENERATE, host) : null;
            case "embed" -> embed(path, host);
            case "converse" -> bedrock(WireFormats.BEDROCK_CONVERSE, path, host, false);
            case "converse-stream" -> bedrock(WireFormats.BEDROCK_CONVERSE, path, host, true);
            case "invoke" -> bedrock(WireFormats.BEDROCK_INVOKE, path, host, false);
            case "invoke-with-response-stream" -> bedrock(WireFormats.BEDROCK_INVOKE, path, host, true);
            default -> null;
        };
    }

    private static @Nullable ModelApi chat(UrlPath path, @Nullable String host) {
        if (path.follows("/api")) {
            return ollama(WireFormats.OLLAMA_CHAT, host);
        }
        return path.followsVersion() ? api(WireFormats.COHERE_CHAT, host, "cohere", Form.LINES, true) : null;
    }

    private static @Nullable ModelApi embed(UrlPath path, @Nullable String host) {
        if (path.follows("/api")) {
            return api(WireFormats.OLLAMA_EMBED, host, "ollama", Form.WHOLE, false);
        }
        return path.followsVersion() ? api(WireFormats.COHERE_EMBED, host, "cohere", Form.WHOLE, true) : null;
    }

    /**
     * @param unmistakable whether nobody else has this path
     */
    private static ModelApi openAi(WireFormat format, UrlPath path, @Nullable String host, boolean unmistakable) {
        String known = Providers.ofHost(host);
        // The deployment's name is the customer's own: the answer tells the model.
        boolean isAzure = path.contains("/openai/deployments/");
        String provider = known != null ? known : isAzure ? "azure.ai.openai" : "openai";
        boolean certain = unmistakable || isAzure || known != null;
        return new ModelApi(format, format.operation(), provider, null, false, Form.WHOLE, certain);
    }

    private static ModelApi ollama(WireFormat format, @Nullable String host) {
        return api(format, host, "ollama", Form.LINES, false);
    }

    /**
     * @param certain whether the path is proof on the host of a provider that is known
     */
    private static ModelApi api(WireFormat format, @Nullable String host, String usual, Form form, boolean certain) {
        String known = Providers.ofHost(host);
        String provider = known == null ? usual : known;
        return new ModelApi(format, format.operation(), provider, null, false, form, certain && known != null);
    }

    /** {@code /model/{id}/converse}; the id may be an ARN. Embeddings have no path of their own, but names that say so. */
    private static @Nullable ModelApi bedrock(
            WireFormat format, UrlPath path, @Nullable String host, boolean streaming) {
        String model = path.after("/model/");
        if (model == null) {
            return null;
        }
        String operation = model.contains("embed") ? "embeddings" : format.operation();
        boolean certain = host != null && host.contains("bedrock");
        return new ModelApi(format, operation, "aws.bedrock", model, streaming, Form.WHOLE, certain);
    }
}
