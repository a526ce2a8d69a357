package com.shop;

public abstract class BaseRepository<T> implements Repository<T> {
    @Override
    public void save(T entity) {}
}
