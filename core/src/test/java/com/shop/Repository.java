package com.shop;

import java.util.List;

public interface Repository<T> {
    List<T> findAll(String query);

    @Audited
    void save(T entity);

    default int count(String query) {
        return findAll(query).size();
    }
}
