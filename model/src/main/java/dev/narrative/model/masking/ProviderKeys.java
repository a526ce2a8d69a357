package dev.narrative.model.masking;

import java.util.Arrays;

/** Finds keys and tokens of providers by the prefix that each gives to its own. */
final class ProviderKeys {
    /** Prefixes that no word of the language has. */
    private static final String[] SURE = {
        "sk-ant-",
        "sk-proj-",
        "sk-or-",
        "sk-lf-",
        "pk-lf-",
        "sk-svcacct-",
        "sk-admin-",
        "sk_live_",
        "sk_test_",
        "rk_live_",
        "rk_test_",
        "whsec_",
        "AIza",
        "ya29.",
        "AKIA",
        "ASIA",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat_",
        "glpat-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "xoxe-",
        "xoxo-",
        "xoxr-",
        "xoxs-",
        "xapp-"
    };

    /** Prefixes with which names in programs and of packages begin as well: a digit must follow somewhere. */
    private static final String[] WITH_A_DIGIT = {
        "sk-", "gsk_", "xai-", "hf_", "r8_", "npm_", "pplx-", "nvapi-", "csk-", "pcsk_", "tgp_v1_", "tvly-", "jina_",
        "fw_", "lsv2_", "shpat_", "dop_v1_", "hvs.", "SG.", "ABSK", "pypi-", "sntrys_"
    };

    /** What stands in a key besides letters and digits. */
    private static final String RUN = "-_.";

    private static final int MIN_SURE = 12;
    private static final int MIN_SHORT = 16;
    private static final int MIN_LONG = 28;

    private static final String[][] SURE_BY_FIRST = byFirst(SURE);
    private static final String[][] OTHERS_BY_FIRST = byFirst(WITH_A_DIGIT);
    private static final long[] SECONDS = seconds();

    private ProviderKeys() {}

    static long at(String text, int at, char first) {
        long seconds = SECONDS[first];
        if (seconds == 0 || at + 1 == text.length()) {
            return SecretRange.NONE;
        }
        char second = text.charAt(at + 1);
        if ((seconds & 1L << second) == 0) { // a shift takes six bits: what else it admits fails below
            return SecretRange.NONE;
        }
        long sure = key(text, at, SURE_BY_FIRST[first], true);
        if (sure != SecretRange.NONE || (at > 0 && RUN.indexOf(text.charAt(at - 1)) >= 0)) {
            return sure; // others are looked for where a run begins alone, or each false beginning would have it read
        }
        return key(text, at, OTHERS_BY_FIRST[first], false);
    }

    private static long key(String text, int at, String[] prefixes, boolean sure) {
        for (String prefix : prefixes) {
            if (text.startsWith(prefix, at)) {
                int from = at + prefix.length();
                int end = SecretRange.endOfRun(text, from, RUN);
                boolean cut = end == text.length();
                while (end > from && text.charAt(end - 1) == '.') {
                    end--;
                }
                int least = sure || cut ? MIN_SURE : prefix.equals("sk-") ? MIN_SHORT : MIN_LONG;
                if (end - from >= least && (sure || hasDigit(text, from, end))) {
                    return SecretRange.of(at, end);
                }
            }
        }
        return SecretRange.NONE;
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SecretNumbers.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String[][] byFirst(String[] prefixes) {
        String[][] byFirst = new String[128][];
        Arrays.fill(byFirst, new String[0]);
        for (String prefix : prefixes) {
            String[] known = byFirst[prefix.charAt(0)];
            String[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = prefix;
            byFirst[prefix.charAt(0)] = more;
        }
        return byFirst;
    }

    private static long[] seconds() {
        long[] seconds = new long[128];
        for (String[] prefixes : new String[][] {SURE, WITH_A_DIGIT}) {
            for (String prefix : prefixes) {
                seconds[prefix.charAt(0)] |= 1L << prefix.charAt(1);
            }
        }
        return seconds;
    }
}
