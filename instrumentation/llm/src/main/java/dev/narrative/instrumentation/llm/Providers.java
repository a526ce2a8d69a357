package dev.narrative.instrumentation.llm;

import org.jspecify.annotations.Nullable;

/** The names of providers by their hosts, in OpenTelemetry's words where it has one. */
final class Providers {
    private static final String[][] BY_SUFFIX = {
        {"api.openai.com", "openai"},
        {".openai.azure.com", "azure.ai.openai"},
        {".cognitiveservices.azure.com", "azure.ai.openai"},
        {".services.ai.azure.com", "azure.ai.inference"},
        {".models.ai.azure.com", "azure.ai.inference"},
        {"api.anthropic.com", "anthropic"},
        {"generativelanguage.googleapis.com", "gcp.gemini"},
        {"aiplatform.googleapis.com", "gcp.vertex_ai"},
        {"api.mistral.ai", "mistral_ai"},
        {"codestral.mistral.ai", "mistral_ai"},
        {"api.cohere.com", "cohere"},
        {"api.cohere.ai", "cohere"},
        {"api.groq.com", "groq"},
        {"api.deepseek.com", "deepseek"},
        {"api.x.ai", "x_ai"},
        {"api.perplexity.ai", "perplexity"},
        {"openrouter.ai", "openrouter"},
        {"api.together.xyz", "together_ai"},
        {"api.together.ai", "together_ai"},
        {"api.fireworks.ai", "fireworks_ai"},
        {"api.cerebras.ai", "cerebras"},
        {"router.huggingface.co", "hugging_face"},
        {".ml.cloud.ibm.com", "ibm.watsonx.ai"},
    };

    private Providers() {}

    /** The provider that serves this host, {@code null} for all others. */
    static @Nullable String ofHost(@Nullable String host) {
        if (host != null) {
            for (String[] known : BY_SUFFIX) {
                if (host.endsWith(known[0])) {
                    return known[1];
                }
            }
        }
        return null;
    }
}
