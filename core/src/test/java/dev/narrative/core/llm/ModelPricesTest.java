package dev.narrative.core.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.log.CapturedLog;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import dev.narrative.model.prices.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelPricesTest {
    private static final TokenUsage MILLION = new TokenUsage(1_000_000, 0, 0, 0, 0, 0);
    private static final long NOW = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    @TempDir
    private Path directory;

    private final ModelPrices prices = new ModelPrices();
    private final CapturedLog log = new CapturedLog();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void hasTheBuiltInPrices_whenNothingIsSaid() {
        assertThat(cost("gpt-4o")).isEqualTo(new Cost(2.5, 0));
        assertThat(prices.table()).isSameAs(PriceTable.builtIn());
        assertThat(log.text()).isEmpty();
    }

    @Test
    void putsTheUsersFirst() throws IOException {
        prices.follow(write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 1}]}", 1));

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(1, 0));
        assertThat(cost("gpt-4o-mini")).isEqualTo(new Cost(0.15, 0));
        assertThat(log.text()).isEmpty();
    }

    @Test
    void takesOverAChange_once() throws IOException {
        String path = write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 1}]}", 1);
        prices.follow(path);
        PriceTable first = prices.table();
        prices.follow(path);
        assertThat(prices.table()).isSameAs(first);

        write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 7}]}", 2);
        prices.follow(path);
        prices.follow(path);

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(7, 0));
        assertThat(log.text()).containsOnlyOnce("took over the changed " + path);
    }

    @Test
    void keepsWhatItHas_whenTheFileBecomesWrongOrGoesAway() throws IOException {
        String path = write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 1}]}", 1);
        prices.follow(path);

        write("{\"models\": [", 2);
        prices.follow(path);
        prices.follow(path);
        assertThat(cost("gpt-4o")).isEqualTo(new Cost(1, 0));
        assertThat(log.text().lines())
                .containsExactly("[narrative] WARN " + path + ": is not a complete JSON object; check its brackets,"
                        + " quotes and commas; the earlier prices hold");

        Files.delete(Path.of(path));
        prices.follow(path);
        assertThat(cost("gpt-4o")).isEqualTo(new Cost(1, 0));
        assertThat(log.text().lines()).hasSize(1);

        write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 3}]}", 3);
        prices.follow(path);
        assertThat(cost("gpt-4o")).isEqualTo(new Cost(3, 0));
    }

    @Test
    void goesBackToTheBuiltInPrices_whenTheSettingGoes() throws IOException {
        prices.follow(write("{\"replace\": true, \"models\": []}", 1));
        assertThat(cost("gpt-4o")).isNull();

        prices.follow(null);

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(2.5, 0));
    }

    @Test
    void goesOn_whenTheFileCannotBeRead() {
        String missing = directory.resolve("none.json").toString();
        prices.follow(missing);
        prices.follow(missing);
        prices.follow(directory.toString());

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(2.5, 0));
        assertThat(log.text().lines())
                .containsExactly(
                        "[narrative] WARN " + missing
                                + ": there is no such file; check narrative.llm.prices; the built-in prices hold",
                        "[narrative] WARN " + directory
                                + ": is not a file; check narrative.llm.prices; the built-in prices hold");
    }

    @Test
    void takesTheFileThatAppearsLater() throws IOException {
        String path = directory.resolve("prices.json").toString();
        prices.follow(path);

        write("{\"models\": [{\"model\": \"gpt-4o\", \"input_per_million\": 1}]}", 1);
        prices.follow(path);

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(1, 0));
    }

    @Test
    void reportsEachWrongEntry() throws IOException {
        prices.follow(write("""
                {"models": [{"model": "gpt-4o", "input_per_million": 1},
                            {"model": "a", "input_per_million": -1}, {"modle": "b", "input_per_million": 1}]}
                """, 1));

        assertThat(cost("gpt-4o")).isEqualTo(new Cost(1, 0));
        assertThat(log.text())
                .contains("entry 2 (a) is ignored: input_per_million must not be negative")
                .contains("entry 3 is ignored: unknown key modle; did you mean model?");
    }

    @Test
    void namesAModelWithoutPrice_once() {
        assertThat(cost("gpt-99\n\"x\"")).isNull();
        assertThat(cost("gpt-99\n\"x\"")).isNull();
        assertThat(prices.cost("anthropic", null, "claude-99", MILLION, NOW)).isNull();

        assertThat(prices.unpriced().calls()).isEqualTo(3);
        assertThat(prices.unpriced().models()).isEqualTo(2);
        assertThat(log.text().lines())
                .containsExactly(
                        "[narrative] no price is known for gpt-99 \"x\" of openai, its calls have no cost; add"
                                + " {\"provider\": \"openai\", \"model\": \"gpt-99 \\\"x\\\"\","
                                + " \"input_per_million\": …, \"output_per_million\": …} to the \"models\" of the file"
                                + " that narrative.llm.prices names",
                        "[narrative] no price is known for claude-99 of anthropic, its calls have no cost; add"
                                + " {\"provider\": \"anthropic\", \"model\": \"claude-99\","
                                + " \"input_per_million\": …, \"output_per_million\": …} to the \"models\" of the file"
                                + " that narrative.llm.prices names");
    }

    @Test
    void stopsNaming_whenThereAreMany() {
        for (int i = 0; i < 100; i++) {
            cost("house-model-" + i);
        }

        assertThat(prices.unpriced().calls()).isEqualTo(100);
        assertThat(log.text().lines()).hasSize(20);
        assertThat(log.text().stripTrailing()).endsWith("further models without price are only counted");
    }

    @Test
    void expectsNoPrice_ofWhatRunsOnTheOwnMachine() {
        assertThat(prices.cost("ollama", "llama3.2", "llama3.2", MILLION, NOW)).isNull();
        assertThat(prices.cost("openai", null, null, MILLION, NOW)).isNull();

        assertThat(prices.unpriced().calls()).isZero();
        assertThat(log.text()).isEmpty();
    }

    private @Nullable Cost cost(String model) {
        return prices.cost("openai", model, null, MILLION, NOW);
    }

    private String write(String json, long second) throws IOException {
        Path file = directory.resolve("prices.json");
        Files.writeString(file, json);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + second)));
        return file.toString();
    }
}
