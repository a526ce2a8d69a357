package com.shop;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

public class Customer {
    private final String name;
    private final String password = "hunter2";
    private final int tokenCount = 7;
    private final transient String session = "transient";
    private @Nullable Customer friend;

    public Customer(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public boolean isVip() {
        return name.startsWith("A");
    }

    public Optional<Customer> getFriend() {
        return Optional.ofNullable(friend);
    }

    public void setFriend(Customer friend) {
        this.friend = friend;
    }

    public String getBroken() {
        throw new IllegalStateException("getter");
    }

    int secrets() {
        return password.length() + tokenCount + session.length();
    }

    @Override
    public String toString() {
        throw new IllegalStateException("toString");
    }

    @Override
    public int hashCode() {
        throw new IllegalStateException("hashCode");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw new IllegalStateException("equals");
    }
}
