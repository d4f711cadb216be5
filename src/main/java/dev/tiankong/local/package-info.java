/**
 * Runs everything on one machine: an embedded PostgreSQL, the provisioned WildFly and the WAR,
 * started and stopped together. Beside the server, never in it.
 */
package dev.tiankong.local;
