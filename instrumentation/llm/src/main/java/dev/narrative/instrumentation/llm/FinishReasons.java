package dev.narrative.instrumentation.llm;

import java.util.Locale;

/** Why a model stopped: each provider has words of its own, the schema for messages has five. */
final class FinishReasons {
    private FinishReasons() {}

    static String standard(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "stop",
                    "end_turn",
                    "stop_sequence",
                    "complete",
                    "completed",
                    "done",
                    "pause_turn",
                    "finish",
                    "end_of_text",
                    "finish_reason_stop" -> "stop";
            case "length",
                    "max_tokens",
                    "max_output_tokens",
                    "model_length",
                    "error_limit",
                    "model_context_window_exceeded" -> "length";
            case "tool_calls", "tool_use", "tool_call", "function_call" -> "tool_call";
            case "content_filter",
                    "content_filtered",
                    "refusal",
                    "safety",
                    "recitation",
                    "blocklist",
                    "prohibited_content",
                    "spii",
                    "image_safety",
                    "model_armor",
                    "guardrail_intervened" -> "content_filter";
            case "error",
                    "failed",
                    "error_toxic",
                    "malformed_function_call",
                    "malformed_model_output",
                    "malformed_tool_use",
                    "unexpected_tool_call",
                    "too_many_tool_calls",
                    "cancelled" -> "error";
            default -> reason;
        };
    }
}
