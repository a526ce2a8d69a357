package dev.narrative.instrumentation.llm;

import dev.narrative.instrumentation.llm.stream.AnswerBody.Form;
import dev.narrative.instrumentation.llm.wire.WireFormat;
import dev.narrative.instrumentation.llm.wire.WireFormats;
import org.jspecify.annotations.Nullable;

/**
 * Knows model APIs by the ends of their paths, on whatever host: gateways, proxies and local servers speak the same
 * formats. The host only tells the provider's name.
 */
public final class ModelApis {
    private ModelApis() {}

    /** The API that a request goes to, {@code null} when its path is none of theirs. */
    public static @Nullable ModelApi find(String method, String url, @Nullable String host) {
        if (!method.equals("POST")) {
            return null;
        }
        int end = pathEnd(url);
        int slash = url.lastIndexOf('/', end - 1);
        return switch (end - slash - 1) {
            case 4, 5, 6, 8, 9, 10, 11, 15, 27 -> byLastSegment(url, slash, end, host);
            default -> null;
        };
    }

    private static @Nullable ModelApi byLastSegment(String url, int slash, int end, @Nullable String host) {
        return switch (url.substring(slash + 1, end)) {
            case "completions" ->
                isBefore(url, slash, "/chat")
                        ? api(WireFormats.OPENAI_CHAT, host, "openai", true)
                        : api(WireFormats.OPENAI_COMPLETIONS, host, "openai", false);
            case "embeddings" -> api(WireFormats.OPENAI_EMBEDDINGS, host, "openai", false);
            default -> null;
        };
    }

    private static ModelApi api(WireFormat format, @Nullable String host, String usual, boolean certain) {
        String known = Providers.ofHost(host);
        String provider = known == null ? usual : known;
        return new ModelApi(format, format.operation(), provider, null, false, Form.WHOLE, certain || known != null);
    }

    private static boolean isBefore(String url, int end, String segment) {
        return url.startsWith(segment, end - segment.length());
    }

    private static int pathEnd(String url) {
        int end = url.length();
        int query = url.indexOf('?');
        if (query >= 0) {
            end = query;
        }
        int fragment = url.indexOf('#');
        if (fragment >= 0 && fragment < end) {
            end = fragment;
        }
        return end > 0 && url.charAt(end - 1) == '/' ? end - 1 : end;
    }
}
