/**
 * What the server's PostgreSQL driver lacks for transactions that outlive an outage; a server
 * module.
 */
package dev.tiankong.xa;
