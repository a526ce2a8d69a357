package dev.narrative.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledSourceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package com.shop; class Order {} | com/shop/Order.java",
                "class Helper {} public final class Shop {} | Shop.java",
                "package a.b; import c.D; public record R(int x) {} | a/b/R.java",
                "public @interface Mark {} | Mark.java"
            })
    void takesTheFileName_fromTheText(String source, String name) {
        assertThat(CompiledSource.fileName(source)).isEqualTo(name);
    }

    @Test
    void compilesAndRuns() {
        Path classes = CompiledSource.in(directory)
                .add("package shop; public class Main { public static void main(String[] a) { Till.ring(a[0]); } }")
                .add("package shop; class Till { static void ring(String s) { System.out.println(s); } }")
                .compile();

        JvmResult result = ForkedJvm.builder()
                .classpath(classes)
                .mainClass("shop.Main")
                .args("ring")
                .run()
                .ok();

        assertThat(result.stdout()).containsExactly("ring");
    }

    @Test
    void compilesWithAnotherJdk() {
        Path classes = CompiledSource.in(directory)
                .add("class Main { public static void main(String[] a) { System.out.println(7); } }")
                .compileWith(Jdks.running());

        assertThat(ForkedJvm.builder()
                        .classpath(classes)
                        .mainClass("Main")
                        .run()
                        .stdout())
                .containsExactly("7");
    }

    @Test
    void saysWhatIsWrong_whenItDoesNotCompile() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> CompiledSource.in(directory)
                        .add("class Main { int x = \"\"; }")
                        .compile())
                .withMessageContaining("incompatible types");
    }
}
