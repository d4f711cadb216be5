/** Tells an outage of the database or the broker from a failure, and waits until it is over. */
package dev.tiankong.outage;
