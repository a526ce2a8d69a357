package dev.narrative.applications.adk;

import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.FunctionDeclaration;
import io.reactivex.rxjava3.core.Single;
import java.util.Map;
import java.util.Optional;

/** A tool that fails in its own way, without ADK's wrapping of methods. */
final class FailingTool extends BaseTool {
    FailingTool() {
        super("failing_weather", "Knows the weather, but does not tell");
    }

    @Override
    public Optional<FunctionDeclaration> declaration() {
        return Optional.of(FunctionDeclaration.builder()
                .name(name())
                .description(description())
                .build());
    }

    @Override
    public Single<Map<String, Object>> runAsync(Map<String, Object> arguments, ToolContext context) {
        return Single.error(new IllegalStateException("no station at all"));
    }
}
