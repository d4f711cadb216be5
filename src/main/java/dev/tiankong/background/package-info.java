/** What can wait a little computes here, behind what somebody waits for. */
package dev.tiankong.background;
