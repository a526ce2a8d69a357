package dev.narrative.core.llm;

import dev.narrative.core.AgentRuntime;
import dev.narrative.core.config.Settings;
import dev.narrative.core.log.AgentLog;
import dev.narrative.model.TokenUsage;
import dev.narrative.model.prices.Cost;
import dev.narrative.model.prices.PriceFile;
import dev.narrative.model.prices.PriceTable;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * The prices that hold in this process: the built-in table, with the user's file before it or in its place. A file that
 * changes is read anew; one that can't be read, or goes away, leaves the prices as they were.
 */
public final class ModelPrices {
    private static final ModelPrices OF_PROCESS = new ModelPrices();

    private final UnpricedModels unpriced = new UnpricedModels();
    private volatile @Nullable PriceTable table;
    private @Nullable String path;
    private FileState seen = FileState.MISSING;

    ModelPrices() {}

    public static ModelPrices ofProcess() {
        return OF_PROCESS;
    }

    /**
     * What a call cost; the first call reads the table.
     *
     * @param provider OpenTelemetry's {@code gen_ai.provider.name}
     * @param responseModel the model that answered, which goes before the one that was asked for
     * @param epochMillis when the call was made
     * @return {@code null} when there is no price for it, which is counted
     */
    public @Nullable Cost cost(
            String provider,
            @Nullable String responseModel,
            @Nullable String requestModel,
            TokenUsage usage,
            long epochMillis) {
        Cost cost = table().cost(provider, responseModel, requestModel, usage, epochMillis);
        if (cost == null) {
            unpriced.add(provider, responseModel, requestModel);
        }
        return cost;
    }

    /** The table that holds now. */
    public PriceTable table() {
        PriceTable current = table;
        if (current == null) {
            follow(AgentRuntime.config().getOrNull(Settings.LLM_PRICES));
            current = table;
        }
        return current == null ? PriceTable.builtIn() : current;
    }

    /** The calls and the models that had no price. */
    public UnpricedModels unpriced() {
        return unpriced;
    }

    /** Reads the user's file when it is not the one that was read; without a file it does nothing. */
    public void follow() {
        String wanted = AgentRuntime.config().getOrNull(Settings.LLM_PRICES);
        if (wanted != null || table != null) {
            follow(wanted);
        }
    }

    synchronized void follow(@Nullable String wanted) {
        if (wanted == null) {
            if (table == null || path != null) {
                path = null;
                table = PriceTable.builtIn();
            }
            return;
        }
        File file = new File(wanted);
        FileState state = FileState.of(file);
        boolean isOther = !wanted.equals(path);
        if (!isOther && (state.equals(seen) || state.equals(FileState.MISSING))) {
            return;
        }
        path = wanted;
        seen = state;
        read(file, !isOther);
    }

    private void read(File file, boolean isAgain) {
        PriceFileSource source = PriceFileSource.read(file);
        PriceFile prices = source.file();
        if (prices == null) {
            PriceTable current = table;
            AgentLog.warn(source.problem() + (isAgain ? "; the earlier prices hold" : "; the built-in prices hold"));
            table = isAgain && current != null ? current : PriceTable.builtIn();
            return;
        }
        for (String problem : prices.problems()) {
            AgentLog.warn(problem);
        }
        table = prices.over(PriceTable.builtIn());
        unpriced.forget();
        if (isAgain) {
            AgentLog.info("took over the changed " + file);
        }
    }

    private record FileState(long modified, long length) {
        static final FileState MISSING = new FileState(0, -1);

        static FileState of(File file) {
            return file.isFile() ? new FileState(file.lastModified(), file.length()) : MISSING;
        }
    }
}
