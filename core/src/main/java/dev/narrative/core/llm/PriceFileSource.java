package dev.narrative.core.llm;

import dev.narrative.model.prices.PriceFile;
import dev.narrative.model.prices.PriceTable;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A price file as it lies on the disk.
 *
 * @param file {@code null} when it can't be used at all
 * @param problem why it can't
 */
record PriceFileSource(@Nullable PriceFile file, String problem) {
    private static final int MAX_BYTES = 1 << 20;

    static PriceFileSource read(File file) {
        if (!file.exists()) {
            return unusable(file, "there is no such file; check narrative.llm.prices");
        }
        if (!file.isFile()) {
            return unusable(file, "is not a file; check narrative.llm.prices");
        }
        try (InputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return unusable(file, "is larger than 1 MB; is it the right file?");
            }
            PriceFile prices = PriceTable.read(file.getPath(), bytes);
            return prices.isUsable()
                    ? new PriceFileSource(prices, "")
                    : new PriceFileSource(null, String.join("; ", prices.problems()));
        } catch (IOException e) {
            String message = e.getMessage() == null ? "it fails" : e.getMessage();
            return unusable(file, "can't be read: " + message + "; check its permissions");
        }
    }

    private static PriceFileSource unusable(File file, String what) {
        return new PriceFileSource(null, file.getPath() + ": " + what);
    }
}
