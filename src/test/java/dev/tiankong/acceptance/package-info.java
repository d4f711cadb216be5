/** Asks the whole product over HTTP: the real WAR, server, broker, database and model. */
package dev.tiankong.acceptance;
