package dev.narrative.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which hosts are meant: those that a pattern names, but for those that a pattern with {@code !} names. */
public final class HostPatterns {
    /** Every host but those of the public model providers, who have no business with session ids. */
    static final String ALL_BUT_MODEL_PROVIDERS =
            "*, !*.openai.com, !*.openai.azure.com, !*.cognitiveservices.azure.com,"
                    + " !*.ai.azure.com, !*.anthropic.com, !generativelanguage.googleapis.com, !*aiplatform.googleapis.com,"
                    + " !bedrock*.amazonaws.com, !*.mistral.ai, !*.cohere.com, !*.cohere.ai, !*.groq.com, !*.deepseek.com,"
                    + " !*.x.ai, !*.together.xyz, !*.together.ai, !openrouter.ai, !*.openrouter.ai, !*.perplexity.ai,"
                    + " !*.huggingface.co, !*.fireworks.ai, !*.cerebras.ai, !*.voyageai.com, !*.jina.ai, !*.api.nvidia.com,"
                    + " !*.replicate.com, !dashscope*.aliyuncs.com, !*.moonshot.ai, !*.moonshot.cn, !*.bigmodel.cn";

    private final List<String> included = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();

    private HostPatterns() {}

    static HostPatterns of(List<String> patterns) {
        HostPatterns result = new HostPatterns();
        for (String pattern : patterns) {
            String lower = pattern.toLowerCase(Locale.ROOT);
            boolean exclude = lower.startsWith("!");
            String host = exclude ? lower.substring(1).trim() : lower;
            checkHost(pattern, host);
            (exclude ? result.excluded : result.included).add(host);
        }
        if (result.included.isEmpty() && !result.excluded.isEmpty()) {
            result.included.add("*");
        }
        return result;
    }

    /** Whether the host, without a port, is meant. */
    public boolean matches(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return matchesAny(included, lower) && !matchesAny(excluded, lower);
    }

    private static boolean matchesAny(List<String> patterns, String host) {
        for (int i = 0; i < patterns.size(); i++) {
            if (matches(patterns.get(i), host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String host) {
        int p = 0;
        int h = 0;
        int star = -1;
        int resume = 0;
        while (h < host.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = h;
            } else if (p < pattern.length() && pattern.charAt(p) == host.charAt(h)) {
                p++;
                h++;
            } else if (star >= 0) {
                p = star + 1;
                h = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static void checkHost(String pattern, String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean ipv6 = c == ':' || c == '[' || c == ']';
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && c != '*' && !ipv6) {
                throw new IllegalArgumentException(
                        "has '" + pattern + "', which is no host name; leave out scheme and path");
            }
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException("has '" + pattern + "', which names no host");
        }
    }
}
