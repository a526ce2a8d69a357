package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskContextsTest {
    private final List<Object> seen = new ArrayList<>();

    @AfterEach
    void leaveAll() {
        Contexts.restore(null);
    }

    @Test
    void run_entersTheContextOfTheSubmission_once() {
        Runnable task = this::see;
        submit(task, "submitter");
        Contexts.attach("worker");

        TaskContexts.run(task);
        TaskContexts.run(task);

        assertThat(seen).containsExactly("submitter", "worker");
        assertThat(Contexts.current()).isEqualTo("worker");
    }

    @Test
    void run_restoresTheWorkersContext_whenTheTaskFails() {
        Runnable task = () -> {
            throw new IllegalStateException("task");
        };
        submit(task, "submitter");

        assertThatThrownBy(() -> TaskContexts.run(task)).hasMessage("task");
        assertThat(Contexts.current()).isNull();
    }

    @Test
    void taskThatWaitsSeveralTimes_getsOneContextForEach_inOrder() {
        Runnable task = this::see;
        submit(task, "first");
        submit(task, "second");
        submit(task, "third");

        for (int i = 0; i < 4; i++) {
            TaskContexts.run(task);
        }

        assertThat(seen).containsExactly("first", "second", "third", "nothing");
    }

    @Test
    void tasks_areKnownByIdentity() {
        record Task(String name) {}
        Task one = new Task("same");
        Task other = new Task("same");
        submit(one, "one");

        assertThat(TaskContexts.take(other)).isNull();
        assertThat(TaskContexts.take(one)).isEqualTo("one");
    }

    @Test
    void capture_remembersNothing_withoutAContext() {
        Object task = new Object();

        TaskContexts.capture(task);
        TaskContexts.capture(null);

        assertThat(TaskContexts.take(task)).isNull();
    }

    @Test
    void capture_leavesOutTasks_thatCarryTheirOwn() {
        FutureTask<String> task = new FutureTask<>(() -> "done");

        submit(task, "submitter");

        assertThat(TaskContexts.take(task)).isNull();
    }

    @Test
    void begin_entersUntilItsScopeIsClosed() {
        Object task = new Object();
        submit(task, "submitter");
        Contexts.attach("worker");

        AdviceScope scope = Objects.requireNonNull(TaskContexts.begin(task));

        assertThat(Contexts.current()).isEqualTo("submitter");
        assertThat(scope.close("returned", null)).isEqualTo("returned");
        assertThat(Contexts.current()).isEqualTo("worker");
        assertThat(TaskContexts.begin(task)).isNull();
    }

    @Test
    void suspend_leavesAllContextUntilClosed() {
        Contexts.attach("caller");

        AdviceScope scope = TaskContexts.suspend();

        assertThat(Contexts.current()).isNull();
        scope.close(null, null);
        assertThat(Contexts.current()).isEqualTo("caller");
    }

    @Test
    void discard_forgetsATaskThatWasNotTaken() {
        Object task = new Object();
        submit(task, "submitter");

        TaskContexts.discard(task);
        TaskContexts.discard(null);

        assertThat(TaskContexts.take(task)).isNull();
    }

    @Test
    void rejected_forgetsOnly_whereTheJdksPolicyHasDealtWithTheTask() {
        Object task = new Object();
        RejectedExecutionHandler queuesItAllTheSame = (rejected, pool) -> {};
        submit(task, "submitter");

        TaskContexts.rejected(task, queuesItAllTheSame);
        assertThat(TaskContexts.take(task)).isEqualTo("submitter");

        submit(task, "submitter");
        TaskContexts.rejected(task, new ThreadPoolExecutor.DiscardPolicy());
        assertThat(TaskContexts.take(task)).isNull();
    }

    @Test
    void bindOrCapture_bindsWhatThePoolWillWrap_andKeepsWhatItTakesAsItIs() {
        Runnable plain = this::see;
        FutureTask<String> future = new FutureTask<>(() -> "done");
        RunnableForkJoinTask own = new RunnableForkJoinTask();
        Contexts.attach("submitter");

        Runnable bound = Objects.requireNonNull(TaskContexts.bindOrCapture(plain));

        assertThat(TaskContexts.bindOrCapture(null)).isNull();
        assertThat(TaskContexts.bindOrCapture(future)).isSameAs(future);
        assertThat(TaskContexts.bindOrCapture(own)).isSameAs(own);
        assertThat(TaskContexts.take(own)).isEqualTo("submitter");
        assertThat(TaskContexts.take(plain)).isNull();
        Contexts.restore(null);
        bound.run();
        assertThat(seen).containsExactly("submitter");
    }

    @Test
    void clean_dropsTheContextsOfCollectedTasks() {
        int before = TaskContexts.size();
        for (int i = 0; i < 100; i++) {
            submit(new Object(), "submitter");
        }

        Deadline.until("contexts of collected tasks are dropped", () -> {
            System.gc();
            TaskContexts.clean();
            return TaskContexts.size() <= before;
        });
    }

    private static void submit(Object task, String context) {
        Object previous = Contexts.attach(context);
        TaskContexts.capture(task);
        Contexts.restore(previous);
    }

    private void see() {
        Object current = Contexts.current();
        seen.add(current == null ? "nothing" : current);
    }

    private static final class RunnableForkJoinTask extends ForkJoinTask<Void> implements Runnable {
        private static final long serialVersionUID = 1L;

        @Override
        public void run() {}

        @Override
        protected boolean exec() {
            return true;
        }

        @Override
        @SuppressWarnings("NullAway") // a task without a result has none
        public Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(Void value) {}
    }
}
