/** Repeats a transaction that met another one which wanted the same rows. */
package dev.tiankong.conflict;
