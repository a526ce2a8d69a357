package dev.narrative.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of a folder of the class path, each read once. */
final class Assets {
    /** Names without a dot in front, so that no path climbs. */
    private static final Pattern PATH = Pattern.compile("\\w[\\w.@-]*(/\\w[\\w.@-]*)*");

    private final String folder;
    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    /** @param folder with slashes, and one at the end */
    Assets(String folder) {
        this.folder = folder;
    }

    Optional<Asset> find(String path) {
        Asset asset = known.get(path);
        if (asset == null && PATH.matcher(path).matches() && MediaTypes.isKnown(path)) {
            asset = read(path);
        }
        return Optional.ofNullable(asset);
    }

    private @Nullable Asset read(String path) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(folder + path)) {
            if (in == null) {
                return null;
            }
            Asset asset = new Asset(in.readAllBytes(), path);
            known.put(path, asset);
            return asset;
        } catch (IOException e) {
            throw new IllegalStateException("the jar's " + folder + path + " can't be read", e);
        }
    }
}
