package dev.narrative.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that is masked.
 *
 * @param name what it repeats, or what kind of text it is
 * @param made whether it is made to be slow
 */
record MaskingText(String name, String text, boolean made) {
    /**
     * Pieces that make slow texts when repeated: each begins something that must be looked at more closely and then is
     * nothing, as often as that can be had. Some were found by trying millions of pieces at random.
     */
    private static final String[] MADE = {
        ":",
        "=",
        "@",
        "/",
        "+",
        "(",
        "\\",
        "a",
        "1",
        "1:1:",
        ":2",
        "0:1.",
        "71:1.1",
        "1:+1",
        "a:",
        "a=",
        "aaa=",
        "B::",
        "b=::",
        "A:=",
        ": Ba:0",
        " ::3",
        "(B:1:1",
        "::a:a}",
        "x :",
        "a@",
        "a@b.",
        "a@b ",
        "sk-",
        "sk-a1 ",
        "sk-ant-",
        "gitE:",
        "hf_a-",
        "eyJ ",
        "eyJabcdefgh.",
        "Bearer ",
        " basic",
        "/1.basic",
        "+1 (",
        "(0",
        "(030)1.",
        "0170 ",
        "01.",
        "01.B:",
        "04.5:",
        "(03.)",
        "203.0.",
        "41 ",
        "4111 ",
        "4111-",
        "8-461",
        "DE89 ",
        "AT20 ",
        "CZ24 ",
        "LC32 ",
        "RU33 ",
        "//a:b",
        "://a:b",
        "\\u003d",
        "&sig=",
        "token=null",
        "token=null&",
        "token = ",
        "password:a ",
        "cookie:",
        "cookie: a ",
        "secretary=",
        "a.b-c_d",
        "\\\"",
        "\"a\":"
    };

    static final List<MaskingText> ALL = all();

    private static final int LENGTH = 100_000;

    private static MaskingText of(String name, boolean made, String piece) {
        return new MaskingText(name, piece.repeat(LENGTH / piece.length()), made);
    }

    private static List<MaskingText> all() {
        List<MaskingText> all = new ArrayList<>();
        all.add(of("prose", false, """
                Once upon a time there was a miller who had three sons, his mill, a donkey and a tom cat. "What am I \
                to do with a cat?" said the youngest, who had got nothing else; and the cat answered him.
                """));
        all.add(of("json", false, """
                {"model":"gpt-4o-mini","messages":[{"role":"user","content":"Tell a long story."}],"temperature":0.7,\
                "max_tokens":1200,"stream":true},
                """));
        for (String piece : MADE) {
            all.add(of(piece, true, piece));
        }
        return List.copyOf(all);
    }
}
