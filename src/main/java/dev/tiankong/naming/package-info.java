/** The names by which code looks up what the server provides. */
package dev.tiankong.naming;
