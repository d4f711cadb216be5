/**
 * Limits what a client can cost before and beside its request: time, threads and connections. The
 * only package that knows Undertow.
 */
package dev.tiankong.connection;
