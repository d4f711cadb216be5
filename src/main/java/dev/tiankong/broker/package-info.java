/** What the server's message broker lacks to know who sent a message; a server module. */
package dev.tiankong.broker;
