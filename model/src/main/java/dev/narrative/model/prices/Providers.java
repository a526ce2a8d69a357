package dev.narrative.model.prices;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who sells whose models, under OpenTelemetry's names ({@code gen_ai.provider.name}) where it has one. Makers set the
 * price of their own models; a host sells models of others at prices of its own.
 */
final class Providers {
    static final String ANTHROPIC = "anthropic";
    static final String AZURE = "azure.ai.openai";
    static final String OPENAI = "openai";
    static final String GEMINI = "gcp.gemini";
    static final String VERTEX = "gcp.vertex_ai";
    static final String BEDROCK = "aws.bedrock";
    static final String GROQ = "groq";

    static final List<String> MAKERS = List.of(
            OPENAI,
            ANTHROPIC,
            GEMINI,
            "mistral_ai",
            "cohere",
            "deepseek",
            "x_ai",
            "moonshot_ai",
            "perplexity",
            "voyage_ai",
            "z_ai");

    private static final Set<String> HOSTS = Set.of(AZURE, VERTEX, BEDROCK, GROQ);

    private static final Set<String> LOCAL =
            Set.of("ollama", "vllm", "lmstudio", "lm_studio", "llamacpp", "llama_cpp", "localai", "local");

    private static final Map<String, List<String>> RESOLD = Map.of(
            AZURE, List.of(OPENAI),
            BEDROCK, List.of(ANTHROPIC),
            VERTEX, List.of(GEMINI, ANTHROPIC),
            GEMINI, List.of(VERTEX, ANTHROPIC));

    /** Names that older conventions, routers and gateways use. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("amazon", BEDROCK),
            Map.entry("amazon_bedrock", BEDROCK),
            Map.entry("aws_bedrock", BEDROCK),
            Map.entry("bedrock", BEDROCK),
            Map.entry("bedrock_converse", BEDROCK),
            Map.entry("az.ai.openai", AZURE),
            Map.entry("azure", AZURE),
            Map.entry("azure_openai", AZURE),
            Map.entry("gcp.gen_ai", GEMINI),
            Map.entry("gemini", GEMINI),
            Map.entry("google", GEMINI),
            Map.entry("google_genai", GEMINI),
            Map.entry("google_ai_gemini", GEMINI),
            Map.entry("vertex_ai", VERTEX),
            Map.entry("vertexai", VERTEX),
            Map.entry("mistral", "mistral_ai"),
            Map.entry("mistralai", "mistral_ai"),
            Map.entry("cohere_chat", "cohere"),
            Map.entry("deepseek_ai", "deepseek"),
            Map.entry("xai", "x_ai"),
            Map.entry("moonshot", "moonshot_ai"),
            Map.entry("moonshotai", "moonshot_ai"),
            Map.entry("voyage", "voyage_ai"),
            Map.entry("voyageai", "voyage_ai"),
            Map.entry("zai", "z_ai"),
            Map.entry("zhipu", "z_ai"),
            Map.entry("zhipuai", "z_ai"));

    private Providers() {}

    /** The name in the table; an unknown one is its own. */
    static String canonical(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        String underscored = lower.replace('-', '_');
        String alias = ALIASES.get(underscored);
        if (alias != null) {
            return alias;
        }
        return MAKERS.contains(underscored) ? underscored : lower;
    }

    static boolean isKnown(String canonical) {
        return MAKERS.contains(canonical) || HOSTS.contains(canonical);
    }

    /** Models on one's own machines have no list price. */
    static boolean isLocal(String canonical) {
        return LOCAL.contains(canonical);
    }

    /**
     * Whether any maker's model may be behind this name. OpenAI's name is often given to whatever speaks its protocol.
     */
    static boolean mayServeAny(String canonical) {
        return !isLocal(canonical) && (!isKnown(canonical) || canonical.equals(OPENAI));
    }

    /** Whose tables hold for models that the provider's own table lacks. */
    static List<String> resoldBy(String canonical) {
        return RESOLD.getOrDefault(canonical, List.of());
    }
}
