package dev.narrative.model.masking;

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
        "gsk_", "xai-", "hf_", "r8_", "npm_", "pplx-", "nvapi-", "csk-", "pcsk_", "tgp_v1_", "tvly-", "jina_", "fw_",
        "lsv2_", "shpat_", "dop_v1_", "hvs.", "SG.", "ABSK", "pypi-", "sntrys_"
    };

    /** One of those whose keys may be shorter. */
    private static final String SHORT = "sk-";

    private static final int MIN_SURE = 12;
    private static final int MIN_SHORT = 16;
    private static final int MIN_LONG = 28;

    /** Prefixes with the characters at least that follow each. */
    private static final PrefixTree PREFIXES =
            new PrefixTree().add(MIN_SURE, SURE).add(MIN_LONG, WITH_A_DIGIT).add(MIN_SHORT, SHORT);

    private ProviderKeys() {}

    static long at(byte[] text, int at, int first) {
        int length = text.length;
        int from = at + 1;
        int node = PREFIXES.next(PrefixTree.ROOT, first);
        while (node != PrefixTree.NONE) {
            int least = PREFIXES.value(node);
            if (least == MIN_SURE || (least > 0 && beginsRun(text, at))) {
                long key = key(text, at, from, least);
                if (key != SecretRange.NONE) {
                    return key;
                }
            }
            node = from < length ? PREFIXES.next(node, SecretText.at(text, from++)) : PrefixTree.NONE;
        }
        return SecretRange.NONE;
    }

    /** Tells of the first two characters of each prefix. */
    static WordBeginnings beginnings() {
        return new WordBeginnings().add(SURE).add(WITH_A_DIGIT).add(SHORT);
    }

    /** Others than sure ones are looked for here alone, or each false beginning in a run would have it read again. */
    private static boolean beginsRun(byte[] text, int at) {
        return at == 0 || !CharKind.is(SecretText.at(text, at - 1), CharKind.KEY);
    }

    private static long key(byte[] text, int at, int from, int least) {
        int end = CharKind.endOfRun(text, from, CharKind.KEY);
        int enough = end == text.length ? MIN_SURE : least;
        while (end > from && SecretText.at(text, end - 1) == '.') {
            end--;
        }
        return end - from >= enough && (least == MIN_SURE || hasDigit(text, from, end))
                ? SecretRange.of(at, end)
                : SecretRange.NONE;
    }

    private static boolean hasDigit(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SecretNumbers.isDigit(SecretText.at(text, i))) {
                return true;
            }
        }
        return false;
    }
}
