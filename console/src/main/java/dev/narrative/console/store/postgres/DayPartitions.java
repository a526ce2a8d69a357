package dev.narrative.console.store.postgres;

import dev.narrative.console.store.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A day's part of each large table, by the days (UTC) that traces began. What has expired goes by the day, at once. */
final class DayPartitions {
    static final String[] TABLES = {"spans", "calls"};

    /** Clocks that are wrong by more shall not make partitions without end. */
    private static final int MAX_DAYS_BACK = 400;

    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private final Clock clock;

    DayPartitions(Clock clock) {
        this.clock = clock;
    }

    /** The day that a trace is kept under, of the start of a span that is known of it. */
    LocalDate dayOf(long startNanos) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(startNanos, NANOS_PER_DAY));
        LocalDate first = today.minusDays(MAX_DAYS_BACK);
        LocalDate last = today.plusDays(1);
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    /** Makes what is missing; to be called by who has the turn to write. */
    void ensure(Connection connection, Collection<LocalDate> days) throws SQLException {
        for (LocalDate day : new HashSet<>(days)) {
            for (String table : TABLES) {
                createIfMissing(connection, table, day);
            }
        }
    }

    /** Drops the parts of days before this one. */
    void dropBefore(Connection connection, LocalDate day) throws SQLException {
        for (Part part : parts(connection)) {
            if (part.day().isBefore(day)) {
                execute(connection, "DROP TABLE " + part.table());
            }
        }
    }

    /** The first of the latest days that together are no larger than this; empty where all days are. */
    Optional<LocalDate> firstDayWithin(Connection connection, long bytes) throws SQLException {
        SortedMap<LocalDate, Long> sizes = new TreeMap<>(Comparator.reverseOrder());
        for (Part part : parts(connection)) {
            sizes.merge(part.day(), part.bytes(), Long::sum);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long sum = 0;
        for (Map.Entry<LocalDate, Long> size : sizes.entrySet()) {
            sum += size.getValue();
            if (sum > bytes && size.getKey().isBefore(today)) {
                return Optional.of(size.getKey().plusDays(1));
            }
        }
        return Optional.empty();
    }

    /**
     * A day's part of a table.
     *
     * @param bytes with its indexes
     */
    private record Part(String table, LocalDate day, long bytes) {}

    private static List<Part> parts(Connection connection) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (String table : TABLES) {
            Sql.each(
                    connection,
                    "SELECT relid::regclass::text, pg_total_relation_size(relid) FROM pg_partition_tree(?::regclass)"
                            + " WHERE isleaf",
                    row -> {
                        String digits = row.getString(1).replaceAll(".*_(\\d{8})\"?$", "$1");
                        if (digits.length() == 8) {
                            LocalDate day = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
                            parts.add(new Part(row.getString(1), day, row.getLong(2)));
                        }
                    },
                    table);
        }
        return parts;
    }

    /** A table that is attached holds up nobody who reads; one that is created as a partition would. */
    private static void createIfMissing(Connection connection, String table, LocalDate day) throws SQLException {
        String name = table + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        if (Sql.number(connection, "SELECT count(*) FROM pg_class WHERE oid = to_regclass(?)", name) > 0) {
            return;
        }
        execute(connection, "CREATE TABLE " + name + " (LIKE " + table + " INCLUDING DEFAULTS)");
        execute(
                connection,
                "ALTER TABLE " + table + " ATTACH PARTITION " + name + " FOR VALUES FROM ('" + day + "') TO ('"
                        + day.plusDays(1) + "')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
