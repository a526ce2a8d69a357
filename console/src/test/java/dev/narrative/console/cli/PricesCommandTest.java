package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PricesCommandTest extends CommandFixture {
    @Test
    void list_hasTheTableAsItIsUsed() throws IOException {
        assertThat(run("prices", "list")).isZero();
        assertThat(lines().get(0))
                .startsWith("provider\tmodel\tinput_per_million\toutput_per_million\tcached_read_per_million");
        int all = lines().size();
        assertThat(all).isGreaterThan(200);
        assertThat(err()).contains("the built-in prices are those of 20");

        Path own = ownPrices();
        assertThat(run("prices", "list", "--prices", own.toString())).isZero();
        assertThat(lines()).hasSize(all + 2);
        assertThat(lines().get(1)).isEqualTo("my-gateway\thouse-1\t1.0\t3.0\t\t\t\t\t200000\tfrom 2026-01-01\town");
        assertThat(runWith("NARRATIVE_LLM_PRICES", own.toString(), "prices", "list", "HOUSE"))
                .isZero();
        assertThat(lines()).hasSize(2);
        assertThat(run("prices", "list", "no such model")).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(run("prices", "list", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
    }

    @Test
    void find_givesPriceAndCost() throws IOException {
        String own = ownPrices().toString();
        assertThat(run(
                        "prices",
                        "find",
                        "gpt-4o",
                        "--prices",
                        own,
                        "--provider",
                        "openai",
                        "--input",
                        "1000000",
                        "--output-tokens",
                        "500000"))
                .isZero();
        assertThat(lines().get(0)).endsWith("\tsource\tcost");
        assertThat(lines().get(1)).startsWith("openai\tgpt-4o\t2.0\t8.0\t").endsWith("\town\t6.0");
        assertThat(run("prices", "find", "gpt-4o-2024-08-06")).isZero();
        assertThat(lines().get(1)).startsWith("openai\tgpt-4o").endsWith("\tbuilt-in");
        assertThat(run("prices", "find", "gpt-unheard-of")).isEqualTo(3);
        assertThat(err()).contains("no price is known for gpt-unheard-of");
        assertThat(run("prices", "find", "house-1", "--provider", "my-gateway", "--prices", own, "--at", "2025-12-31"))
                .isEqualTo(3);
    }

    @Test
    void missing_listsModelsOfTheJournal() throws IOException {
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(
                        span(1, 1)
                                .with(AttributeNames.GEN_AI_RESPONSE_MODEL, "house-1")
                                .tokens(70)
                                .build(),
                        span(2, 1)
                                .with(AttributeNames.GEN_AI_RESPONSE_MODEL, "house-2")
                                .tokens(5)
                                .build(),
                        span(3, 1).call("gpt-4o", 10, 10, 0.1).build());

        assertThat(run("prices", "missing")).isZero();
        assertThat(lines().get(0)).isEqualTo("model\tunpriced\tcalls\tinput_tokens\toutput_tokens\tprice_now");
        assertThat(lines().subList(1, 3))
                .containsExactlyInAnyOrder("house-1\t1\t1\t70\t0\tfalse", "house-2\t1\t1\t5\t0\tfalse");
        assertThat(run("prices", "missing", "--since", "1s")).isZero();
        assertThat(lines()).hasSize(1);
        assertThat(err()).contains("every call that used tokens had a price");
        terminal = new Terminal(true, 90, false, false);
        assertThat(run("prices", "missing")).isZero();
        assertThat(lines().get(0)).startsWith("MODEL    UNPRICED  CALLS");
    }

    @Test
    void wrongFiles_areTold() throws IOException {
        assertThat(run("prices", "list", "--prices", traces.resolve("nowhere").toString()))
                .isEqualTo(3);
        Path broken = Files.writeString(traces.resolve("broken.json"), "{");
        assertThat(run("prices", "list", "--prices", broken.toString())).isEqualTo(1);
        assertThat(err()).contains("is not a complete JSON object");
        assertThat(run("prices")).isEqualTo(2);
    }

    private Path ownPrices() throws IOException {
        return Files.writeString(traces.resolve("prices.json"), """
                {"models": [
                  {"provider": "my-gateway", "model": "house-1", "input_per_million": 1.0, "output_per_million": 3.0,
                   "from": "2026-01-01",
                   "tiers": [{"above": 200000, "input_per_million": 2.0, "output_per_million": 4.5}]},
                  {"provider": "openai", "model": "gpt-4o", "input_per_million": 2.0, "output_per_million": 8.0}]}
                """);
    }
}
