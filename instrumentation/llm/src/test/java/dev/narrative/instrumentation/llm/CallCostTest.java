package dev.narrative.instrumentation.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.llm.ModelPrices;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import org.junit.jupiter.api.Test;

class CallCostTest {
    private static final long NOW = 1_790_000_000_000_000_000L;

    private final ModelCall call = new ModelCall(new ContentRule(false, false, 0, 0));

    @Test
    void isTheSame_forAllWhoAsk() {
        call.requestModel("gpt-4o-mini");
        call.usage(new TokenUsage(1_000_000, 0, 0, 0, 0, 0));
        CallCost cost = cost();

        Cost first = cost.get();

        assertThat(first).isNotNull().isSameAs(cost.get());
    }

    @Test
    void countsACallWithoutPrice_once() {
        call.requestModel("a-model-that-nobody-has-heard-of");
        call.usage(new TokenUsage(1, 0, 0, 0, 1, 0));
        CallCost cost = cost();
        long before = ModelPrices.ofProcess().unpriced().calls();

        assertThat(cost.get()).isNull();
        assertThat(cost.get()).isNull();

        assertThat(ModelPrices.ofProcess().unpriced().calls()).isEqualTo(before + 1);
    }

    @Test
    void isUnknown_whenTheProviderToldNoUsage() {
        call.requestModel("a-model-that-nobody-has-heard-of");
        long before = ModelPrices.ofProcess().unpriced().calls();

        assertThat(cost().get()).isNull();
        assertThat(ModelPrices.ofProcess().unpriced().calls()).isEqualTo(before);
    }

    private CallCost cost() {
        return new CallCost(call, ModelApis.find("POST", "https://api.openai.com/v1/chat/completions", null), NOW);
    }
}
