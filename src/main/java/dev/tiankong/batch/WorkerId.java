package dev.tiankong.batch;

/**
 * A worker among those of all servers.
 *
 * @param node the server, as in {@code TIANKONG_NODE}
 * @param number of the worker on that server, from 1
 */
public record WorkerId(String node, int number) {}
