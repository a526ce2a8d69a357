package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody.Form;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import dev.narrative.instrumentation.llm.wire.WireFormats;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Google's paths, which end in a verb: {@code …/models/gemini-3-pro:generateContent}. */
final class GoogleApis {
    private GoogleApis() {}

    static @Nullable ModelApi find(String url, int slash, int colon, int end, @Nullable String host) {
        String model = UrlPath.decoded(url.substring(slash + 1, colon));
        String known = Providers.ofHost(host);
        boolean isVertex = "gcp.vertex_ai".equals(known) || url.contains("/publishers/");
        String provider = isVertex ? "gcp.vertex_ai" : "gcp.gemini";
        boolean isKnown = known != null;
        return switch (url.substring(colon + 1, end)) {
            case "generateContent" -> api(WireFormats.GEMINI, provider, model, false, true);
            case "streamGenerateContent" -> api(WireFormats.GEMINI, provider, model, true, true);
            case "embedContent", "batchEmbedContents" ->
                api(WireFormats.GEMINI_EMBEDDINGS, provider, model, false, true);
            case "predict" ->
                isEmbedding(model) ? api(WireFormats.GEMINI_EMBEDDINGS, provider, model, false, isKnown) : null;
            case "rawPredict" -> api(publishers(url), provider, model, false, isKnown);
            case "streamRawPredict" -> api(publishers(url), provider, model, true, isKnown);
            default -> null;
        };
    }

    private static ModelApi api(WireFormat format, String provider, String model, boolean streaming, boolean certain) {
        return new ModelApi(format, format.operation(), provider, model, streaming, Form.ARRAY, certain);
    }

    /** Other publishers' models are asked in their own format. */
    private static WireFormat publishers(String url) {
        return url.contains("/publishers/anthropic/") ? WireFormats.ANTHROPIC_MESSAGES : WireFormats.OPENAI_CHAT;
    }

    /** Models of all kinds have a predict, those for images among them. */
    private static boolean isEmbedding(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return name.contains("embedding") || name.contains("gecko");
    }
}
