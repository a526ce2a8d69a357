package dev.narrative.instrumentation.narrative.api;

import dev.narrative.api.Generation;
import dev.narrative.api.SpanType;
import dev.narrative.api.Usage;
import dev.narrative.instrumentation.llm.ModelCall;
import dev.narrative.instrumentation.llm.ModelSpan;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import org.jspecify.annotations.Nullable;

/**
 * A model call that the application tells about. What it says is put on the call at the end: requests that were made
 * meanwhile have told what they know by then.
 */
final class GenerationHandle extends SpanHandle implements Generation {
    private static final String PARAMETER = "gen_ai.request.";

    private final ModelSpan model;
    private final ToldMessages messages = new ToldMessages();
    private @Nullable String responseModel;
    private @Nullable String finishReason;
    private @Nullable TokenUsage usage;
    private @Nullable Throwable error;
    private @Nullable String failure;
    private boolean failed;
    private boolean finished;

    GenerationHandle(ModelSpan model) {
        super(model);
        this.model = model;
    }

    @Override
    public void name(String name) {
        change(() -> model.keepName(ApiTexts.name(name, model.name())));
    }

    /** A generation stays one. */
    @Override
    public void type(SpanType type) {}

    @Override
    public void model(String provider, String modelName) {
        change(() -> {
            if (provider != null && !provider.isBlank()) {
                model.askedOf(ApiTexts.name(provider, ""));
            }
            call().requestModel(ApiTexts.name(modelName, ""));
        });
    }

    @Override
    public void responseModel(String modelName) {
        change(() -> responseModel = ApiTexts.name(modelName, ""));
    }

    @Override
    public void parameter(String name, @Nullable Object value) {
        change(() -> {
            String key = ApiTexts.name(name, "");
            if (!key.isEmpty()) {
                call().parameter(PARAMETER + key, ApiTexts.renderer().render(key, value));
            }
        });
    }

    @Override
    public void input(@Nullable Object value) {
        change(() -> messages.input(value));
    }

    @Override
    public void output(@Nullable Object value) {
        change(() -> messages.output(value));
    }

    @Override
    public void usage(Usage told) {
        if (told != null) {
            change(() -> usage = new TokenUsage(
                    told.input(), told.cacheRead(), told.cacheWrite(), 0, told.output(), told.reasoning()));
        }
    }

    @Override
    public void cost(double input, double output) {
        if (input >= 0 && output >= 0 && Double.isFinite(input + output)) {
            change(() -> call().cost(new Cost(input, output)));
        }
    }

    @Override
    public void firstToken() {
        change(() -> {
            call().streaming(true);
            call().tokenArrived();
        });
    }

    @Override
    public void finishReason(String reason) {
        change(() -> finishReason = ApiTexts.name(reason, ""));
    }

    @Override
    public void fail(Throwable thrown) {
        change(() -> error = thrown);
    }

    @Override
    public void fail(String message) {
        change(() -> {
            failed = true;
            failure = message;
        });
    }

    @Override
    void finish() {
        if (finished) {
            return;
        }
        finished = true;
        ModelCall call = call();
        if (!model.wasTried()) {
            messages.addTo(call);
        }
        if (usage != null) {
            call.usage(usage);
        }
        call.responseModel(responseModel);
        call.finish(0, finishReason);
        if (failed) {
            call.error(null, failure == null ? "failed" : failure);
        }
        model.answered(error);
    }

    private ModelCall call() {
        return model.call();
    }
}
